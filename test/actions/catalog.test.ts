import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, usd } from '../catalog/shelf.ts';
import { idsOf, openShop, type Shop, type Shopper } from './shop.ts';

const coat = (id: string, title: string, price: number, more = {}) =>
  aProduct(id, {
    title,
    price,
    category: ['apparel', 'jacket'],
    description: 'A warm coat for the winter',
    ...more,
  });

const products = [
  coat('c1', 'Alpine Puffer Coat', 14_999, { attributes: { filling: 'down', lining: 'silk' } }),
  coat('c2', 'Cozy Winter Parka', 12_999, { attributes: { filling: 'wool', lining: 'silk' }, brand: 'Nord' }),
  coat('c3', 'Royal Winter Coat', 45_000, { attributes: { filling: 'down' } }),
  aProduct('b1', {
    title: 'Rain Boot',
    category: ['footwear', 'boot'],
    variants: [
      { sku: 'b1-40-red', options: { size: '40', colour: 'Red' }, price: usd(5_000) },
      { sku: 'b1-41-red', options: { size: '41', colour: 'Red' }, price: usd(5_000) },
      { sku: 'b1-41-blue', options: { size: '41', colour: 'Dark blue' }, price: usd(5_500) },
      { sku: 'b1-42-blue', options: { size: '42', colour: 'Blue' }, price: usd(5_500), stock: 0 },
    ],
  }),
  aProduct('b2', { title: 'Hiking Boot', category: ['footwear', 'boot'], price: 9_000 }),
  aProduct('m1', { title: 'Blue Mug', category: ['housewares', 'kitchen'], price: 900 }),
];

