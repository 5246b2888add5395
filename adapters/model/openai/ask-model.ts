import type { OpenAI } from 'openai';
import { asModelError, createClient } from './client.ts';

export interface ModelServer {
  readonly apiKey: string;
  /** With its version, without a slash at the end. */
  readonly baseUrl: string;
  /** Of one request; `longestMs` is for all of them together. */
  readonly timeoutMs?: number;
  readonly longestMs?: number;
}

/** Asks with a client, within the time there is. Rejects with `ModelError`; what the request itself fails with goes through. */
export type AskModel = <T>(
  ask: (client: OpenAI, options: { readonly signal: AbortSignal }) => Promise<T>,
) => Promise<T>;

const usualTimeoutMs = 40_000;
const usualLongestMs = 80_000;

/** The client retries twice by itself: 408, 409, 429 (as `retry-after` says), 5xx, and lost connections. */
export function createAskModel({ timeoutMs, longestMs = usualLongestMs, ...server }: ModelServer): AskModel {
  const client = createClient({ ...server, timeoutMs: timeoutMs ?? usualTimeoutMs, maxRetries: 2 });
  return async (ask) => {
    try {
      return await ask(client, { signal: AbortSignal.timeout(longestMs) });
    } catch (error) {
      throw asModelError(error);
    }
  };
}
