import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createWatch, type Watch } from '../telegram/watch.ts';
import { createFaults, type Fault, type Faults } from './faults.ts';
import { type SigningKey, signedToken, signingKey } from './keys.ts';
import { refusalOf } from './refuse.ts';

type Read = Readonly<Record<string, unknown>>;

export interface SentActivity {
  readonly conversation: string;
  readonly activity: Read;
}

export interface FakeTeams extends Pick<Faults, 'fail' | 'mend'>, Pick<Watch, 'until'> {
  readonly app: { readonly id: string; readonly password: string; readonly tenantId: string };
  readonly keysUrl: string;
  readonly loginUrl: string;
  readonly serviceUrl: string;
  /** The key that is published, and one that is endorsed for another channel. */
  readonly key: SigningKey;
  readonly otherChannelsKey: SigningKey;
  /** Claims as the connector signs them; what is given comes instead. */
  claims(instead?: Read): Read;
  /** `Bearer …`, genuine but for what is given. */
  authorization(instead?: Read): string;
  /** Everything but typing, oldest first; of one conversation when it is named. */
  sent(conversation?: string): readonly SentActivity[];
  typings(): number;
  /** Every send that came, refused ones too. */
  calls(): number;
  /** Sends that Teams would refuse, by its word. */
  refusals(): readonly string[];
  /** How often the bot asked for a token of its own. */
  tokens(): number;
  /** From now on the bot's secret is wrong, or right. */
  setSecretHolds(holds: boolean): void;
  /** A file that the connector hands out to the bot alone; its address. */
  file(bytes: Uint8Array, contentType: string): string;
  close(): Promise<void>;
}

interface State {
  readonly watch: Watch;
  readonly faults: Faults;
  readonly sent: SentActivity[];
  readonly refusals: string[];
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly contentType: string }>;
  readonly keys: readonly SigningKey[];
  calls: number;
  tokens: number;
  secretHolds: boolean;
}

const app = {
  id: '11111111-2222-4333-8444-555555555555',
  password: 'a-secret-only-for-tests',
  tenantId: '99999999-2222-4333-8444-555555555555',
};

// Making a key takes half a second; one for all servers is no more than another server would have.
const key = signingKey('teams-key', ['msteams']);
const otherChannelsKey = signingKey('webchat-key', ['webchat']);

const issuer = 'https://api.botframework.com';

/**
 * Microsoft on 127.0.0.1: the keys that its connector signs with, the place where bots get their tokens, and a connector that refuses
 * what Teams refuses and keeps the rest.
 */
export async function startFakeTeams(): Promise<FakeTeams> {
  const state: State = {
    ...{ watch: createWatch(), faults: createFaults(), sent: [], refusals: [], files: new Map() },
    ...{ keys: [key, otherChannelsKey], calls: 0, tokens: 0, secretHolds: true },
  };
  const { server, address } = await listening(state);
  const serviceUrl = `${address}/teams/`;
  const claims = (instead: Read = {}): Read => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: app.id, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3600, ...instead };
  };
  return {
    ...{ app, key, otherChannelsKey, serviceUrl, claims },
    // Keys are remembered by their address for a day: each server has one of its own.
    keysUrl: `${address}/keys/.well-known/openidconfiguration`,
    loginUrl: address,
    authorization: (instead) => `Bearer ${signedToken(key, claims(instead))}`,
    ...views(state, serviceUrl),
    fail: state.faults.fail,
    mend: state.faults.mend,
    until: state.watch.until,
    close: () => closed(server),
  };
}

function views(state: State, serviceUrl: string) {
  const isTyping = ({ activity }: SentActivity) => activity['type'] === 'typing';
  return {
    sent: (conversation?: string) =>
      state.sent.filter(
        (each) => !isTyping(each) && (conversation === undefined || each.conversation === conversation),
      ),
    typings: () => state.sent.filter(isTyping).length,
    calls: () => state.calls,
    refusals: () => state.refusals,
    tokens: () => state.tokens,
    setSecretHolds: (holds: boolean) => {
      state.secretHolds = holds;
    },
    file: (bytes: Uint8Array, contentType: string) => {
      const name = `/v3/attachments/${state.files.size}/views/original`;
      state.files.set(name, { bytes, contentType });
      return `${serviceUrl.replace(/\/teams\/$/u, '')}${name}`;
    },
  };
}

async function listening(state: State): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    answer(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await done;
}

async function answer(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const path = decodeURIComponent(url.pathname);
  if (path === '/keys/.well-known/openidconfiguration') {
    return reply(response, 200, { issuer, jwks_uri: `${url.origin}/keys/jwks` });
  }
  if (path === '/keys/jwks') return reply(response, 200, { keys: state.keys.map(({ jwk }) => jwk) });
  if (path === `/${app.tenantId}/oauth2/v2.0/token`) return token(state, body, response);
  if (!isSignedIn(state, request)) return reply(response, 401, { error: { code: 'Unauthorized' } });
  if (request.method === 'GET') return file(state, path, response);
  const to = /^\/teams\/+v3\/conversations\/([^/]+)\/activities(?:\/[^/]+)?$/u.exec(path)?.[1];
  if (to === undefined) return reply(response, 404, { error: { code: 'ConversationNotFound' } });
  return send(state, { conversation: to, body, response });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

function token(state: State, body: string, response: ServerResponse): void {
  const form = new URLSearchParams(body);
  const isRight =
    form.get('client_id') === app.id &&
    form.get('client_secret') === app.password &&
    form.get('grant_type') === 'client_credentials' &&
    form.get('scope') === `${issuer}/.default`;
  if (!isRight || !state.secretHolds) return reply(response, 401, { error: 'invalid_client' });
  state.tokens += 1;
  reply(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-${state.tokens}` });
}

function isSignedIn(state: State, { headers }: IncomingMessage): boolean {
  return state.secretHolds && /^Bearer token-\d+$/u.test(headers.authorization ?? '');
}

function file(state: State, path: string, response: ServerResponse): void {
  const found = state.files.get(path);
  if (!found) return reply(response, 404, { error: { code: 'NotFound' } });
  response.writeHead(200, { 'content-type': found.contentType, 'content-length': found.bytes.length });
  response.end(found.bytes);
}

interface Send {
  readonly conversation: string;
  readonly body: string;
  readonly response: ServerResponse;
}

function send(state: State, { conversation, body, response }: Send): void {
  state.calls += 1;
  const planned = isTypingBody(body) ? null : state.faults.next(conversation);
  if (planned === null || planned.after) keep(state, { conversation, body, response }, planned === null);
  if (planned !== null) goWrong(planned.fault, response);
  state.watch.look();
}

function isTypingBody(body: string): boolean {
  return (JSON.parse(body) as Read)['type'] === 'typing';
}

function keep(state: State, { conversation, body, response }: Send, isAnswered: boolean): void {
  const refusal = refusalOf(body);
  if (refusal) {
    state.refusals.push(refusal.code);
    return reply(response, refusal.status, { error: { code: refusal.code, message: 'as it was sent' } });
  }
  state.sent.push({ conversation, activity: JSON.parse(body) as Read });
  if (isAnswered) reply(response, 201, { id: `${1_790_000_000_000 + state.sent.length}` });
}

function goWrong(fault: Fault, response: ServerResponse): void {
  if (fault === 'hang') return;
  if (fault === 'close') {
    response.destroy();
    return;
  }
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
  reply(response, fault.status, { error: { code: fault.code ?? 'Fault', message: 'red shoes for Ann' } });
}

function reply(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
