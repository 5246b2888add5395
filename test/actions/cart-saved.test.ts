import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aProduct, usd } from '../catalog/shelf.ts';
import { rulesOf, someZones } from '../commerce/checkout/ways.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });
const bowl = aProduct('bowl', { title: 'Bowl', price: 999, stock: null });
const shirt = aProduct('shirt', {
  title: 'Shirt',
  variants: [
    { sku: 'shirt-42-red', options: { size: '42', colour: 'Red' }, price: usd(2_000), stock: 9 },
    { sku: 'shirt-42-blue', options: { size: '42', colour: 'Blue' }, price: usd(2_000), stock: 9 },
    { sku: 'shirt-44-blue', options: { size: '44', colour: 'Blue' }, price: usd(2_000), stock: 9 },
  ],
});

describe('a cart that is talked about', () => {
  let shop: Shop;
  let ada: Shopper;
  beforeEach(async () => {
    shop = await openShop([mug, bowl, shirt], { rules: rulesOf({ shipping: someZones }) });
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  it('keeps a line for later and puts it back, beside what came in since', async () => {
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    await ada.gets('cart.add', { product: 'bowl' });
    const saved = await ada.gets('cart.save', { line: 'mug' });
    expect(saved).toMatchObject({ count: 1, total: usd(999), saved_line: { label: 'Blue mug' } });
    const kept = { label: 'Blue mug', quantity: 2, price: usd(1_250), in_stock: true };
    expect(await ada.gets('cart.clear')).toEqual({ removed: 1 });
    expect(await ada.gets('cart.show')).toMatchObject({ empty: true, saved: [kept] });
    await ada.gets('cart.add', { product: 'mug' });
    expect(await ada.gets('cart.unsave', { line: 'mug-0' })).toMatchObject({ line: { quantity: 3 }, saved: [] });
    expect(await ada.does('cart.unsave', { line: 'mug-0' })).toMatchObject({ reason: 'not-found' });
  });

  it('puts nothing back that is not there, and shows what the shop no longer sells', async () => {
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    await ada.gets('cart.save', {});
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    const more = await ada.does('cart.unsave', {});
    expect(more).toMatchObject({ reason: 'not-enough', details: { available: 3, in_cart: 2 } });
    await shop.write('product', 'mug', null);
    expect(await ada.gets('cart.show')).toMatchObject({ saved: [{ price: null, in_stock: false }] });
    expect(await ada.does('cart.unsave', {})).toMatchObject({ reason: 'not-found' });
  });

  it('makes it 3 of what was put in or changed last', async () => {
    await ada.gets('cart.add', { product: 'bowl' });
    await ada.gets('cart.add', { product: 'mug' });
    expect(await ada.gets('cart.last-line')).toMatchObject({ line: { sku: 'mug-0' } });
    expect(await ada.gets('cart.change', { last: true, quantity: 3 })).toMatchObject({ line: { sku: 'mug-0' } });
    await ada.gets('cart.change', { line: 'bowl', quantity: 2 });
    expect(await ada.gets('cart.change', { last: 'yes', quantity: 5 })).toMatchObject({ line: { sku: 'bowl-0' } });
    await ada.gets('cart.remove', { last: true });
    expect(await ada.gets('cart.last-line')).toEqual({ line: null });
    expect(await ada.gets('cart.change', { last: true, quantity: 1 })).toMatchObject({ line: { sku: 'mug-0' } });
    await ada.gets('cart.add', { product: 'shirt', options: { size: '44' } });
    expect(await ada.does('cart.change', { quantity: 1 })).toMatchObject({ reason: 'several' });
  });

  it('hears how many of which in the shopper’s words', async () => {
    const adds = async (words: string) => await ada.does('cart.add', { product: 'shirt', words });
    const line = (sku: string, quantity: number) => ({ value: { line: { sku, quantity } } });
    expect(await adds('two of the blue one in 42')).toMatchObject(line('shirt-42-blue', 2));
    expect(await adds('the red one please')).toMatchObject(line('shirt-42-red', 1));
    expect(await adds('size 44')).toMatchObject(line('shirt-44-blue', 1));
    expect(await adds('3 red')).toMatchObject(line('shirt-42-red', 4));
    expect(await adds('two blue')).toMatchObject({ reason: 'choose-option', details: { option: 'size' } });
    const given = await ada.gets('cart.add', { product: 'shirt', words: 'two red', quantity: 1 });
    expect(given).toMatchObject({ line: { quantity: 5 } });
  });

  it('refuses numbers of pieces that cannot be', async () => {
    const adds = (quantity: number | string) => ada.does('cart.add', { product: 'bowl', quantity });
    for (const quantity of [-1, 0, 1.5, '-3', '0', '2.5'])
      expect(await adds(quantity)).toMatchObject({ reason: 'not-whole' });
    for (const quantity of [1_000, 1e300, '999999999999'])
      expect(await adds(quantity)).toMatchObject({ reason: 'too-many', details: { limit: 999 } });
    await ada.gets('cart.add', { product: 'bowl' });
    const changes = (quantity: number | string) => ada.does('cart.change', { product: 'bowl', quantity });
    for (const quantity of [-1, 0.5, '-3']) expect(await changes(quantity)).toMatchObject({ reason: 'not-whole' });
    expect(await changes('1000')).toMatchObject({ reason: 'too-many' });
    expect(await changes('0')).toMatchObject({ value: { empty: true } });
  });

  it('shows what delivery costs and when it comes from the first piece on, once it is known where', async () => {
    const first = await ada.gets('cart.add', { product: 'mug' });
    expect(first).toMatchObject({ delivery: null, total_with_delivery: null });
    await ada.gets('delivery.remember', { place: '62704' });
    const shown = await ada.gets('cart.show');
    const delivery = { label: 'Standard', price: usd(490), earliest: '2026-11-25', latest: '2026-11-27' };
    expect(shown).toMatchObject({ delivery: { ...delivery, free_from_more: usd(3_750) } });
    expect(shown).toMatchObject({ total_with_delivery: usd(1_740) });
    const free = await ada.gets('cart.add', { product: 'bowl', quantity: 4 });
    expect(free).toMatchObject({ delivery: { price: usd(0), free_from_more: null }, total_with_delivery: usd(5_246) });
    expect(await ada.gets('cart.clear')).toEqual({ removed: 2 });
    expect(await ada.gets('cart.show')).toMatchObject({ delivery: null });
  });
});
