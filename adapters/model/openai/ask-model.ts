import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  type ClientOptions,
  OpenAI,
} from 'openai';
import { ModelError, type ModelErrorCode } from '../../../src/assistant/model-error.ts';

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
export function createAskModel({ apiKey, baseUrl, timeoutMs, longestMs = usualLongestMs }: ModelServer): AskModel {
  const client = new OpenAI({ ...ownSettings, apiKey, baseURL: baseUrl, timeout: timeoutMs ?? usualTimeoutMs });
  return async (ask) => {
    try {
      return await ask(client, { signal: AbortSignal.timeout(longestMs) });
    } catch (error) {
      throw asModelError(error);
    }
  };
}

/** Whatever the client would take from the environment by itself, its log of requests among it. */
const ownSettings = {
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: 'off',
  maxRetries: 2,
} as const satisfies ClientOptions;

function asModelError(error: unknown): unknown {
  const code = codeOf(error);
  // The client's own error is left out: it quotes what the server said.
  return code === null ? error : new ModelError(code);
}

function codeOf(error: unknown): ModelErrorCode | null {
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) return 'MODEL_TIMEOUT';
  if (error instanceof APIConnectionError) return 'MODEL_UNREACHED';
  if (error instanceof APIError) return codeOfStatus(error.status);
  // The client throws it bare where an answer is no JSON.
  return error instanceof SyntaxError ? 'MODEL_FAILED' : null;
}

function codeOfStatus(status: unknown): ModelErrorCode {
  if (status === 401 || status === 403) return 'MODEL_KEY_REFUSED';
  if (status === 429) return 'MODEL_LIMITED';
  return typeof status === 'number' && status < 500 ? 'MODEL_REFUSED' : 'MODEL_FAILED';
}
