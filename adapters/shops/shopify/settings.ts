import type { Clock } from '../../../src/runtime/clock.ts';

export interface ShopifyConfig {
  /** `my-shop.myshopify.com`. */
  readonly shop: string;
  readonly accessToken: string;
  /** The app's secret key, which signs webhooks; `null`: none are taken. */
  readonly webhookSecret: string | null;
  /** Another server; Shopify's own when `null`. */
  readonly apiRoot: string | null;
  /** Location's number over there → place of ours; `null`: all locations are one. */
  readonly locations: ReadonlyMap<string, string> | null;
  readonly timeoutMs?: number;
}

export interface ShopifyDeps {
  readonly clock: Clock;
}

/** https://shopify.dev/docs/api/usage/versioning: a version is supported for a year. */
export const apiVersion = '2026-07';
