import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWatch } from '../telegram/watch.ts';
import { createOrderFeed } from './order-feed.ts';
import { pageScript, writePage } from './page-file.ts';
import { incoming, newId, type RawMessage } from './raw-messages.ts';

/** The shop's phone, WhatsApp's server, and the people who write: all that our page is connected to. */
export interface Phone {
  /** The page's file, for `WHATSAPP_WEB_PAGE`. */
  readonly page: string;
  /** What the codes were made of, oldest first. */
  readonly refs: readonly string[];
  /** What the page would not send, and why. */
  readonly refused: readonly string[];
  /** Chat states and blue ticks, as `composing 4917…@c.us`, `seen 4917…@c.us`. */
  readonly signs: readonly string[];
  /** Everything that the shop has sent to this person, oldest first. */
  sent(person: string): readonly RawMessage[];
  upload(directPath: string): Buffer | undefined;
  /** Makes the next page that starts misbehave; `null` makes it well again. */
  trouble(kind: Trouble | null): void;
  /** What becomes of the next so many messages (to this person); 1 when nothing is said. */
  fail(mode: SendFailure, options?: FailOptions): void;
  /** Nothing fails any more. */
  mend(): void;
  /** Somebody at the phone scans what is shown. */
  scan(): void;
  rotate(): void;
  logOut(): void;
  become(state: string): void;
  freeze(): void;
  unregister(person: string): void;
  /** Somebody writes; the message as it is on the server. */
  writes(person: string, more: Partial<RawMessage>): RawMessage;
  /** A file that somebody sends; `null` is one that is no longer to be had. */
  file(bytes: Uint8Array | null): string;
  /** The page brings a message once more. */
  again(message: RawMessage): void;
  /** The shop's chats are read on the phone. */
  readOnPhone(person: string): void;
  acks(message: RawMessage, ack: number): void;
  edits(message: RawMessage, words: string): void;
  revokes(message: RawMessage): void;
  decrypts(message: RawMessage, body: string): void;
  reacts(person: string, to: RawMessage, emoji: string): void;
  /** `isForgotten`: the page no longer has the poll. */
  votes(person: string, poll: RawMessage, options: readonly number[], isForgotten?: boolean): void;
  until<Value>(holds: () => Value | null | undefined | false, ms?: number): Promise<Value>;
  close(): Promise<void>;
}

/** `never-starts`: no version shows. `renamed`: a module is gone. `never-syncs`: linked, but never ready. */
export type Trouble = 'never-starts' | 'renamed' | 'never-syncs';
/** `hang`: neither sent nor refused. `hang-after`: sent, but never said so. `fail`: an error mark. `no-upload`: files are not taken. */
export type SendFailure = 'hang' | 'hang-after' | 'fail' | 'no-upload';

export interface FailOptions {
  readonly person?: string;
  readonly times?: number;
}

interface Failing {
  readonly mode: SendFailure;
  readonly person: string | null;
  times: number;
}

export const shopsNumber = '15550000001@c.us';

interface Chat {
  readonly messages: RawMessage[];
  unread: number;
}

interface State {
  readonly chats: Map<string, Chat>;
  readonly files: Map<string, Buffer>;
  readonly unregistered: Set<string>;
  readonly refs: string[];
  readonly refused: string[];
  readonly signs: string[];
  failures: Failing[];
  trouble: Trouble | null;
}

