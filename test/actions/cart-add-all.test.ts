import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProduct, usd } from '../catalog/shelf.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });
const bowl = aProduct('bowl', { title: 'Blue bowl', price: 999, stock: null });
const gone = aProduct('gone', { title: 'Old lamp', price: 5_000, stock: 0 });
const euro = aProduct('euro', {
  title: 'Tea',
  variants: [{ sku: 'tea', options: {}, price: { amount: 500, currency: 'EUR' }, stock: null }],
});
const shirt = aProduct('shirt', {
  title: 'Shirt',
  variants: [
    { sku: 'shirt-m', options: { size: 'M' }, price: usd(2_000), stock: 2 },
    { sku: 'shirt-l', options: { size: 'L' }, price: usd(2_000), stock: 2 },
  ],
});

describe('a cart from a platform’s catalogue', () => {
  let shop: Shop;
  let ada: Shopper;
  beforeEach(async () => {
    shop = await openShop([mug, bowl, gone, euro, shirt]);
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  it('goes in line by line, beside what was there', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    const all = await ada.gets('cart.add-all', { items: '2 mug\n  10 bowl  \n' });
    expect(all).toMatchObject({
      count: 13,
      total: usd(3 * 1_250 + 10 * 999),
      added: [
        { label: 'Blue mug', quantity: 2 },
        { label: 'Blue bowl', quantity: 10 },
      ],
      left_out: [],
    });
    expect(await ada.gets('cart.show')).toMatchObject({ count: 13 });
  });

  it('leaves out what cart.add refuses, each with its reason, and takes the rest', async () => {
    const items = ['2 mug', '2 mug', '1 gone', '1 nothing', '1 shirt', '1000 bowl', 'a bowl', '1 euro', '0 mug'].join(
      '\n',
    );
    const all = await ada.gets('cart.add-all', { items });
    expect(all).toMatchObject({ count: 2, added: [{ label: 'Blue mug', quantity: 2 }] });
    expect(all['left_out']).toMatchObject([
      { label: 'Blue mug', reason: 'not-enough', available: 3 },
      { label: 'Old lamp', reason: 'out-of-stock' },
      { label: 'nothing', reason: 'not-found' },
      { label: 'Shirt', reason: 'choose-option' },
      { label: 'Blue bowl', reason: 'too-many' },
      { label: 'a bowl', reason: 'not-readable' },
      { label: 'Tea', reason: 'other-currency' },
      { label: 'mug', reason: 'not-readable' },
    ]);
  });

  it('writes nothing when nothing can go in', async () => {
    expect(await ada.gets('cart.add-all', { items: '1 gone\n\n' })).toMatchObject({ empty: true, count: 0 });
    expect(await ada.gets('cart.add-all', { items: '' })).toMatchObject({ empty: true, left_out: [] });
    expect(await shop.store.get('cart', 'ada')).toBeNull();
  });
});
