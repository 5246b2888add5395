import { Agent, type Dispatcher, errors, request } from 'undici';
import { SearchError } from '../../../src/catalog/search-error.ts';

/** The signature that the client asks of an `httpClient`. */
export type HttpClient = (url: Parameters<typeof fetch>[0], init?: Parameters<typeof fetch>[1]) => Promise<unknown>;

interface HttpConfig {
  readonly url: string;
  readonly apiKey?: string;
  /** A whole answer must be there by then; a search's must begin by then, and not pause for so long. */
  readonly timeoutMs: number;
}

export interface Http {
  /** For the vendor's client. */
  readonly httpClient: HttpClient;
  /** To be used for searches only: what is asked on every turn goes past the vendor's client, which takes a third of the search's own time. */
  post<Found>(path: string, body: object): Promise<Found>;
  close(): Promise<void>;
}

/**
 * An HTTP client for the Meilisearch client that keeps its connections and asks for plain answers: over Node's fetch,
 * compressed and chunked answers wait 44 ms for a delayed acknowledgement.
 */
export function createHttpClient({ url, apiKey, timeoutMs }: HttpConfig): Http {
  const agent = new Agent({
    ...{ connections: 16, connect: { timeout: timeoutMs }, keepAliveTimeout: 4_000 },
    ...{ headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
  });
  const base = url.endsWith('/') ? url : `${url}/`;
  const headers = { 'content-type': 'application/json', ...(apiKey && { authorization: `Bearer ${apiKey}` }) };
  return {
    httpClient: async (input, init = {}) => {
      const address = input instanceof Request ? input.url : input.toString();
      const call = () => send(agent, address, { ...init, signal: AbortSignal.timeout(timeoutMs) });
      return mayBeRepeated(address, init.method) ? twice(call) : call().catch(fail);
    },
    async post<Found>(path: string, body: object) {
      const options = { dispatcher: agent, method: 'POST', headers, body: JSON.stringify(body) } as const;
      return (await twice(async () => answerOf(await request(base + path, options)))) as Found;
    },
    close: () => agent.close(),
  };
}

/** Once more when the server closed a kept connection at the moment it was used again. */
async function twice(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return lostConnection(error) ? call().catch(fail) : fail(error);
  }
}

function fail(error: unknown): never {
  throw asSearchError(error);
}

async function send(agent: Agent, url: string, init: RequestInit): Promise<unknown> {
  const answer = await request(url, {
    dispatcher: agent,
    method: (init.method ?? 'GET') as 'GET',
    headers: Object.fromEntries(init.headers instanceof Headers ? init.headers : new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : null,
    signal: init.signal ?? null,
  });
  return answerOf(answer);
}

async function answerOf({ statusCode, body }: Dispatcher.ResponseData): Promise<unknown> {
  const read: unknown = statusCode === 204 ? undefined : await body.json();
  if (statusCode >= 400) throw refused(statusCode, read);
  return read;
}

function lostConnection(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

/** A swap done twice is undone; reading twice is nothing. */
function mayBeRepeated(url: string, method = 'GET'): boolean {
  return method === 'GET' || new URL(url).pathname.endsWith('/search');
}

const lateCodes: readonly unknown[] = ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'];

function isLate(error: Error): boolean {
  return error.name === 'TimeoutError' || ('code' in error && lateCodes.includes(error.code));
}

/** Only the server's error code is told on: its messages repeat what was searched for. */
function refused(status: number, body: unknown): SearchError {
  const code = (body as { code?: unknown } | null)?.code;
  if (code === 'invalid_search_embedder')
    return new SearchError(
      'SEARCH_NO_EMBEDDER',
      'Meilisearch has no embedder any more of the name that MEILI_EMBEDDER gives',
    );
  return new SearchError(
    'SEARCH_FAILED',
    `Meilisearch answered ${status} ${typeof code === 'string' ? code : ''}`.trim(),
  );
}

function asSearchError(error: unknown): SearchError {
  if (error instanceof SearchError) return error;
  if (error instanceof Error && isLate(error)) {
    return new SearchError('SEARCH_TIMEOUT', 'Meilisearch did not answer in time', { cause: error });
  }
  if (error instanceof SyntaxError)
    return new SearchError('SEARCH_FAILED', 'what answers at MEILI_URL is not Meilisearch');
  return new SearchError('SEARCH_UNAVAILABLE', 'Meilisearch cannot be reached: is it running at MEILI_URL?', {
    cause: error,
  });
}
