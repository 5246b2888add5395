import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { RawRequest } from '../../src/channel/adapter.ts';
import { ConfigError, readConfig } from '../../src/config/config.ts';
import { buildCli, type CliShop, openCliShop } from '../cli/cli.ts';
import { type FakeShopify, startFakeShopify } from '../fakes/shopify/fake-shopify.ts';
import { putShirt } from './shops.ts';

let fake: FakeShopify;
let shop: CliShop;
beforeAll(async () => {
  await buildCli();
  fake = await startFakeShopify();
  shop = await openCliShop();
});
afterAll(async () => {
  await shop.close();
  await fake.close();
});

async function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const settings = {
    SHOPIFY_SHOP: fake.shop,
    SHOPIFY_ACCESS_TOKEN: fake.token,
    SHOPIFY_WEBHOOK_SECRET: fake.secret,
    SHOPIFY_API_ROOT: fake.url,
  };
  const cli = shop.run(args, { ...settings, ...more });
  const code = await cli.ended;
  return { code, said: cli.said(), complained: cli.complained() };
}

it('parley sync brings the shop here and tells what it left out; the export of it holds no key', {
  timeout: 60_000,
}, async () => {
  putShirt(fake.shelf, 1, 5);
  putShirt(fake.shelf, 2, 5);
  const odd = fake.shelf.products.get(2);
  if (odd) odd.title = ' ';
  const before = await run(['sync']);
  expect(before).toMatchObject({ code: 0, said: expect.stringContaining('nothing has been brought here yet') });
  const synced = await run(['sync', 'now']);
  expect(synced.said).toContain('products: 1 new, 0 changed, 0 gone, 1 left out');
  expect(synced.said).toContain('product gid://shopify/Product/2: title is empty');
  const exported = await run(['export', 'all.jsonl']);
  expect(exported.code).toBe(0);
  const text = await readFile(join(shop.folder, 'all.jsonl'), 'utf8');
  expect(text.match(/"kind":"product"/gu)).toHaveLength(1);
  expect(text).not.toContain(fake.token);
  expect(text).not.toContain(fake.secret);
});

it('parley sync says in a sentence what is wrong', { timeout: 60_000 }, async () => {
  const refused = await run(['sync', 'now'], { SHOPIFY_ACCESS_TOKEN: 'shpat_of_nobody' });
  expect(refused).toMatchObject({ code: 1, complained: expect.stringContaining('SHOP_UNAUTHORISED') });
  expect(refused.complained).not.toContain('shpat_of_nobody');
  const alone = await run(['sync'], { SHOPIFY_SHOP: '', SHOPIFY_ACCESS_TOKEN: '' });
  expect(alone).toMatchObject({ code: 1, complained: expect.stringContaining('No shop is connected') });
});

it('an open shop hears a webhook and asks how the product is now; a forged one is refused', {
  timeout: 60_000,
}, async () => {
  putShirt(fake.shelf, 3, 5);
  const settings = {
    SHOPIFY_SHOP: fake.shop,
    SHOPIFY_ACCESS_TOKEN: fake.token,
    SHOPIFY_WEBHOOK_SECRET: fake.secret,
    SHOPIFY_API_ROOT: fake.url,
  };
  const open = shop.run(['start'], settings);
  await open.saying(/http:\/\/127\.0\.0\.1:\d+/u);
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/u.exec(open.said()) ?? [];
  const post = async ({ headers, body }: RawRequest) => {
    const given = { ...headers, 'content-type': 'application/json' } as Record<string, string>;
    return (await fetch(`${address}/webhooks/shopify`, { method: 'POST', headers: given, body: Buffer.from(body) }))
      .status;
  };
  const hook = fake.webhook('products/create', { id: 3 });
  fake.asked.length = 0;
  expect(await post({ ...hook, body: Buffer.from('{"id":4}') })).toBe(401);
  expect(await post(hook)).toBe(200);
  await vi.waitFor(() => expect(fake.asked).toContain('Product'), { timeout: 15_000 });
  open.signal('SIGTERM');
  await open.ended;
  const exported = await run(['export', '--kinds', 'product']);
  expect(exported.said).toContain('"title":"Shirt 3"');
});

it.each([
  [{ SHOPIFY_SHOP: 'a.myshopify.com' }, 'SHOPIFY_ACCESS_TOKEN'],
  [{ SHOPIFY_SHOP: 'https://example.com', SHOPIFY_ACCESS_TOKEN: 'x' }, 'SHOPIFY_SHOP must'],
  [{ WOOCOMMERCE_URL: 'https://example.com', WOOCOMMERCE_KEY: 'ck_1' }, 'WOOCOMMERCE_SECRET'],
  [
    { WOOCOMMERCE_URL: 'http://example.com', WOOCOMMERCE_KEY: 'ck_1', WOOCOMMERCE_SECRET: 'cs_1' },
    'must begin with https',
  ],
  [{ SHOPIFY_SHOP: 'a.myshopify.com', SHOPIFY_ACCESS_TOKEN: 'x', SHOPIFY_LOCATIONS: 'main' }, 'SHOPIFY_LOCATIONS must'],
])('the settings %j are refused with a sentence', (set, words) => {
  expect(() => readConfig(set)).toThrow(ConfigError);
  expect(() => readConfig(set)).toThrow(words);
});

it('settings of both shops are read, and places by location', () => {
  const { shopSystems } = readConfig({
    ...{ SHOPIFY_SHOP: 'A-shop.myshopify.com', SHOPIFY_ACCESS_TOKEN: 'x', SHOPIFY_LOCATIONS: '12=main,13=berlin' },
    ...{ WOOCOMMERCE_URL: 'https://example.com/shop/', WOOCOMMERCE_KEY: 'ck_1', WOOCOMMERCE_SECRET: 'cs_1' },
  });
  expect(shopSystems.shopify).toMatchObject({ shop: 'a-shop.myshopify.com', webhookSecret: null });
  expect([...(shopSystems.shopify?.locations ?? [])]).toEqual([
    ['12', 'main'],
    ['13', 'berlin'],
  ]);
  expect(shopSystems.woocommerce?.url).toBe('https://example.com/shop');
  expect(readConfig({}).shopSystems).toEqual({ shopify: null, woocommerce: null });
});
