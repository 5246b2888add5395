import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, type ApiFailure } from './api-error.ts';
import { methods } from './methods.ts';
import { readRequest } from './read-request.ts';
import type { ServerState } from './server-state.ts';

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
  const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)$/u.exec(decodeURIComponent(url.pathname)) ?? [];
  const outcome = await settle(async () => {
    const parameters = await readRequest(request, url.searchParams);
    checkRoute(settings, token, method);
    return invoke(settings.state, method, () =>
      methods[method.toLowerCase()]?.({ state: settings.state, request: parameters, hangup: hangup.signal }),
    );
  });
  reply(response, outcome);
  settings.answered(method);
}

const unauthorized: ApiFailure = { error_code: 401, description: 'Unauthorized' };
const notFound: ApiFailure = { error_code: 404, description: 'Not Found' };

function checkRoute({ token }: HttpSettings, given: string, method: string): void {
  if (given === '' || !/^\d+:[\w-]+$/u.test(given)) throw new ApiError(notFound);
  if (given !== token) throw new ApiError(unauthorized);
  if (!(method.toLowerCase() in methods)) throw new ApiError(notFound);
}

/** A scripted failure stands before the call, or after it: done, but the answer is lost. */
async function invoke(state: ServerState, method: string, run: () => unknown): Promise<unknown> {
  const at = state.failures.findIndex((each) => each.method.toLowerCase() === method.toLowerCase());
  const scripted = at < 0 ? undefined : state.failures.splice(at, 1)[0];
  if (scripted?.failure.error_code === 429) state.flood.shut(scripted.failure.parameters?.retry_after ?? 1);
  if (scripted && !scripted.after) throw new ApiError(scripted.failure);
  const result = await run();
  if (scripted) throw new ApiError(scripted.failure);
  return result;
}

type Outcome = { readonly ok: true; readonly result: unknown } | ({ readonly ok: false } & ApiFailure);

async function settle(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, result: await run() };
  } catch (error) {
    if (error instanceof ApiError) return { ok: false, ...error.failure };
    const words = error instanceof Error ? error.message : 'unknown';
    return { ok: false, error_code: 500, description: `Internal Server Error: ${words}` };
  }
}

function reply(response: ServerResponse, outcome: Outcome): void {
  const status = outcome.ok ? 200 : outcome.error_code;
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(outcome));
}
