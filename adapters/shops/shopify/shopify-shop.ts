import type { ShopSystem } from '../../../src/sync/shop-system.ts';
import { createAdminApi } from './admin-api.ts';
import { shopAnswer } from './answers.ts';
import { shopDocument } from './documents.ts';
import { orderCalls } from './order-calls.ts';
import { productCalls } from './product-calls.ts';
import type { ShopifyConfig, ShopifyDeps } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** A look-up goes through their search index, which follows an order within seconds, seldom later. */
const settleMs = 60_000;

/** A shop on Shopify, through its Admin API. */
export function createShopifyShop(config: ShopifyConfig, deps: ShopifyDeps): ShopSystem {
  const api = createAdminApi(config, deps);
  const { webhookSecret: secret, shop } = config;
  let known: Promise<string> | null = null;
  const currency = () => {
    known ??= api.ask(shopDocument, { variables: {}, answer: shopAnswer }).then((answer) => answer.shop.currencyCode);
    known.catch(() => {
      known = null;
    });
    return known;
  };
  return {
    id: 'shopify',
    currency,
    settleMs,
    ...productCalls({ api, currency, locations: config.locations }),
    ...orderCalls(api),
    webhook:
      secret === null ? null : { path: '/webhooks/shopify', read: (request) => readWebhook(request, { secret, shop }) },
  };
}
