/** A shop system did not do what was asked. Messages hold no address, no name and no key. */
export class ShopError extends Error {
  override readonly name = 'ShopError';
  readonly code: /** It does not take the key, or the key has not the right. */
    | 'SHOP_UNAUTHORISED'
    /** Too much was asked in too short a time. */
    | 'SHOP_LIMITED'
    /** No answer, or one of a server that is down. */
    | 'SHOP_UNAVAILABLE'
    /** It does not take what was sent, and will not take it later. */
    | 'SHOP_REFUSED'
    /** The answer is not what its own documentation says. */
    | 'SHOP_GARBLED';
  /** When to come again, milliseconds; `null`: it did not say. */
  readonly afterMs: number | null;

  constructor(code: ShopError['code'], message: string, options: { afterMs?: number | null; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.afterMs = options.afterMs ?? null;
  }
}
