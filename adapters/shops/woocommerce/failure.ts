import { isObject } from '../../../src/storage/json.ts';
import { ShopError } from '../../../src/sync/shop-error.ts';

export interface Failed {
  readonly status: number;
  /** `undefined`: it was no JSON. */
  readonly body: unknown;
  readonly retryAfter: string | null;
}

/** What went wrong, by WordPress's code; its message may quote what was sent, and stays here. */
export function failureOf({ status, body, retryAfter }: Failed): ShopError {
  const code = isObject(body) && typeof body['code'] === 'string' ? body['code'].slice(0, 80) : String(status);
  const after = Number(retryAfter);
  const afterMs = Number.isFinite(after) && after > 0 ? after * 1_000 : null;
  switch (status) {
    case 401:
    case 403:
      return new ShopError(
        'SHOP_UNAUTHORISED',
        `WooCommerce does not take the key, or the key may not do this (${code})`,
      );
    case 429:
      return new ShopError('SHOP_LIMITED', 'WooCommerce wants fewer questions', { afterMs });
    case 404:
      if (body === undefined || code === 'rest_no_route')
        return new ShopError('SHOP_UNAUTHORISED', 'there is no WooCommerce at this address');
      return new ShopError('SHOP_REFUSED', `WooCommerce does not know it (${code})`);
    default:
      // An answer of 200 that is no JSON is a plugin's error page, or half an answer.
      if (status >= 500 || status < 300)
        return new ShopError('SHOP_UNAVAILABLE', `WooCommerce failed (${code})`, { afterMs });
      return new ShopError('SHOP_REFUSED', `WooCommerce does not take it (${code})`);
  }
}
