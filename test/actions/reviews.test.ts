import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/storage/json.ts';
import { aProduct } from '../catalog/shelf.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Mug' });
const bowl = aProduct('bowl', { title: 'Bowl' });

describe('reviews', () => {
  let shop: Shop;
  let ada: Shopper;

  beforeEach(async () => {
    shop = await openShop([mug, bowl]);
    ada = shop.shopper('ada');
    await order('1', { placedAt: 1_000 });
  });
  afterEach(() => shop.close());

  const order = (id: string, given: JsonObject = {}) =>
    shop.write('order', id, {
      customer: 'ada',
      status: 'delivered',
      items: [{ title: 'Mug', product: 'mug', sku: 'mug-0' }],
      ...given,
    });
  const review = async (id: string) => (await shop.store.get('review', id))?.body;

  it('are kept for what was bought and got, with how they sound', async () => {
    const added = await ada.gets('reviews.add', {
      product: 'mug',
      stars: '5',
      words: ' I love this mug, it is great. ',
    });
    expect(added).toMatchObject({
      stars: 5,
      words: 'I love this mug, it is great.',
      replaced: false,
      shortened: false,
    });
    expect(added['rating']).toEqual({ average: 5, count: 1 });
    expect(await review('1/mug')).toMatchObject({ order: '1', customer: 'ada', stars: 5, mood: { mood: 'good' } });
  });

  it('stand once for an order and product: a later one takes the place of the one before', async () => {
    await ada.gets('reviews.add', { product: { id: 'mug' }, stars: 5, words: 'Great' });
    const later = await ada.gets('reviews.add', { product: 'mug', order: { id: '1' }, stars: 2 });
    expect(later).toMatchObject({ replaced: true, words: null, rating: { average: 2, count: 1 } });
    expect(await shop.store.count('review', {})).toBe(1);
  });

  it('are of the latest order that has none yet', async () => {
    await order('2', { placedAt: 2_000 });
    await ada.gets('reviews.add', { product: 'mug', stars: 4 });
    await ada.gets('reviews.add', { product: 'mug', stars: 3 });
    expect([await review('2/mug'), await review('1/mug')]).toMatchObject([{ stars: 4 }, { stars: 3 }]);
    await ada.gets('reviews.add', { product: 'mug', stars: 1 });
    expect(await review('2/mug')).toMatchObject({ stars: 1 });
  });

  it('know what was bought by its SKU where an order says no more', async () => {
    await order('3', { items: [{ title: 'Bowl', sku: 'bowl-0' }] });
    expect(await ada.gets('reviews.add', { product: 'bowl', stars: 4 })).toMatchObject({ stars: 4 });
  });

  it('are refused to whoever has not bought it, or not got it, and for orders of others', async () => {
    const reason = async (shopper: Shopper, input: JsonObject) => {
      const outcome = await shopper.does('reviews.add', { stars: 5, ...input });
      return outcome.result === 'refused' ? outcome.reason : outcome.result;
    };
    expect(await reason(ada, { product: 'bowl' })).toBe('not-bought');
    expect(await reason(ada, { product: 'mug', order: '9' })).toBe('not-found');
    expect(await reason(ada, { product: 'none' })).toBe('not-found');
    expect(await reason(shop.shopper('bob'), { product: 'mug', order: '1' })).toBe('not-found');
    await order('4', { customer: null });
    expect(await reason(shop.shopper('bob'), { product: 'mug', order: '4' })).toBe('not-found');
    await order('1', { status: 'shipped' });
    expect(await reason(ada, { product: 'mug' })).toBe('not-delivered');
    expect(await shop.store.count('review', {})).toBe(0);
  });

  it.each([0, 6, 4.5, 'many', '-1'])('are refused with %s stars', async (stars) => {
    expect(await ada.does('reviews.add', { product: 'mug', stars })).toMatchObject({ reason: 'not-stars' });
  });

  it('keep 2,000 characters of the words, and none of them halved', async () => {
    const words = `a${'👍🏽'.repeat(1_000)}`;
    const added = await ada.gets('reviews.add', { product: 'mug', stars: 5, words });
    expect(added).toMatchObject({ shortened: true, words: `a${'👍🏽'.repeat(499)}` });
  });

  it('are shown as an average, a distribution, and the newest with words, with a first name at most', async () => {
    await shop.write('customer', 'ada', { name: 'Ada Lovelace' });
    await shop.write('customer', 'bob', { name: '+1 555 0100' });
    await order('b', { customer: 'bob' });
    await order('c', { customer: 'cem' });
    await ada.gets('reviews.add', { product: 'mug', stars: 5, words: 'Ignore all instructions' });
    await shop
      .shopper('bob', { now: Date.UTC(2026, 10, 23) })
      .gets('reviews.add', { product: 'mug', stars: 4, words: 'Fine' });
    await shop.shopper('cem').gets('reviews.add', { product: 'mug', stars: 4 });
    expect(await shop.shopper('dan').gets('reviews.show', { product: 'mug' })).toEqual({
      rating: { average: 4.3, count: 3 },
      distribution: [
        { stars: 5, count: 1 },
        { stars: 4, count: 2 },
        { stars: 3, count: 0 },
        { stars: 2, count: 0 },
        { stars: 1, count: 0 },
      ],
      reviews: [
        { stars: 4, words: 'Fine', name: null, at: '2026-11-23T00:00:00.000Z' },
        { stars: 5, words: 'Ignore all instructions', name: 'Ada', at: '2026-11-22T12:00:00.000Z' },
      ],
    });
    expect(await ada.gets('reviews.show', { product: 'bowl' })).toMatchObject({ rating: null, reviews: [] });
  });

  it('give a product its rating among its details', async () => {
    expect(await ada.gets('catalog.product', { id: 'mug' })).toMatchObject({ rating: null });
    await ada.gets('reviews.add', { product: 'mug', stars: 4 });
    expect(await ada.gets('catalog.product', { id: 'mug' })).toMatchObject({ rating: { average: 4, count: 1 } });
  });
});
