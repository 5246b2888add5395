import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeMedia, postMedia, postMessage } from './api.ts';
import { failureBody, GraphFault } from './graph-failure.ts';
import type { Plan, ServerState } from './server-state.ts';

export interface Http {
  readonly apiRoot: string;
  close(): Promise<void>;
}

export async function startHttp(state: ServerState, answered: () => void): Promise<Http> {
  const server = createServer((request, response) => {
    void answer(state, request, response).finally(answered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { apiRoot: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function answer(state: ServerState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bytesOf(request).catch(() => null);
  if (body === null) return;
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  state.calls.push(`${request.method} ${pathname}`);
  const plan = takePlan(state, `${pathname} ${body.toString('utf8')}`);
  const outcome = plan && !plan.after ? null : await settle(state, { request, pathname, body });
  if (plan) return fail(plan, response);
  if (outcome === null) return;
  if (outcome.bytes) return void response.writeHead(200, { 'content-type': outcome.mediaType }).end(outcome.bytes);
  const headers = { 'content-type': 'application/json; charset=UTF-8', ...outcome.headers };
  response.writeHead(outcome.status, headers).end(JSON.stringify(outcome.json));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function takePlan({ plans }: ServerState, call: string): Plan | null {
  const at = plans.findIndex(({ about }) => about === null || call.includes(about));
  return at < 0 ? null : (plans.splice(at, 1)[0] ?? null);
}

function fail({ trouble }: Plan, response: ServerResponse): void {
  if (trouble === 'hang') return;
  if (trouble === 'close') return void response.socket?.destroy();
  if ('answer' in trouble) return void response.end(JSON.stringify(trouble.answer));
  const headers = { 'content-type': 'application/json; charset=UTF-8', ...trouble.headers };
  response.writeHead(trouble.status, headers).end(JSON.stringify(failureBody(trouble)));
}

interface Outcome {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: object;
  readonly bytes?: Uint8Array;
  readonly mediaType?: string;
}

interface Call {
  readonly request: IncomingMessage;
  readonly pathname: string;
  readonly body: Buffer;
}

async function settle(state: ServerState, call: Call): Promise<Outcome> {
  try {
    return await route(state, call);
  } catch (error) {
    if (error instanceof GraphFault) {
      const { status, headers = {} } = error.failure;
      return { status, headers, json: failureBody(error.failure) };
    }
    return { status: 500, json: { error: { code: 1, message: String(error), type: 'OAuthException' } } };
  }
}

async function route(state: ServerState, { request, pathname, body }: Call): Promise<Outcome> {
  if (request.headers.authorization !== `Bearer ${state.token}`) {
    throw new GraphFault({ status: 401, code: 190, message: 'Invalid OAuth access token' });
  }
  const [, version, node = '', edge] = pathname.split('/');
  if (version === 'files') return fileOf(state, node);
  if (!/^v\d+\.\d$/u.test(version ?? '')) throw unknownPath(pathname);
  if (request.method === 'GET' && edge === undefined) return { status: 200, json: nodeOf(state, node, request) };
  if (request.method !== 'POST' || node !== state.phoneNumberId) throw unknownPath(pathname);
  if (edge === 'messages') return { status: 200, json: postMessage(state, readJson(body)) };
  if (edge !== 'media') throw unknownPath(pathname);
  return { status: 200, json: await postMedia(state, body, request.headers['content-type'] ?? '') };
}

function nodeOf(state: ServerState, node: string, request: IncomingMessage): object {
  if (node === state.phoneNumberId) return { id: node };
  return describeMedia(state, node, `http://${request.headers.host}`);
}

function fileOf({ files }: ServerState, id: string): Outcome {
  const file = files.get(id);
  return file ? { status: 200, bytes: file.bytes, mediaType: file.mediaType } : { status: 404, json: {} };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new GraphFault({ status: 400, code: 100, message: 'The body is no JSON' });
  }
}

function unknownPath(pathname: string): GraphFault {
  return new GraphFault({ status: 400, code: 2500, message: `Unknown path components: ${pathname}` });
}