describe('the catalogue’s actions', () => {
  let shop: Shop;
  let ada: Shopper;

  beforeAll(async () => {
    shop = await openShop(products);
    ada = shop.shopper('ada');
  });
  afterAll(() => shop.close());

  it('show a product whole', async () => {
    expect(await ada.gets('catalog.product', { id: 'b1' })).toMatchObject({
      id: 'b1',
      has_options: true,
      options: { size: ['40', '41', '42'], colour: ['Red', 'Dark blue', 'Blue'] },
      path: ['footwear', 'boot'],
    });
    expect(await ada.gets('catalog.product', { id: { id: 'c1' } })).toMatchObject({
      price: usd(14_999),
      attributes: [
        { name: 'filling', value: 'down' },
        { name: 'lining', value: 'silk' },
      ],
    });
    expect(await ada.does('catalog.product', { id: 'x' })).toMatchObject({ reason: 'not-found' });
  });

  it('narrow a product down, and say what is still open with what can be bought', async () => {
    const start = await ada.gets('catalog.variant', { product: 'b1' });
    expect(start).toMatchObject({ open: { option: 'size', values: ['40', '41'] }, options: {} });
    const sized = await ada.gets('catalog.variant', { product: 'b1', choice: 'size 41 please' });
    expect(sized).toMatchObject({ open: { option: 'colour', values: ['Red', 'Dark blue'] }, options: { size: '41' } });
    const done = await ada.gets('catalog.variant', { product: 'b1', options: { size: '41' }, choice: 'dark blue' });
    expect(done).toMatchObject({ open: null, product: { sku: 'b1-41-blue', price: usd(5_500) } });
    expect(await ada.gets('catalog.variant', { product: 'b1', choice: 'the dark blue one' })).toMatchObject({
      open: null,
    });
  });

  it('let a later choice put an earlier one right', async () => {
    const again = await ada.gets('catalog.variant', {
      product: 'b1',
      options: { colour: 'Red' },
      choice: '41, dark blue',
    });
    expect(again).toMatchObject({ product: { sku: 'b1-41-blue' } });
  });

  it('refuse an option that is not there, with those that are', async () => {
    const refused = await ada.does('catalog.variant', { product: 'b1', choice: 'green' });
    expect(refused).toMatchObject({ reason: 'no-such-option', details: { option: 'size', values: ['40', '41'] } });
    expect(await ada.does('catalog.variant', { product: 'x' })).toMatchObject({ reason: 'not-found' });
  });

  it('need no choice where there is one variant', async () => {
    expect(await ada.gets('catalog.variant', { product: 'm1' })).toMatchObject({
      open: null,
      product: { sku: 'm1-0' },
    });
  });

  it('compare side by side, row by row', async () => {
    const compared = await ada.gets('catalog.compare', { products: [{ id: 'c1' }, { id: 'c2' }] });
    expect(idsOf(compared)).toEqual(['c1', 'c2']);
    expect(compared['rows']).toEqual([
      { name: 'category', values: ['jacket', 'jacket'], same: true },
      { name: 'filling', values: ['down', 'wool'], same: false },
      { name: 'lining', values: ['silk', 'silk'], same: true },
      { name: 'brand', values: [null, 'Nord'], same: false },
    ]);
    const one = await ada.does('catalog.compare', { ids: ['c1', 'c1', 'vanished'] });
    expect(one).toMatchObject({ reason: 'too-few', details: { found: 1 } });
  });

  it('tell what speaks for one of those compared, and nothing where nothing does', async () => {
    const compared = await ada.gets('catalog.compare', { products: [{ id: 'c1' }, { id: 'c2' }] });
    const prices = (compared['products'] as readonly { title: string; price: { amount: number } }[]).toSorted(
      (one, other) => one.price.amount - other.price.amount,
    );
    const [cheap, dear] = prices;
    const less = { amount: (dear?.price.amount ?? 0) - (cheap?.price.amount ?? 0), currency: 'USD' };
    expect(less.amount).toBeGreaterThan(0);
    expect(compared).toMatchObject({ cheapest: { title: cheap?.title, less }, best_rated: null, sold_out: [] });
  });

  it('list the top categories by size, and those within one', async () => {
    expect(await ada.gets('catalog.categories')).toMatchObject({
      categories: [
        { id: 'apparel', label: 'Apparel', count: 3 },
        { id: 'footwear', count: 2 },
        { id: 'housewares', count: 1 },
      ],
    });
    expect(await ada.gets('catalog.categories', { within: 'footwear' })).toMatchObject({
      categories: [{ id: 'boot', count: 2 }],
    });
  });

  it('find others of the same kind', async () => {
    expect([...idsOf(await ada.gets('catalog.similar', { id: 'c1' }))].sort()).toEqual(['c2', 'c3']);
    expect(idsOf(await ada.gets('catalog.similar', { id: 'b1', limit: 1 }))).toEqual(['b2']);
  });

  it('list a category without any words', async () => {
    const boots = await ada.gets('catalog.search', { text: null, category: 'footwear' });
    expect([...idsOf(boots)].sort()).toEqual(['b1', 'b2']);
    expect(boots).toMatchObject({ total: 2, more: 0, asked: 'footwear' });
  });

  it('find what is asked for, within its price', async () => {
    const found = await ada.gets('catalog.search', { text: 'a warm winter coat under 200' });
    expect([...idsOf(found)].sort()).toEqual(['c1', 'c2']);
    expect(found).toMatchObject({ loosened: [], total: 2 });
  });

  it('give up a wish honestly when nothing fits', async () => {
    const found = await ada.gets('catalog.search', { text: 'a winter coat under 20' });
    expect(found).toMatchObject({ loosened: [{ name: 'price', value: '', label: 'price' }] });
    expect(idsOf(found)[0]).toBe('c2');
  });

  it('find nothing where there is nothing', async () => {
    expect(await ada.gets('catalog.search', { text: 'xylophone' })).toMatchObject({
      products: [],
      total: 0,
      loosened: [],
    });
  });

  it('page through what was found', async () => {
    const first = await ada.gets('catalog.search', { text: 'winter coat', limit: 1 });
    const second = await ada.gets('catalog.search', { text: 'winter coat', limit: 1, skip: 1 });
    expect(first).toMatchObject({ total: 3, more: 2 });
    expect(second).toMatchObject({ total: 3, more: 1 });
    expect(idsOf(first)).not.toEqual(idsOf(second));
  });

  describe('looking a product up', () => {
    const lookUp = (text: string, among: readonly string[] | null = null) =>
      ada.does('lookup.product', { text, among });

    it('takes an id, a title, or words that one title alone has', async () => {
      for (const text of ['c2', 'cozy winter parka', 'the parka', 'Cozy Parka']) {
        expect(await lookUp(text)).toMatchObject({ value: { value: { id: 'c2' } } });
      }
    });

    it('asks which one when several are meant', async () => {
      expect(await lookUp('winter')).toMatchObject({ reason: 'several' });
      expect(await lookUp('boot', ['b1', 'b2'])).toMatchObject({
        reason: 'several',
        details: { choices: [{ id: 'b1', label: 'Rain Boot' }, { id: 'b2' }] },
      });
    });

    it('looks first at what was shown, also by its place', async () => {
      expect(await lookUp('the second one', ['b1', 'm1'])).toMatchObject({ value: { value: { id: 'm1' } } });
      expect(await lookUp('the boot', ['b1', 'm1'])).toMatchObject({ value: { value: { id: 'b1' } } });
    });

    it('finds none in nonsense, emoji or a page of text', async () => {
      for (const text of ['xylophone', '🧥', '', 'q'.repeat(100_000)]) {
        expect(await lookUp(text)).toMatchObject({ reason: 'none' });
      }
    });
  });
});
