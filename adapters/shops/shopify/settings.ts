import type { ShopifySettings } from '../../../src/config/shops.ts';
import type { Clock } from '../../../src/runtime/clock.ts';

export interface ShopifyConfig extends ShopifySettings {
  readonly timeoutMs?: number;
}

export interface ShopifyDeps {
  readonly clock: Clock;
}

/** https://shopify.dev/docs/api/usage/versioning: a version is supported for a year. */
export const apiVersion = '2026-07';
