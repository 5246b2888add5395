import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { addReview } from '../../../src/commerce/reviews/add-review.ts';
import { averageOf } from '../../../src/commerce/reviews/rating.ts';
import { readRating } from '../../../src/commerce/reviews/read-reviews.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { transact } from '../../../src/commerce/trade.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import type { Store } from '../../../src/storage/store.ts';
import { aProduct } from '../../catalog/shelf.ts';
import { createMemoryStore, type MemoryData } from '../../runtime/memory-store.ts';
import { facts, noon } from '../dynamic-pricing/pricing-shop.ts';

const rules = usualRules(facts);
const index = { search: async () => ({ ids: [], total: 0, words: null }), facets: async () => ({}) };
const shoppers = ['ada', 'bob', 'cem', 'dan'];

const given = fc.record({ who: fc.constantFrom(...shoppers), stars: fc.integer({ min: 1, max: 5 }) });

async function openShop(yields: () => Promise<void>) {
  const data: MemoryData = new Map();
  let conflicts = 0;
  const store = createMemoryStore(data, { yields });
  const counting: Store = {
    ...store,
    async commit(writes) {
      const outcome = await store.commit(writes);
      conflicts += outcome === 'conflict' ? 1 : 0;
      return outcome;
    },
  };
  const write = (kind: Kind, id: string, body: JsonObject) => store.commit([{ kind, id, revision: 0, body }]);
  await write('product', 'mug', productBody(aProduct('mug'), null));
  for (const customer of shoppers) {
    const items = [{ title: 'Mug', product: 'mug' }];
    await write('order', `order-${customer}`, { customer, status: 'delivered', placedAt: 1, items });
  }
  const parts = { store: counting, catalog: createCatalog({ store, index }), shop: facts, rules: () => rules };
  return { parts: { ...parts, clock: { now: () => noon } }, store, conflicts: () => conflicts };
}

it('a rating is what its reviews are, however many write and change theirs at once', async () => {
  const reached = { edits: 0, conflicts: 0, several: 0 };
  const check = async (reviews: readonly { who: string; stars: number }[], waits: readonly number[]) => {
    let call = 0;
    const shop = await openShop(async () => {
      call += 1;
      for (let left = waits[call % waits.length] ?? 0; left > 0; left -= 1) await Promise.resolve();
    });
    const add = ({ who, stars }: { who: string; stars: number }, at: number) =>
      transact(shop.parts, { key: `k${at}`, by: { who: 'shopper', customer: who } }, (trade) =>
        addReview(trade, { customer: who, product: 'mug', order: null, stars, words: null, locale: 'en' }),
      );
    await Promise.all(reviews.map(add));
    const kept = await shop.store.find('review', { where: { product: 'mug' } });
    const stars = kept.map(({ body }) => Number(body['stars']));
    const counts = [1, 2, 3, 4, 5].map((value) => stars.filter((one) => one === value).length);
    const rating = await readRating(shop.store, 'mug');
    expect(rating.stars).toEqual(counts);
    expect(kept.length).toBe(new Set(reviews.map(({ who }) => who)).size);
    const mean = stars.reduce((sum, one) => sum + one, 0) / stars.length;
    expect(Math.abs((averageOf(rating)?.average ?? 0) - mean)).toBeLessThanOrEqual(0.05 + 1e-9);
    reached.edits += reviews.length > kept.length ? 1 : 0;
    reached.conflicts += shop.conflicts() > 0 ? 1 : 0;
    reached.several += kept.length > 2 ? 1 : 0;
  };
  const many = fc.array(given, { minLength: 1, maxLength: 12 });
  await fc.assert(fc.asyncProperty(many, fc.array(fc.nat(3), { minLength: 1, maxLength: 9 }), check), { numRuns: 60 });
  expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(5);
});
