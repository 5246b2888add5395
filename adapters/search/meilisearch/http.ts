import { Agent, errors, request } from 'undici';
import { SearchError } from '../../../src/catalog/search-error.ts';

/** The signature that the client asks of an `httpClient`. */
export type HttpClient = (url: Parameters<typeof fetch>[0], init?: Parameters<typeof fetch>[1]) => Promise<unknown>;

interface HttpConfig {
  /** A whole answer must be there by then. */
  readonly timeoutMs: number;
}

/**
 * An HTTP client for the Meilisearch client that keeps its connections and asks for plain answers: over Node's fetch,
 * compressed and chunked answers wait 44 ms for a delayed acknowledgement.
 */
export function createHttpClient({ timeoutMs }: HttpConfig): {
  readonly httpClient: HttpClient;
  close(): Promise<void>;
} {
  const agent = new Agent({ connections: 16, connect: { timeout: timeoutMs }, keepAliveTimeout: 4_000 });
  const httpClient: HttpClient = async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input.toString();
    const call = () => send(agent, url, { ...init, signal: AbortSignal.timeout(timeoutMs) });
    try {
      return await call();
    } catch (error) {
      if (!lostConnection(error) || !mayBeRepeated(url, init.method)) throw asSearchError(error);
      return call().catch((again: unknown) => {
        throw asSearchError(again);
      });
    }
  };
  return { httpClient, close: () => agent.close() };
}

async function send(agent: Agent, url: string, init: RequestInit): Promise<unknown> {
  const answer = await request(url, {
    dispatcher: agent,
    method: (init.method ?? 'GET') as 'GET',
    headers: Object.fromEntries(init.headers instanceof Headers ? init.headers : new Headers(init.headers)),
    body: typeof init.body === 'string' ? init.body : null,
    signal: init.signal ?? null,
  });
  const body: unknown = answer.statusCode === 204 ? undefined : await answer.body.json();
  if (answer.statusCode >= 400) throw refused(answer.statusCode, body);
  return body;
}

/** The server closed a kept connection at the moment it was used again. */
function lostConnection(error: unknown): boolean {
  return error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === 'ECONNRESET';
}

/** A swap done twice is undone; reading twice is nothing. */
function mayBeRepeated(url: string, method = 'GET'): boolean {
  return method === 'GET' || new URL(url).pathname.endsWith('/search');
}

/** Only the server's error code is told on: its messages repeat what was searched for. */
function refused(status: number, body: unknown): SearchError {
  const code = (body as { code?: unknown } | null)?.code;
  return new SearchError(
    'SEARCH_FAILED',
    `Meilisearch answered ${status} ${typeof code === 'string' ? code : ''}`.trim(),
  );
}

function asSearchError(error: unknown): SearchError {
  if (error instanceof SearchError) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new SearchError('SEARCH_TIMEOUT', 'Meilisearch did not answer in time', { cause: error });
  }
  if (error instanceof SyntaxError)
    return new SearchError('SEARCH_FAILED', 'what answers at MEILI_URL is not Meilisearch');
  return new SearchError('SEARCH_UNAVAILABLE', 'Meilisearch cannot be reached: is it running at MEILI_URL?', {
    cause: error,
  });
}
