import { ShopError } from '../../../src/sync/shop-error.ts';
import type { ShopSystem } from '../../../src/sync/shop-system.ts';
import { currencyAnswer } from './answers.ts';
import { orderCalls } from './order-calls.ts';
import { productCalls } from './product-calls.ts';
import { createRestApi } from './rest-api.ts';
import type { WoocommerceConfig } from './settings.ts';
import { readWebhook } from './webhook.ts';

/** Its database is asked itself; but PHP may be at work on a request for a while after nobody waits for it any more. */
const settleMs = 45_000;

/** A shop on WooCommerce, through its REST API. */
export function createWoocommerceShop(config: WoocommerceConfig): ShopSystem {
  const api = createRestApi(config);
  const { webhookSecret } = config;
  let known: Promise<string> | null = null;
  const currency = () => {
    known ??= askCurrency();
    known.catch(() => {
      known = null;
    });
    return known;
  };
  const askCurrency = async () => {
    const found = await api.get('data/currencies/current', {}, currencyAnswer);
    if (found === null) throw new ShopError('SHOP_UNAUTHORISED', 'there is no WooCommerce at this address');
    return found.code;
  };
  return {
    id: 'woocommerce',
    currency,
    settleMs,
    ...productCalls({ api, currency }),
    ...orderCalls(api),
    webhook:
      webhookSecret === null
        ? null
        : { path: '/webhooks/woocommerce', read: (request) => readWebhook(request, webhookSecret) },
  };
}
