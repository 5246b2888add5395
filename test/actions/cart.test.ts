import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { productBody } from '../../src/catalog/product-schema.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { aProduct, usd } from '../catalog/shelf.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });
const bowl = aProduct('bowl', { title: 'Blue bowl', price: 999, stock: null });
const gone = aProduct('gone', { title: 'Old lamp', price: 5_000, stock: 0 });
const shirt = aProduct('shirt', {
  title: 'Shirt',
  variants: [
    { sku: 'shirt-m-red', options: { size: 'M', colour: 'red' }, price: usd(2_000), stock: 2 },
    { sku: 'shirt-m-blue', options: { size: 'M', colour: 'blue' }, price: usd(2_100), stock: 2 },
    { sku: 'shirt-l-red', options: { size: 'L', colour: 'red' }, price: usd(2_000), stock: 0 },
  ],
});

describe('the cart', () => {
  let shop: Shop;
  let ada: Shopper;

  beforeEach(async () => {
    shop = await openShop([mug, bowl, gone, shirt]);
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  it('is empty at first, in the shop’s currency', async () => {
    expect(await ada.gets('cart.show')).toMatchObject({ empty: true, count: 0, lines: [], total: usd(0) });
  });

  it('adds to a line that is there and totals at the store’s prices', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('cart.add', { product: { id: 'bowl' }, quantity: '2' });
    const cart = await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    expect(cart).toMatchObject({ count: 5, total: usd(3 * 1_250 + 2 * 999), line: { sku: 'mug-0', quantity: 3 } });
    expect(await shop.shopper('bob').gets('cart.show')).toMatchObject({ empty: true });
  });

  it('keeps each line with the price at which it was added', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    expect((await shop.store.get('cart', 'ada'))?.body).toMatchObject({
      lines: [{ sku: 'mug-0', product: 'mug', title: 'Blue mug', options: {}, quantity: 1, price: usd(1_250) }],
    });
  });

  it('refuses what is not sold, is out of stock, or is not there in that number', async () => {
    expect(await ada.does('cart.add', { product: 'nothing' })).toMatchObject({ reason: 'not-found' });
    expect(await ada.does('cart.add', { product: 'gone' })).toMatchObject({ reason: 'out-of-stock' });
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    const more = await ada.does('cart.add', { product: 'mug', quantity: 2 });
    expect(more).toMatchObject({ reason: 'not-enough', details: { available: 3, in_cart: 2 } });
    expect(await ada.gets('cart.show')).toMatchObject({ count: 2 });
  });

  it('takes no more than 999 of one thing', async () => {
    await ada.gets('cart.add', { product: 'bowl', quantity: 999 });
    const more = await ada.does('cart.add', { product: 'bowl' });
    expect(more).toMatchObject({ reason: 'too-many', details: { limit: 999 } });
  });

  it('asks for the option that is still open', async () => {
    const open = await ada.does('cart.add', { product: 'shirt', options: { size: 'm' } });
    expect(open).toMatchObject({ reason: 'choose-option', details: { option: 'colour', values: ['red', 'blue'] } });
    const none = await ada.does('cart.add', { product: 'shirt', options: { size: 'XXL' } });
    expect(none).toMatchObject({ reason: 'no-such-option' });
    const added = await ada.gets('cart.add', { product: 'shirt', options: { size: 'm', Colour: 'Blue' } });
    expect(added).toMatchObject({ line: { sku: 'shirt-m-blue', label: 'Shirt (M, blue)' }, total: usd(2_100) });
  });

  it('takes a narrowed-down product by its sku', async () => {
    const added = await ada.gets('cart.add', { product: { id: 'shirt', sku: 'shirt-m-red' } });
    expect(added).toMatchObject({ line: { sku: 'shirt-m-red' } });
  });

  it('changes a line by sku, by product, or by the words that name it', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('cart.add', { product: 'bowl' });
    expect(await ada.gets('cart.change', { line: 'mug-0', quantity: 2 })).toMatchObject({ line: { quantity: 2 } });
    expect(await ada.gets('cart.change', { product: 'bowl', quantity: 5 })).toMatchObject({ line: { quantity: 5 } });
    expect(await ada.gets('cart.change', { line: 'the mug', quantity: 3 })).toMatchObject({ line: { quantity: 3 } });
    const blue = await ada.does('cart.change', { line: 'the blue one', quantity: 1 });
    expect(blue).toMatchObject({ reason: 'several' });
    const several = await ada.does('cart.change', { line: 'blue', quantity: 1 });
    expect(several).toMatchObject({ reason: 'several', details: { choices: [{ id: 'mug-0' }, { id: 'bowl-0' }] } });
    const tooMany = await ada.does('cart.change', { line: 'mug-0', quantity: 4 });
    expect(tooMany).toMatchObject({ reason: 'not-enough', details: { available: 3 } });
    expect(await ada.does('cart.change', { line: 'mug-0', quantity: -1 })).toMatchObject({ reason: 'not-whole' });
    expect(await ada.does('cart.change', { line: 'mug-0', quantity: 1.5 })).toMatchObject({ reason: 'not-whole' });
    expect(await ada.gets('cart.change', { line: 'mug-0', quantity: 0 })).toMatchObject({ line: null, count: 5 });
  });

  it('removes one line and clears all', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('cart.add', { product: 'bowl' });
    const left = await ada.gets('cart.remove', { line: 'mug' });
    expect(left).toMatchObject({ removed: { id: 'mug-0', label: 'Blue mug' }, count: 1, total: usd(999) });
    expect(await ada.does('cart.remove', { line: 'mug' })).toMatchObject({ reason: 'not-found' });
    expect(await ada.gets('cart.clear')).toEqual({ removed: 1 });
    expect(await ada.gets('cart.show')).toMatchObject({ empty: true });
  });

  it('tells a price that has changed since, and charges today’s', async () => {
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    const dearer = aProduct('mug', { title: 'Blue mug', price: 1_500, stock: 3 });
    await shop.write('product', 'mug', productBody(dearer, null));
    expect(await ada.gets('cart.show')).toMatchObject({
      total: usd(3_000),
      changed: [{ id: 'mug-0', label: 'Blue mug', was: usd(1_250), price: usd(1_500) }],
    });
  });

  it('tells what has vanished, leaves it out of the total, and lets it be taken out', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('cart.add', { product: 'bowl' });
    await shop.write('product', 'bowl', null);
    const cart = await ada.gets('cart.show');
    expect(cart).toMatchObject({ count: 1, total: usd(1_250), gone: [{ id: 'bowl-0', label: 'Blue bowl' }] });
    expect(await ada.gets('cart.remove', { line: 'bowl-0' })).toMatchObject({ gone: [], total: usd(1_250) });
  });

  it('tells lines of which too few are left', async () => {
    await ada.gets('cart.add', { product: 'mug', quantity: 3 });
    await shop.write(
      'product',
      'mug',
      productBody(aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 1 }), null),
    );
    expect(await ada.gets('cart.show')).toMatchObject({ short: [{ id: 'mug-0', quantity: 3, available: 1 }] });
  });

  it('sees within a turn what the turn has staged before', async () => {
    const turn = ada.turn();
    await turn.does('cart.add', { product: 'mug' });
    await turn.does('cart.add', { product: 'bowl' });
    expect(await turn.commit()).toBe('committed');
    expect(await ada.gets('cart.show')).toMatchObject({ count: 2 });
  });

  it('never loses a write: of two turns at once one is told to start again', async () => {
    const [one, other] = [ada.turn(), ada.turn()];
    await Promise.all([one.does('cart.add', { product: 'mug' }), other.does('cart.add', { product: 'bowl' })]);
    const results = await Promise.all([one.commit(), other.commit()]);
    expect([...results].sort()).toEqual(['committed', 'conflict']);
    await ada.gets('cart.add', { product: results[0] === 'conflict' ? 'mug' : 'bowl' });
    expect(await ada.gets('cart.show')).toMatchObject({ count: 2, total: usd(1_250 + 999) });
  });

  it('keeps every change of many turns at once when the losers replay', async () => {
    const add = async (): Promise<void> => {
      const turn = ada.turn();
      await turn.does('cart.add', { product: 'bowl' });
      if ((await turn.commit()) === 'conflict') await add();
    };
    await Promise.all(Array.from({ length: 12 }, add));
    expect(await ada.gets('cart.show')).toMatchObject({ count: 12, total: usd(12 * 999) });
  });

  it('holds 100 lines and no more', async () => {
    const many = Array.from({ length: 101 }, (_, index) => aProduct(`p${index}`, { price: 1, stock: null }));
    for (const product of many) await shop.write('product', product.id, productBody(product, null));
    const turn = ada.turn();
    for (const { id } of many.slice(0, 100)) await turn.does('cart.add', { product: id });
    expect(await turn.does('cart.add', { product: 'p100' })).toMatchObject({
      reason: 'cart-full',
      details: { limit: 100 },
    });
    expect(await turn.does('cart.add', { product: 'p99' })).toMatchObject({ result: 'returned' });
  });

  it('totals the sum of its lines after any moves', async () => {
    const reached = { returned: 0, refused: 0 };
    const product = fc.constantFrom('mug', 'bowl', 'gone', 'nothing', 'shirt');
    const move = fc.oneof(
      fc.record({ action: fc.constant('cart.add'), product, quantity: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ action: fc.constant('cart.change'), product, quantity: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ action: fc.constant('cart.remove'), product }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 15 }), async (moves) => {
        const turn = shop.shopper('eve').turn();
        for (const { action, ...input } of moves) {
          const outcome = await turn.does(action, withOptions(input));
          expect(outcome.result).not.toBe('failed');
          if (outcome.result !== 'failed') reached[outcome.result] += 1;
          if (outcome.result === 'returned') expectSum(outcome.value);
        }
      }),
      { numRuns: 80 },
    );
    expect(reached.returned).toBeGreaterThan(50);
    expect(reached.refused).toBeGreaterThan(50);
  });
});

function withOptions(input: { readonly product: string }): JsonObject {
  return { ...input, options: input.product === 'shirt' ? { size: 'M', colour: 'red' } : null };
}

function expectSum(cart: JsonObject): void {
  const lines = cart['lines'] as readonly { quantity: number; price: { amount: number }; total: { amount: number } }[];
  const sum = lines.reduce((total, line) => total + line.quantity * line.price.amount, 0);
  expect(cart['total']).toMatchObject({ amount: sum });
  expect(cart['count']).toBe(lines.reduce((count, line) => count + line.quantity, 0));
  expect(lines.every((line) => line.quantity > 0 && line.total.amount === line.quantity * line.price.amount)).toBe(
    true,
  );
}