export async function startPhone(folder: string): Promise<Phone> {
  const state: State = {
    ...{ chats: new Map(), files: new Map(), unregistered: new Set(), refs: [], refused: [], signs: [], failures: [] },
    trouble: null,
  };
  const feed = createOrderFeed();
  const watch = createWatch();
  const server = createServer((request, response) => {
    void answer(request, response, { state, feed }).finally(watch.look);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await writePage(folder, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const writes = (person: string, more: Partial<RawMessage>): RawMessage => {
    const raw = incoming(person, shopsNumber, more);
    const chat = chatOf(state, person);
    chat.messages.push(raw);
    chat.unread += 1;
    feed.push('message', { raw, unread: chat.unread });
    return raw;
  };
  return {
    page,
    ...{ refs: state.refs, refused: state.refused, signs: state.signs },
    sent: (person) => chatOf(state, person).messages.filter(({ id }) => id.fromMe),
    upload: (directPath) => state.files.get(directPath),
    trouble: (kind) => {
      state.trouble = kind;
    },
    fail: (mode, { person = null, times = 1 } = {}) => void state.failures.push({ mode, person, times }),
    mend: () => {
      state.failures = [];
    },
    scan: () => feed.push('scan'),
    rotate: () => feed.push('rotate'),
    logOut: () => feed.push('logout'),
    become: (to) => feed.push('state', { state: to }),
    freeze: () => feed.push('freeze'),
    unregister: (person) => void state.unregistered.add(person),
    writes,
    file(bytes) {
      const directPath = `/${newId()}`;
      if (bytes) state.files.set(directPath, Buffer.from(bytes));
      return directPath;
    },
    again: (raw) => feed.push('message', { raw, unread: chatOf(state, raw.id.remote).unread }),
    readOnPhone: (person) => {
      chatOf(state, person).unread = 0;
    },
    acks: ({ id }, ack) => feed.push('ack', { id: id._serialized, ack }),
    edits: ({ id }, words) => feed.push('edit', { id: id._serialized, words }),
    revokes: ({ id }) => feed.push('revoke', { id: id._serialized }),
    decrypts: ({ id }, body) => feed.push('decrypt', { id: id._serialized, body }),
    reacts: (person, to, emoji) => feed.push('reaction', { reaction: reactionOf(person, to, emoji) }),
    votes(person, poll, options, isForgotten = false) {
      if (isForgotten) feed.push('forget', { id: poll.id._serialized });
      feed.push('vote', { vote: voteOf(person, poll, options) });
    },
    until: watch.until,
    async close() {
      feed.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function chatOf({ chats }: State, person: string): Chat {
  const chat = chats.get(person) ?? { messages: [], unread: 0 };
  chats.set(person, chat);
  return chat;
}

function reactionOf(person: string, to: RawMessage, emoji: string) {
  const id = newId();
  return {
    id: { fromMe: false, remote: person, id, _serialized: `false_${person}_${id}` },
    reactionParentKey: to.id,
    reactionTimestamp: Date.now(),
    reactionText: emoji,
    from: { _serialized: person },
  };
}

function voteOf(person: string, poll: RawMessage, options: readonly number[]) {
  const id = newId();
  return {
    id: { fromMe: false, remote: person, id, _serialized: `false_${person}_${id}` },
    pollUpdateParentKey: poll.id,
    ...{ t: Date.now(), senderTimestampMs: Date.now(), from: { _serialized: person }, selectedOptionLocalIds: options },
  };
}

interface Serving {
  readonly state: State;
  readonly feed: ReturnType<typeof createOrderFeed>;
}

async function answer(request: IncomingMessage, response: ServerResponse, { state, feed }: Serving): Promise<void> {
  const { url = '/' } = request;
  if (url.startsWith('/orders')) return feed.follow(request, response);
  const body = await bytesOf(request);
  response.setHeader('access-control-allow-origin', '*');
  const script = await pageScript(url);
  if (script !== null) response.setHeader('content-type', 'text/javascript').end(script);
  else if (url === '/state') response.end(JSON.stringify(stateFor(state, feed.length)));
  else if (url === '/tell') response.end(JSON.stringify(told(state, JSON.parse(body.toString('utf8')))));
  else if (url === '/upload') uploaded(state, body, response);
  else response.writeHead(state.files.has(mediaPath(url)) ? 200 : 404).end(state.files.get(mediaPath(url)));
}

function mediaPath(url: string): string {
  return url.replace(/^\/media/u, '');
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

function stateFor({ chats, trouble }: State, orders: number) {
  return {
    ...{ me: shopsNumber, orders, chats: [...chats.values()] },
    neverStarts: trouble === 'never-starts',
    renamed: trouble === 'renamed' ? 'WAWebOfflineHandler' : null,
    neverSyncs: trouble === 'never-syncs',
  };
}

function uploaded(state: State, body: Buffer, response: ServerResponse): void {
  if (failing(state, (each) => each.mode === 'no-upload')) {
    response.writeHead(500).end();
    return;
  }
  const directPath = `/${newId()}`;
  state.files.set(directPath, body);
  response.end(directPath);
}

interface Told {
  readonly kind: 'ref' | 'refused' | 'sent' | 'exists' | 'typing' | 'seen';
  readonly ref?: string;
  readonly fault?: string;
  readonly person?: string;
  readonly state?: string;
  readonly message?: RawMessage;
}

function told(state: State, what: Told): object {
  const { person = '', message } = what;
  switch (what.kind) {
    case 'ref':
      state.refs.push(what.ref ?? '');
      return {};
    case 'refused':
      state.refused.push(what.fault ?? '');
      return {};
    case 'exists':
      return { exists: !state.unregistered.has(person) };
    case 'typing':
      state.signs.push(`${what.state} ${person}`);
      return {};
    case 'seen':
      chatOf(state, person).unread = 0;
      state.signs.push(`seen ${person}`);
      return {};
    case 'sent':
      return message ? taken(state, message) : {};
  }
}

function taken(state: State, message: RawMessage): object {
  const remote = remoteOf(message);
  const failure = failing(state, ({ mode, person }) => mode !== 'no-upload' && (person ?? remote) === remote);
  if (failure === 'hang') return { hang: true };
  if (failure === 'fail') return { ack: -1 };
  chatOf(state, remote).messages.push({ ...message, id: { ...message.id, remote }, from: shopsNumber, to: remote });
  return failure === 'hang-after' ? { hang: true } : { ack: 1 };
}

/** Takes one of what is to fail. */
function failing(state: State, fits: (failing: Failing) => boolean): SendFailure | null {
  const found = state.failures.find((each) => each.times > 0 && fits(each));
  if (!found) return null;
  found.times -= 1;
  return found.mode;
}

/** The page's own object, or a string. */
function remoteOf({ id }: RawMessage): string {
  const remote: unknown = id.remote;
  return typeof remote === 'string' ? remote : String((remote as { _serialized?: string })._serialized);
}
