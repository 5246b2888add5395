import { expect, it } from 'vitest';
import { viewOf } from '../../src/actions/catalog-product.ts';
import { verdictOn } from '../../src/actions/catalog-verdict.ts';
import { aProduct } from '../catalog/shelf.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';

type Stars = Readonly<Record<string, readonly number[]>>;

/** Stars of each product, from one to five: how many gave so many. */
async function storeWith(stars: Stars) {
  const store = createMemoryStore(new Map());
  for (const [id, counts] of Object.entries(stars))
    await store.commit([{ kind: 'rating', id, revision: 0, body: { stars: [...counts] } }]);
  return store;
}

const view = (id: string, price: number, stock = 5) => viewOf(aProduct(id, { price, stock }));

it('the cheapest is told with how much less it costs than the next', async () => {
  const store = await storeWith({});
  const verdict = await verdictOn([view('a', 3_000), view('b', 1_000), view('c', 1_500)], store);
  expect(verdict.cheapest).toEqual({ title: 'Thing b', less: { amount: 500, currency: 'USD' } });
});

it('what costs the same is not told apart by its price', async () => {
  expect(await verdictOn([view('a', 1_000), view('b', 1_000)], await storeWith({}))).toEqual({
    cheapest: null,
    best_rated: null,
    sold_out: [],
  });
});

it('the better rated is told where both have reviews, and not where one has none', async () => {
  const both = await storeWith({ a: [0, 0, 2, 0, 0], b: [0, 0, 0, 0, 3] });
  const views = [view('a', 1_000), view('b', 1_000)];
  expect((await verdictOn(views, both)).best_rated).toEqual({ title: 'Thing b', average: 5, count: 3 });
  expect((await verdictOn(views, await storeWith({ b: [0, 0, 0, 0, 3] }))).best_rated).toBeNull();
  const same = await storeWith({ a: [0, 0, 0, 0, 1], b: [0, 0, 0, 0, 3] });
  expect((await verdictOn(views, same)).best_rated).toBeNull();
});

it('what is sold out is told only where something else is not', async () => {
  const store = await storeWith({});
  expect((await verdictOn([view('a', 1_000, 0), view('b', 2_000)], store)).sold_out).toEqual(['Thing a']);
  expect((await verdictOn([view('a', 1_000, 0), view('b', 2_000, 0)], store)).sold_out).toEqual([]);
});
