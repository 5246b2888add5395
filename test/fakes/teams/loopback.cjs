// Loaded into the playground before its own code (node --require): it listens on every interface and asks the internet for things by
// itself. Here it may do neither.
const net = require('node:net');

const isOwn = (host) => host === undefined || /^(localhost|127(\.\d+){3}|::1|::ffff:127(\.\d+){3})$/u.test(host);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function pinned(...args) {
  const [first, ...rest] = args;
  if (typeof first === 'object' && first !== null && first.port !== undefined) {
    return listen.call(this, { ...first, host: '127.0.0.1' }, ...rest);
  }
  if (typeof first === 'number' || typeof first === 'string') {
    const callback = args.find((each) => typeof each === 'function');
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, callback);
  }
  return listen.apply(this, args);
};

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function pinned(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options === 'object' && options !== null && options.path === undefined && !isOwn(options.host)) {
    process.nextTick(() => this.destroy(Object.assign(new Error('only this machine'), { code: 'ENETUNREACH' })));
    return this;
  }
  return connect.apply(this, args);
};
