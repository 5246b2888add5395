import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../adapters/stores/sqlite/store.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { noCompetitors, readCompetitorPrices } from '../../../src/commerce/dynamic-pricing/competitor-prices.ts';
import { priceChanges } from '../../../src/commerce/dynamic-pricing/price-change.ts';
import { createReprice, dueChanges, moveDuePrices } from '../../../src/commerce/dynamic-pricing/reprice.ts';
import type { ShopRules } from '../../../src/commerce/rules/shop-rules.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Store } from '../../../src/storage/store.ts';
import { aProduct, usd } from '../../catalog/shelf.ts';
import { facts, hourMs, look, noon, type PricingShop, pricingShop, rulesFrom } from './pricing-shop.ts';

const mug = aProduct('mug', { price: 10_000, stock: 3 });
const bowl = aProduct('bowl', { price: 5_000, stock: 30 });
const scarce: JsonObject = { on: true, rules: [{ name: 'Scarce', when: { stock: { below: 5 } }, change: '+5%' }] };
const job = { id: 'every:reprice', name: 'reprice', runAt: noon, data: {} } as const;

function partsOf(store: Store, rules: ShopRules, now = noon) {
  return { store, clock: { now: () => now }, shop: facts, rules: () => rules, competitors: async () => noCompetitors };
}

async function sell(shop: PricingShop, id: string, { sku, quantity, at, status = 'placed' }: Sale): Promise<void> {
  await shop.write('order', id, { status, placedAt: at, items: [{ title: 'x', sku, quantity }] });
}

interface Sale {
  readonly sku: string;
  readonly quantity: number;
  readonly at: number;
  readonly status?: string;
}

