import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import { findByWish } from '../../src/catalog/find-by-wish.ts';
import { loadDemo } from '../../src/catalog/load-demo.ts';
import type { Product } from '../../src/catalog/product.ts';
import { rebuildFromStore, walkProducts } from '../../src/catalog/product-walk.ts';
import type { Store } from '../../src/storage/store.ts';

const demo = join(import.meta.dirname, '../../demo');
const now = Date.parse('2031-05-20T10:00:00Z');
let folder: string;
let store: Store;
let catalog: Catalog;
let brought: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-demo-'));
  store = await openSqliteStore({ file: join(folder, 'shop.db') });
  const index = createEmbeddedIndex();
  brought = await loadDemo({ folder: demo, store, now });
  await rebuildFromStore(store, index);
  catalog = createCatalog({ store, index });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

it('fills an empty store, and leaves a shop that has products alone', async () => {
  expect(brought).toBe(2_465);
  expect(await loadDemo({ folder: demo, store, now })).toBe(0);
  expect(await store.count('product', {})).toBe(2_465);
});

it('has a drawing of its own for every product', async () => {
  const pictures = new Set<string>();
  for await (const products of walkProducts(store))
    for (const product of products) for (const image of product.images) pictures.add(image);
  expect(pictures.size).toBeGreaterThan(40);
  expect([...pictures].filter((path) => !existsSync(join(demo, path)))).toEqual([]);
});

it('has orders of the days just past', async () => {
  const orders = await store.find('order', { sort: { by: 'placedAt', direction: 'down' } });
  expect(orders).toHaveLength(6);
  expect(now - Number(orders[0]?.body['placedAt'])).toBeGreaterThan(0);
  expect(now - Number(orders[0]?.body['placedAt'])).toBeLessThan(3 * 24 * 60 * 60 * 1000);
});

it('answers "a warm winter coat under 200" with coats and jackets under 200', async () => {
  const sought = { text: 'a warm winter coat under 200', currency: 'USD', locale: 'en', limit: 5 };
  const { products } = (await findByWish(catalog, sought)).page;
  expect(products).toHaveLength(5);
  expect(products.map((product) => product.category[1])).toEqual(Array(5).fill('jacket'));
  expect(products.every((product) => product.variants[0].price.amount <= 20_000)).toBe(true);
});

const asked = async (text: string, limit = 5) =>
  (await findByWish(catalog, { text, currency: 'USD', locale: 'en', limit })).page;

it('answers "red mug" with mugs that are red, and counts no teapot', async () => {
  const { products, total } = await asked('red mug');
  expect(products.slice(0, 3).map(({ title }) => /mug/i.test(title))).toEqual([true, true, true]);
  expect(products.slice(0, 3).every(({ title, description }) => /\bred\b/i.test(`${title} ${description}`))).toBe(true);
  expect(total).toBeLessThan(10);
});

it('answers "red shoes under 50" with footwear, and with no belt', async () => {
  const { products } = await asked('red shoes under 50');
  expect(products.slice(0, 2).map(({ category }) => category[0])).toEqual(['footwear', 'footwear']);
  expect(products.filter(({ category }) => category[1] === 'belt')).toEqual([]);
});

it.each(['shirt', 'jacket', 'boots'])('shows for "%s, not black" nothing that its texts call black', async (thing) => {
  const all = await asked(thing, 200);
  const { products, total } = await asked(`${thing}, not black`, 200);
  const isBlack = (product: Product) => /\bblack\b/i.test(JSON.stringify(product));
  expect(all.products.filter(isBlack).length).toBeGreaterThan(0);
  expect(products.filter(isBlack)).toEqual([]);
  expect(total).toBe(all.products.filter((product) => !isBlack(product)).length);
});
