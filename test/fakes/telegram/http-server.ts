import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type ApiFailure } from './api-error.ts';
import { fileAt } from './file-methods.ts';
import { type Call, methods } from './methods.ts';
import { readRequest } from './read-request.ts';
import type { ScriptedFailure, ServerState } from './server-state.ts';

export interface Http {
  readonly apiRoot: string;
  close(): Promise<void>;
}

export interface HttpSettings {
  readonly token: string;
  readonly state: ServerState;
  /** Called after every answer, with the method's name. */
  readonly answered: (method: string) => void;
}

export async function startHttp(settings: HttpSettings): Promise<Http> {
  const server = createServer((request, response) => void answer(settings, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { apiRoot: `http://127.0.0.1:${port}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

async function answer(settings: HttpSettings, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const hangup = new AbortController();
  response.on('close', () => hangup.abort());
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const path = decodeURIComponent(url.pathname);
  if (path.startsWith('/file/')) return sendFile(settings, path, response);
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(path) ?? [];
  const outcome = await settle(async () => {
    const parameters = await readRequest(request, url.searchParams);
    checkRoute(settings, token, method);
    const call = { state: settings.state, request: parameters, hangup: hangup.signal };
    return invoke(call, method, () => methods[method.toLowerCase()]?.(call));
  });
  if (outcome === 'close') response.destroy();
  else if (outcome !== 'hang') reply(response, outcome);
  settings.answered(method);
}

/** https://core.telegram.org/bots/api#getfile: everything is called an octet-stream. */
function sendFile({ token, state, answered }: HttpSettings, path: string, response: ServerResponse): void {
  const [, given, place = ''] = /^\/file\/bot([^/]+)\/(.+)$/u.exec(path) ?? [];
  const bytes = given === token ? fileAt(state, place) : null;
  const scripted = takeFailure(state, { method: 'download', chat: null });
  if (scripted?.failure === 'close') response.destroy();
  else if (scripted && scripted.failure !== 'hang') {
    reply(response, { ok: false, ...(scripted.failure as ApiFailure) });
  } else if (!scripted && bytes)
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length }).end(bytes);
  else if (!scripted) reply(response, { ok: false, ...notFound });
  answered('download');
}

const unauthorized: ApiFailure = { error_code: 401, description: 'Unauthorized' };
const notFound: ApiFailure = { error_code: 404, description: 'Not Found' };

function checkRoute({ token }: HttpSettings, given: string, method: string): void {
  if (given === '' || !/^\d+:[\w-]+$/u.test(given)) throw new ApiError(notFound);
  if (given !== token) throw new ApiError(unauthorized);
  if (!(method.toLowerCase() in methods)) throw new ApiError(notFound);
}

/** A scripted failure stands before the call, or after it: done, but the answer is lost. */
async function invoke(call: Call, method: string, run: () => unknown): Promise<unknown> {
  const chat = call.request.integer('chat_id');
  const scripted = takeFailure(call.state, { method, chat });
  if (scripted && !scripted.after) throw lost(call.state, scripted);
  const result = await run();
  if (scripted) throw lost(call.state, scripted);
  return result;
}

interface Called {
  readonly method: string;
  readonly chat: number | null;
}

function takeFailure({ failures }: ServerState, { method, chat }: Called): ScriptedFailure | undefined {
  const isMeant = (each: ScriptedFailure) =>
    each.method.toLowerCase() === method.toLowerCase() && (each.chat === null || each.chat === chat);
  const at = failures.findIndex(isMeant);
  return at < 0 ? undefined : failures.splice(at, 1)[0];
}

class Lost extends Error {
  readonly how: 'hang' | 'close';
  constructor(how: 'hang' | 'close') {
    super(how);
    this.how = how;
  }
}

function lost({ flood }: ServerState, { failure, chat }: ScriptedFailure): Error {
  if (typeof failure === 'string') return new Lost(failure);
  if (failure.error_code === 429) flood.shut(failure.parameters?.retry_after ?? 1, chat);
  return new ApiError(failure);
}

type Answer = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & ApiFailure);
type Outcome = Answer | 'hang' | 'close';

async function settle(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, ...error.failure };
    if (error instanceof Lost) return error.how;
    const words = error instanceof Error ? error.message : 'unknown';
    return { ok: false, error_code: 500, description: `Internal Server Error: ${words}` };
  }
}

function reply(response: ServerResponse, outcome: Answer): void {
  const status = outcome.ok ? 200 : outcome.error_code;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(outcome));
}
