import {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  type ClientOptions,
  OpenAI,
} from 'openai';
import { ModelError, type ModelErrorCode } from '../../../src/assistant/model-error.ts';

export interface ClientConfig {
  readonly apiKey: string;
  /** With its version, without a slash at the end. */
  readonly baseUrl: string;
  /** Until an answer begins. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

export function createClient({ apiKey, baseUrl, timeoutMs, maxRetries }: ClientConfig): OpenAI {
  return new OpenAI({ ...ownSettings, apiKey, baseURL: baseUrl, timeout: timeoutMs, maxRetries });
}

/** Whatever the client would take from the environment by itself, its log of requests among it. */
const ownSettings = {
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: 'off',
} as const satisfies ClientOptions;

/** What the client throws as a `ModelError`; anything else as it is. */
export function asModelError(error: unknown): unknown {
  const code = codeOf(error);
  // The client's own error is left out: it quotes what the server said.
  return code === null ? error : new ModelError(code, { retryAfterMs: retryAfterMs(error) });
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

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after in seconds; as a date it is left to the one who waits. */
function retryAfterMs(error: unknown): number | null {
  const header = error instanceof APIError ? error.headers?.get('retry-after') : null;
  return /^\d{1,6}(?:\.\d+)?$/u.test(header ?? '') ? Number(header) * 1000 : null;
}
