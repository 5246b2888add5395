import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProduct, usd } from '../catalog/shelf.ts';
import { idsOf, openShop, type Shop, type Shopper } from './shop.ts';

const boot = (id: string, draft: Parameters<typeof aProduct>[1]) =>
  aProduct(id, { title: `Rain Boot ${id}`, category: ['footwear', 'boot'], ...draft });

const products = [
  boot('b1', {
    variants: [
      { sku: 'b1-40-red', options: { size: '40', colour: 'Red' }, price: usd(5_000) },
      { sku: 'b1-41-red', options: { size: '41', colour: 'Red' }, price: usd(5_000) },
      { sku: 'b1-41-blue', options: { size: '41', colour: 'Blue' }, price: usd(5_500) },
    ],
  }),
  boot('b2', { variants: [{ options: { size: '40', colour: 'Red' }, price: usd(4_000) }] }),
  boot('b3', { variants: [{ options: { size: '42', colour: 'Green' }, price: usd(9_000) }] }),
  boot('gone', { price: 3_000, stock: 0 }),
  aProduct('m1', { title: 'Blue Mug', category: ['kitchen', 'mug'], price: 900 }),
];

describe('catalog.like', () => {
  let shop: Shop;
  let ada: Shopper;

  beforeAll(async () => {
    shop = await openShop(products);
    ada = shop.shopper('ada');
  });
  afterAll(() => shop.close());

  it('finds others of its kind that can be bought, without the product itself', async () => {
    const found = await ada.gets('catalog.like', { product: 'b1' });
    expect([...idsOf(found)].sort()).toEqual(['b2', 'b3']);
    expect(found).toMatchObject({ product: { id: 'b1' }, same: false, loosened: [] });
  });

  it('takes cheaper as below the price of this one, and dearer as above it', async () => {
    expect(idsOf(await ada.gets('catalog.like', { product: 'b1', text: 'like it but cheaper' }))).toEqual(['b2']);
    expect(idsOf(await ada.gets('catalog.like', { product: 'b2', text: 'something more expensive' }))).not.toContain(
      'b2',
    );
  });

  it('puts the same product first when it comes in what was asked for, as that variant', async () => {
    const found = await ada.gets('catalog.like', { product: 'b1', text: 'that one but in blue' });
    expect(found).toMatchObject({ same: true, loosened: [], products: [{ id: 'b1', sku: 'b1-41-blue' }] });
    const red = await ada.gets('catalog.like', { product: 'b1', text: 'that one but in red' });
    expect(idsOf(red)).toEqual(['b1', 'b2']);
  });

  it('says with its value what it had to give up', async () => {
    const alone = await ada.gets('catalog.like', { product: 'b3', text: 'like it but under 10' });
    expect(alone).toMatchObject({ loosened: [{ name: 'price', value: '' }] });
    expect(idsOf(alone)).not.toContain('gone');
  });

  it('refuses where the product is gone, and where nothing is like it', async () => {
    expect(await ada.does('catalog.like', { product: 'vanished' })).toMatchObject({ reason: 'not-found' });
    expect(await ada.does('catalog.like', { product: 'm1' })).toMatchObject({ reason: 'none' });
  });

  it('gives as many as were asked for', async () => {
    expect(idsOf(await ada.gets('catalog.like', { product: 'b1', limit: 1 }))).toHaveLength(1);
  });
});

describe('catalog.refer', () => {
  let shop: Shop;
  let ada: Shopper;
  const shown = ['b1', 'b2', 'b3'];

  beforeAll(async () => {
    shop = await openShop(products);
    ada = shop.shopper('ada');
  });
  afterAll(() => shop.close());

  const meant = async (text: string, more = {}) => {
    const found = await ada.gets('catalog.refer', { text, shown, ...more });
    return (found['products'] as readonly { id: string }[]).map(({ id }) => id);
  };

  it('counts from the beginning and from the end of what was shown', async () => {
    expect(await meant('the second one')).toEqual(['b2']);
    expect(await meant('the last one')).toEqual(['b3']);
    expect(await meant('the first and the third')).toEqual(['b1', 'b3']);
  });

  it('takes “it” for what was looked at last, else for the first of the list', async () => {
    expect(await meant('add it to my cart', { last: 'm1' })).toEqual(['m1']);
    expect(await meant('add it to my cart')).toEqual(['b1']);
  });

  it('goes by what describes one of them', async () => {
    expect(await meant('the green one')).toEqual(['b3']);
    expect(await meant('the red ones')).toEqual(['b1', 'b2']);
  });

  it('takes two words that one title alone has, and says that it went by the title', async () => {
    const found = await ada.gets('catalog.refer', { text: 'boot b2', shown });
    expect(found).toMatchObject({ products: [{ id: 'b2' }], by: 'title', changes: false });
    expect(await ada.does('catalog.refer', { text: 'rain boot', shown })).toMatchObject({ reason: 'none' });
  });

  it('says when another one is wanted', async () => {
    expect(await ada.gets('catalog.refer', { text: 'like the 2nd one but cheaper', shown })).toMatchObject({
      products: [{ id: 'b2' }],
      by: 'reference',
      changes: true,
    });
    expect(await ada.gets('catalog.refer', { text: 'the 2nd one', shown })).toMatchObject({ changes: false });
  });

  it('refuses a place beyond the list, words that fit none of it, and an empty list', async () => {
    for (const text of ['the seventh one', 'the purple one', 'hello']) {
      expect(await ada.does('catalog.refer', { text, shown })).toMatchObject({ reason: 'none' });
    }
    expect(await ada.does('catalog.refer', { text: 'the second one', shown: [] })).toMatchObject({
      reason: 'nothing-shown',
    });
  });

  it('leaves out what is not sold any more, and keeps the others in their places', async () => {
    expect(await meant('the first one', { shown: ['b1', 'vanished'] })).toEqual(['b1']);
  });
});