describe('repricing', () => {
  let folder: string;
  const stores: Store[] = [];
  const open = async (): Promise<Store> => {
    const store = await openSqliteStore({ file: join(folder, 'shop.db') });
    stores.push(store);
    return store;
  };
  const openPricing = async (products: readonly Product[]) => pricingShop(products, await open());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-reprice-'));
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('moves what a rule fits, keeps why, leaves the product as it is, and comes again', async () => {
    const shop = await openPricing([mug, bowl]);
    const rules = rulesFrom({ dynamic: { ...scarce, every_minutes: 10 } });
    const run = createReprice(partsOf(shop.store, rules));
    expect(await run(job)).toEqual({ again: noon + 600_000 });
    const now = noon + hourMs;
    expect((await look(shop, 'mug', { rules, now })).variant.price).toEqual(usd(10_500));
    expect((await look(shop, 'bowl', { rules, now })).variant.price).toEqual(usd(5_000));
    expect(await priceChanges(shop.store, { sku: null, limit: 10 })).toEqual([
      {
        sku: 'mug-0',
        product: 'mug',
        title: 'Thing mug',
        from: usd(10_000),
        to: usd(10_500),
        rule: 'Scarce',
        reason: '3 in stock, below 5: +5% on $100.00',
        at: noon,
      },
    ]);
    expect((await shop.store.get('product', 'mug'))?.body['variants']).toEqual(mug.variants);
  });

  it('writes nothing when nothing has changed', async () => {
    const shop = await openPricing([mug, bowl]);
    const rules = rulesFrom({ dynamic: scarce });
    await moveDuePrices(partsOf(shop.store, rules));
    const quiet: Store = { ...shop.store, commit: () => Promise.reject(new Error('nothing is to be written')) };
    expect(await moveDuePrices(partsOf(quiet, rules, noon + hourMs))).toEqual([]);
  });

  it('writes nothing when it is only asked what would change', async () => {
    const shop = await openPricing([mug]);
    const quiet: Store = { ...shop.store, commit: () => Promise.reject(new Error('nothing is to be written')) };
    expect(await dueChanges(partsOf(quiet, rulesFrom({ dynamic: scarce })))).toMatchObject([{ to: usd(10_500) }]);
  });

  it('goes back to the base price when the rule fits no more, and begins anew from a base price that is changed', async () => {
    const shop = await openPricing([mug]);
    const rules = rulesFrom({ dynamic: scarce });
    await moveDuePrices(partsOf(shop.store, rules));
    await shop.write('product', 'mug', productBody(aProduct('mug', { price: 20_000, stock: 3 }), null));
    expect(await moveDuePrices(partsOf(shop.store, rules, noon + 1))).toMatchObject([
      { from: usd(20_000), to: usd(21_000) },
    ]);
    await shop.write('product', 'mug', productBody(aProduct('mug', { price: 20_000, stock: 9 }), null));
    expect(await moveDuePrices(partsOf(shop.store, rules, noon + 2))).toMatchObject([
      { from: usd(21_000), to: usd(20_000), rule: null },
    ]);
  });

  it('takes every price back when it is turned off, or for a product that is not meant any more', async () => {
    const shop = await openPricing([mug]);
    await moveDuePrices(partsOf(shop.store, rulesFrom({ dynamic: scarce })));
    const others = rulesFrom({ dynamic: { ...scarce, products: ['bowl'] } });
    const reason = 'its price does not move any more';
    expect(await dueChanges(partsOf(shop.store, others))).toMatchObject([{ to: usd(10_000), reason }]);
    const off = partsOf(shop.store, rulesFrom({}), noon + 1);
    expect(await moveDuePrices(off)).toMatchObject([{ from: usd(10_500), to: usd(10_000), rule: null, reason }]);
    expect(await moveDuePrices(off)).toEqual([]);
    expect(await shop.store.count('price', {})).toBe(0);
    expect(await shop.store.count('price-change', {})).toBe(2);
  });

  it('counts what was sold in the days asked for, and not what was never paid or came back', async () => {
    const shop = await openPricing([mug, bowl]);
    const when = { sold: { days: 7, above: 3 } };
    const rules = rulesFrom({ dynamic: { on: true, rules: [{ name: 'Wanted', when, change: '+5%' }] } });
    const day = 24 * hourMs;
    await sell(shop, '1', { sku: 'mug-0', quantity: 3, at: noon - 6 * day });
    await sell(shop, '2', { sku: 'mug-0', quantity: 9, at: noon - 8 * day });
    await sell(shop, '3', { sku: 'mug-0', quantity: 9, at: noon - day, status: 'expired' });
    await sell(shop, '4', { sku: 'bowl-0', quantity: 4, at: noon - day, status: 'delivered' });
    expect(await dueChanges(partsOf(shop.store, rules))).toMatchObject([{ sku: 'bowl-0', rule: 'Wanted' }]);
    await sell(shop, '5', { sku: 'mug-0', quantity: 1, at: noon });
    const changes = await dueChanges(partsOf(shop.store, rules));
    expect(changes.map(({ sku, reason }) => [sku, reason])).toEqual([
      ['bowl-0', '4 sold in 7 days, above 3: +5% on $50.00'],
      ['mug-0', '4 sold in 7 days, above 3: +5% on $100.00'],
    ]);
  });

  it('counts every order once, however many there are and at the same moment', async () => {
    const shop = await openPricing([mug]);
    const orders = Array.from({ length: 1_203 }, (_, i) => i);
    for (const i of orders)
      await sell(shop, `o${i}`, { sku: 'mug-0', quantity: 1, at: noon - 1_000 - Math.floor(i / 100) });
    const when = { sold: { days: 1, above: 1_202, below: 1_204 } };
    const rules = rulesFrom({ dynamic: { on: true, rules: [{ name: 'Exactly', when, change: '+5%' }] } });
    expect(await dueChanges(partsOf(shop.store, rules))).toMatchObject([{ rule: 'Exactly' }]);
  });

  it('knows competitors’ prices from a file, and from the product’s own column', async () => {
    const priced = aProduct('priced', { price: 5_000, attributes: { competitor_price: '48.00' } });
    const shop = await openPricing([mug, priced]);
    const csv = 'sku,price\nmug-0,97.00\nbowl-0,a lot\n';
    const competitors = await readCompetitorPrices(chunks(csv), 'USD');
    expect(competitors.problems).toEqual([{ line: 3, reason: expect.stringContaining('not a price') }]);
    const rules = rulesFrom({ dynamic: { on: true, rules: [{ name: 'Match', change: 'competitor - 1%' }] } });
    const parts = { ...partsOf(shop.store, rules), competitors: async () => competitors };
    const changes = await dueChanges(parts);
    expect(changes.map(({ sku, to }) => [sku, to.amount])).toEqual([
      ['mug-0', 9_603],
      ['priced-0', 4_752],
    ]);
  });

  it('of several processes at once logs each change once', async () => {
    const products = Array.from({ length: 250 }, (_, i) => aProduct(`p${i}`, { price: 1_000, stock: i % 2 }));
    const shop = await openPricing(products);
    const rules = rulesFrom({ dynamic: scarce });
    const processes = await Promise.all([0, 1, 2, 3].map(() => open()));
    const told = await Promise.all(processes.map((store, i) => moveDuePrices(partsOf(store, rules, noon + i))));
    expect(told.flat().map(({ sku }) => sku)).toHaveLength(250);
    expect(new Set(told.flat().map(({ sku }) => sku)).size).toBe(250);
    expect(await shop.store.count('price-change', {})).toBe(250);
  });
});

async function* chunks(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
