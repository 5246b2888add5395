/** An answer of the Bot API that is not `ok`. */
export interface ApiFailure {
  readonly error_code: number;
  readonly description: string;
  readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
}

/** What a scripted call comes to: a refusal, no answer for ever, or a socket that closes. */
export type Failing = ApiFailure | 'hang' | 'close';

export class ApiError extends Error {
  readonly failure: ApiFailure;
  constructor(failure: ApiFailure) {
    super(failure.description);
    this.failure = failure;
  }
}

export function badRequest(words: string): ApiError {
  return new ApiError({ error_code: 400, description: `Bad Request: ${words}` });
}

export function forbidden(words: string): ApiError {
  return new ApiError({ error_code: 403, description: `Forbidden: ${words}` });
}

export function conflict(words: string): ApiError {
  return new ApiError({ error_code: 409, description: `Conflict: ${words}` });
}

export function tooManyRequests(seconds: number): ApiError {
  return new ApiError({
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  });
}
