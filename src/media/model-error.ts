/** Why a model gave no answer. Its message holds nothing of what was sent, and nothing of the server's words. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;

  constructor(code: ModelErrorCode, options?: ErrorOptions) {
    super(`The model gave no answer (${code})`, options);
    this.code = code;
  }
}

export type ModelErrorCode =
  /** It takes no key, or not this one. */
  | 'MODEL_KEY_REFUSED'
  /** Too many requests, or nothing left to pay them with, after all retries. */
  | 'MODEL_LIMITED'
  /** It does not take the request: an unknown model, a file it cannot read. */
  | 'MODEL_REFUSED'
  /** It failed, or answered what nobody can read. */
  | 'MODEL_FAILED'
  | 'MODEL_TIMEOUT'
  | 'MODEL_UNREACHED'
  /** It answered with nothing. */
  | 'MODEL_EMPTY'
  /** It has failed so often in a row that it is not asked for a while. */
  | 'MODEL_RESTING';
