import { describe, expect, it } from 'vitest';
import { createShopifyShop } from '../../adapters/shops/shopify/shopify-shop.ts';
import { declareShopSystemContract } from '../contracts/shop-system.ts';
import { startFakeShopify } from '../fakes/shopify/fake-shopify.ts';
import { impatientClock, openWoocommerce, putShirt, shops } from './shops.ts';

for (const [name, open] of shops) declareShopSystemContract(name, open);

describe('Shopify', () => {
  it('is asked again when the points have come back, after the time that takes', async () => {
    const fake = await startFakeShopify();
    const waited: number[] = [];
    const config = {
      shop: fake.shop,
      accessToken: fake.token,
      webhookSecret: null,
      apiRoot: fake.url,
      locations: null,
    };
    const shop = createShopifyShop(config, { clock: impatientClock(waited) });
    fake.fail('limited', 2);
    expect(await shop.currency()).toBe('USD');
    // 700 points are wanted, 100 are left, 100 come a second.
    expect(waited).toEqual([6_000, 6_000]);
    expect(shop.webhook).toBeNull();
    await fake.close();
  });

  it('tells the count of each location that is a place of ours, and nothing of the others', async () => {
    const fake = await startFakeShopify();
    putShirt(fake.shelf, 1, 4);
    const config = { shop: fake.shop, accessToken: fake.token, webhookSecret: null, apiRoot: fake.url };
    const [here, nowhere] = [new Map([['1', 'main']]), new Map([['2', 'berlin']])].map((locations) =>
      createShopifyShop({ ...config, locations }, { clock: impatientClock() }),
    );
    const levels = async (shop: typeof here) => (await shop?.product('gid://shopify/Product/1'))?.variants[0]?.levels;
    expect(await levels(here)).toEqual([{ place: 'main', available: 4 }]);
    expect(await levels(nowhere)).toEqual([]);
    await fake.close();
  });

  it('does not believe what another shop signed with the same app', async () => {
    const fake = await startFakeShopify();
    const config = {
      shop: fake.shop,
      accessToken: fake.token,
      webhookSecret: fake.secret,
      apiRoot: fake.url,
      locations: null,
    };
    const shop = createShopifyShop(config, { clock: impatientClock() });
    const request = fake.webhook('orders/create', { id: 1 }, { 'x-shopify-shop-domain': 'other.myshopify.com' });
    expect(shop.webhook?.read(request)).toEqual({ refused: 'forged' });
    expect(shop.webhook?.read(fake.webhook('inventory_levels/update', { inventory_item_id: 5 }))).toMatchObject([
      { what: 'stock', id: 'gid://shopify/InventoryItem/5' },
    ]);
    expect(shop.webhook?.read(fake.webhook('fulfillments/create', { id: 3, order_id: 9 }))).toMatchObject([
      { what: 'order', id: 'gid://shopify/Order/9' },
    ]);
    await fake.close();
  });
});

describe('WooCommerce', () => {
  it('gets its 200 for the unsigned greeting of a webhook that is saved, and nothing follows from it', async () => {
    const shop = await openWoocommerce();
    const greeting = { method: 'POST', url: '/webhooks/woocommerce', headers: {}, body: Buffer.from('webhook_id=12') };
    expect(shop.system.webhook?.read(greeting)).toEqual([]);
    expect(shop.system.webhook?.read({ ...greeting, body: Buffer.from('webhook_id=12&id=1') })).toEqual({
      refused: 'forged',
    });
    await shop.close();
  });
});
