import type { ModelAnswer } from './language-model.ts';

/** Why a model gave no answer. Its message holds nothing of what was sent, and nothing of the server's words. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly code: ModelErrorCode;
  /** When the server wants to be asked again, in milliseconds (`retry-after`); `null` when it did not say. */
  readonly retryAfterMs: number | null;
  /** What has to be paid all the same, where the server told it; `null`: unknown, or nothing. */
  readonly used: UsedInVain | null;

  constructor(code: ModelErrorCode, { retryAfterMs = null, used = null, ...options }: ModelErrorOptions = {}) {
    super(`The model gave no answer (${code})`, options);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
    this.used = used;
  }
}

export type UsedInVain = Pick<ModelAnswer, 'model' | 'usage'>;

export interface ModelErrorOptions extends ErrorOptions {
  readonly retryAfterMs?: number | null;
  readonly used?: UsedInVain | null;
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
  /** Its answer broke off: it ends without its end, or ran into the limit of its length. */
  | 'MODEL_CUT'
  /** It has failed so often in a row that it is not asked for a while. */
  | 'MODEL_RESTING'
  /** The customer, or the whole shop, has used what there is for a day. */
  | 'MODEL_BUDGET_SPENT'
  /** What it would use could not be counted, or what to hide from it not be read, so that nobody may ask it: the store is away. */
  | 'MODEL_UNCOUNTED'
  /** Moderation let the shopper's words or the model's answer not pass. */
  | 'MODEL_FLAGGED'
  /** Moderation itself is away, and the shop wants no answer without it. */
  | 'MODERATION_DOWN';
