// What WhatsApp's page is made of, as far as whatsapp-web.js 1.34.7 touches it: addresses, messages, chats, and things that tell of changes.

export class Emitter {
  #listeners = new Map();

  on(names, listener) {
    for (const name of names.split(' ')) this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
    this.heardOf?.(names);
  }

  off(name, listener) {
    this.#listeners.set(
      name,
      (this.#listeners.get(name) ?? []).filter((each) => each !== listener),
    );
  }

  once(name, listener) {
    const first = (...given) => {
      this.off(name, first);
      listener(...given);
    };
    this.on(name, first);
  }

  trigger(name, ...given) {
    for (const listener of this.#listeners.get(name) ?? []) listener(...given);
  }
}

class Wid {
  constructor(user, server) {
    this.user = user;
    this.server = server;
    this._serialized = `${user}@${server}`;
  }
  isLid() {
    return this.server === 'lid';
  }
  isGroup() {
    return this.server === 'g.us';
  }
  isUser() {
    return this.server === 'c.us' || this.isLid();
  }
  isStatus() {
    return this._serialized === 'status@broadcast';
  }
  toString() {
    return this._serialized;
  }
}

export function createWid(given) {
  const id = typeof given === 'string' ? given : given?._serialized;
  const match = /^([\w.-]+)@(c\.us|lid|g\.us|broadcast|newsletter)$/.exec(id ?? '');
  if (!match) throw new Error('wid error: invalid wid');
  return new Wid(match[1], match[2]);
}

export class MsgKey {
  static async newId() {
    return `3EB0${[...crypto.getRandomValues(new Uint8Array(9))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  }

  constructor({ to, id, selfDir }) {
    this.fromMe = selfDir === 'out';
    this.remote = to;
    this.id = id;
    this._serialized = `${this.fromMe}_${to._serialized}_${id}`;
  }
}

class MsgModel extends Emitter {
  constructor(raw) {
    super();
    Object.assign(this, raw);
    if (raw.directPath) this.mediaData = { mediaStage: 'RESOLVED' };
  }

  serialize() {
    const { mediaBlob, mediaData, heardOf, ...raw } = this;
    return JSON.parse(JSON.stringify({ ...raw }));
  }

  toJSON() {
    const { mediaBlob, mediaData, ...raw } = this;
    return raw;
  }

  unsafe() {
    return this;
  }

  async downloadMedia() {}

  msgContextInfo() {
    return {};
  }
}

export class Messages extends Emitter {
  modelClass = MsgModel;
  all = new Map();

  get(id) {
    return this.all.get(id);
  }

  async getMessagesById(ids) {
    return { messages: ids.map((id) => this.get(id)).filter(Boolean) };
  }

  put(raw) {
    const message = new MsgModel(raw);
    this.all.set(raw.id._serialized, message);
    return message;
  }
}

class ChatModel {
  constructor(id, messages) {
    this.id = id;
    this.formattedTitle = id.user;
    this.unreadCount = 0;
    this.t = 0;
    this.mute = { expiration: 0 };
    this.msgs = { getModelsArray: () => messages() };
  }

  serialize() {
    return { id: { ...this.id }, formattedTitle: this.formattedTitle, unreadCount: this.unreadCount, t: this.t };
  }

  toJSON() {
    return this.serialize();
  }
}

export class Chats extends Emitter {
  all = new Map();

  get(wid) {
    return this.all.get(wid?._serialized ?? wid);
  }

  getModelsArray() {
    return [...this.all.values()];
  }

  /** Made when it is not there. */
  at(wid, messages) {
    const chat = this.get(wid) ?? new ChatModel(wid, messages);
    this.all.set(wid._serialized, chat);
    return chat;
  }
}
