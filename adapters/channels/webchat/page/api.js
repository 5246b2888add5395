import { keep, kept, onChange } from './storage.js';

const address = (path) => new URL(`webchat/${path}`, document.baseURI);

export async function readConfig() {
  const response = await fetch(address('config'));
  if (!response.ok) throw new Error('no config');
  return response.json();
}

/** The visitor: a token that only this browser has. All requests go out in its name. */
export function createVisitor({ preview, onOther }) {
  let onNew = () => {};
  let used = null;
  onChange('visitor', (token) => {
    if (token && used && token !== used) onOther();
  });
  const renew = async (refused) => {
    used = await newToken(refused, preview);
    onNew();
  };
  const ask = async (path, options = {}) => {
    const token = kept('visitor') ?? (await newToken(null, preview));
    used = token;
    const headers = { ...options.headers, 'x-parley-visitor': token };
    const response = await fetch(address(path), { ...options, headers, cache: 'no-store' });
    if (response.status === 401) await renew(token);
    return response;
  };
  return {
    ask,
    /** The server did not know the visitor any more: they are a new one, with a conversation of their own. */
    whenNew: (then) => {
      onNew = then;
    },
  };
}

/** Tabs that open at once agree on one token: whoever comes second finds the first one's. */
function newToken(refused, preview) {
  const make = async () => {
    const other = kept('visitor');
    if (other && other !== refused) return other;
    const response = await fetch(address(preview ? `session?as=${preview}` : 'session'), { method: 'POST' });
    if (!response.ok) throw new Error('no session');
    const { token } = await response.json();
    keep('visitor', token);
    return token;
  };
  return navigator.locks ? navigator.locks.request(`parley.visitor.${preview ?? ''}`, make) : make();
}
