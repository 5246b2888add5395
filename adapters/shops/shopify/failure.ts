import { ShopError } from '../../../src/sync/shop-error.ts';

/** What Shopify's client tells of a failure. Its messages may quote what was sent, and stay here. */
export interface Failed {
  readonly networkStatusCode?: number;
  readonly graphQLErrors?: readonly { readonly extensions?: { readonly code?: string } }[];
  readonly response?: { readonly headers: { get(name: string): string | null } };
}

export function isThrottled({ graphQLErrors }: Failed): boolean {
  return graphQLErrors?.some(({ extensions }) => extensions?.code === 'THROTTLED') ?? false;
}

/** https://shopify.dev/docs/api/admin-graphql#status_and_error_codes */
export function failureOf(failed: Failed, waitMs: number): ShopError {
  const code = failed.graphQLErrors?.find(({ extensions }) => extensions?.code)?.extensions?.code;
  if (code !== undefined) return byCode(code, waitMs);
  if (failed.graphQLErrors) return new ShopError('SHOP_GARBLED', 'Shopify does not take the query as it is written');
  return byStatus(failed);
}

function byCode(code: string, waitMs: number): ShopError {
  switch (code) {
    case 'THROTTLED':
      return new ShopError('SHOP_LIMITED', 'Shopify wants fewer questions', { afterMs: waitMs });
    case 'ACCESS_DENIED':
      return new ShopError('SHOP_UNAUTHORISED', 'the token has not the right to do this: see the guide for its scopes');
    case 'SHOP_INACTIVE':
      return new ShopError('SHOP_UNAUTHORISED', 'the shop is not active');
    case 'INTERNAL_SERVER_ERROR':
      return new ShopError('SHOP_UNAVAILABLE', 'Shopify failed');
    default:
      return new ShopError('SHOP_GARBLED', `Shopify does not take the query: ${code.slice(0, 60)}`);
  }
}

function byStatus({ networkStatusCode: status, response }: Failed): ShopError {
  const said = Number(response?.headers.get('retry-after'));
  const afterMs = Number.isFinite(said) && said > 0 ? said * 1_000 : null;
  switch (status) {
    case undefined:
      return new ShopError('SHOP_UNAVAILABLE', 'Shopify does not answer');
    case 401:
    case 403:
      return new ShopError('SHOP_UNAUTHORISED', 'Shopify does not take the token');
    case 402:
    case 404:
    case 423:
      return new ShopError('SHOP_UNAUTHORISED', `there is no such shop, or it is closed (${status})`);
    case 429:
    case 430:
      return new ShopError('SHOP_LIMITED', 'Shopify wants fewer questions', { afterMs });
    default:
      if (status >= 500) return new ShopError('SHOP_UNAVAILABLE', `Shopify failed (${status})`, { afterMs });
      // An answer of 200 that is no JSON: a proxy's, or half of one.
      return new ShopError(
        status < 300 ? 'SHOP_UNAVAILABLE' : 'SHOP_GARBLED',
        `Shopify's answer cannot be read (${status})`,
      );
  }
}
