import { createShopifyShop } from '../../adapters/shops/shopify/shopify-shop.ts';
import { createWoocommerceShop } from '../../adapters/shops/woocommerce/woocommerce-shop.ts';
import type { RawRequest } from '../../src/channel/adapter.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { ShopSystem } from '../../src/sync/shop-system.ts';
import type { Faults, Shelf } from '../fakes/shop-shelf.ts';
import { startFakeShopify } from '../fakes/shopify/fake-shopify.ts';
import { startFakeWoocommerce } from '../fakes/woocommerce/fake-woocommerce.ts';

/** A fake shop and the adapter that speaks with it. */
export interface OpenedShop {
  readonly system: ShopSystem;
  readonly shelf: Shelf;
  readonly fail: Faults['fail'];
  readonly asked: string[];
  /** Whether it follows its parcels. */
  readonly tracks: boolean;
  /** How their ids of the shelf's numbers are written. */
  readonly productId: (id: number) => string;
  readonly orderId: (id: number) => string;
  readonly productHook: (id: number, headers?: Readonly<Record<string, string>>) => RawRequest;
  readonly orderHook: (id: number, headers?: Readonly<Record<string, string>>) => RawRequest;
  readonly eventHeader: string;
  close(): Promise<void>;
}

/** `timeoutMs`: how long the adapter waits for an answer; as long as it usually does when absent, for a busy machine is slow. */
export type OpenShop = (limits?: { readonly timeoutMs: number }) => Promise<OpenedShop>;

/** Waits are over at once, and their length is kept: nothing in a test takes the time that it says. */
export function impatientClock(waited: number[] = []): Clock {
  return {
    now: () => Date.now(),
    after(ms, call) {
      waited.push(ms);
      const timer = setImmediate(call);
      return () => clearImmediate(timer);
    },
  };
}

export const openShopify: OpenShop = async (limits) => {
  const fake = await startFakeShopify();
  const { shelf, fail, asked, close, shop, token, secret } = fake;
  const config = { shop, accessToken: token, webhookSecret: secret, apiRoot: fake.url, locations: null, ...limits };
  return {
    ...{ shelf, fail, asked, close, tracks: true },
    system: createShopifyShop(config, { clock: impatientClock() }),
    productId: (id) => `gid://shopify/Product/${id}`,
    orderId: (id) => `gid://shopify/Order/${id}`,
    productHook: (id, headers) => fake.webhook('products/update', { id, title: 'not looked at' }, headers),
    orderHook: (id, headers) => fake.webhook('orders/updated', { id }, headers),
    eventHeader: 'x-shopify-event-id',
  };
};

export const openWoocommerce: OpenShop = async (limits) => {
  const fake = await startFakeWoocommerce();
  const { shelf, fail, asked, close, key, consumerSecret, secret } = fake;
  return {
    ...{ shelf, fail, asked, close, tracks: false },
    system: createWoocommerceShop({ url: fake.url, key, secret: consumerSecret, webhookSecret: secret, ...limits }),
    productId: String,
    orderId: String,
    productHook: (id, headers) => fake.webhook('product.updated', { id, name: 'not looked at' }, headers),
    orderHook: (id, headers) => fake.webhook('order.updated', { id }, headers),
    eventHeader: 'x-wc-webhook-delivery-id',
  };
};

export const shops: readonly (readonly [string, OpenShop])[] = [
  ['Shopify', openShopify],
  ['WooCommerce', openWoocommerce],
];

/** A shirt in two sizes, 12.50 (was 20.00), so many pieces of each. */
export function putShirt(shelf: Shelf, id: number, stock: number | null = 5): void {
  const variant = (size: string, at: number) => ({
    ...{ id: id * 10 + at, sku: `SHIRT-${id}-${size}`, options: { Size: size }, price: '12.50', was: '20.00', stock },
  });
  shelf.products.set(id, {
    ...{
      id,
      title: `Shirt ${id}`,
      handle: `shirt-${id}`,
      description: '<p>Soft &amp; warm</p>',
      brand: 'Acme',
      active: true,
    },
    ...{ changedAt: shelf.now, variants: [variant('M', 1), variant('L', 2)] },
  });
}
