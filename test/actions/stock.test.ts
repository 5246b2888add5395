import { afterEach, beforeEach, expect, it } from 'vitest';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import { countStock } from '../../src/commerce/stock/count-stock.ts';
import { transact } from '../../src/commerce/trade.ts';
import { productWith, testShop, tradePartsOf } from '../commerce/stock/stock-room.ts';
import { openShop, type Shop } from './shop.ts';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop([
    productWith('coat', { S: 0, M: 3 }),
    productWith('hat', { H: null }),
    productWith('cap', { cap: 0 }),
  ]);
});
afterEach(() => shop.close());

async function count(sku: string, product: string, onHand: number, place = 'main'): Promise<void> {
  const parts = tradePartsOf(shop.store, {}, () => 1_790_000_000_000);
  const by = { who: 'merchant' } as const;
  await transact(parts, { key: 'count', by }, (trade) => countStock(trade, { sku, product, place, onHand }));
}

it('remembers once that somebody wants to be told, and forgets it', async () => {
  const ann = shop.shopper('ann');
  const wish = { product: { id: 'coat', sku: 'S' } };
  expect(await ann.gets('stock.wish', wish)).toMatchObject({ product: { id: 'coat', sku: 'S' }, already: false });
  expect(await ann.gets('stock.wish', { product: 'coat', options: { size: 'S' } })).toMatchObject({ already: true });
  expect(await ann.gets('stock.unwish', { product: 'coat' })).toEqual({ removed: 1 });
  expect(await ann.gets('stock.unwish', { sku: 'S' })).toEqual({ removed: 0 });
});

it('starts the news where it was wished for when it is there again', async () => {
  await shop.shopper('ann').gets('stock.wish', { sku: 'cap' });
  await count('cap', 'cap', 1);
  const [job] = await shop.store.find('job', {});
  expect(job?.body).toMatchObject({
    name: 'news',
    data: { conversation: 'webchat:shop:ann', news: 'back-in-stock', slots: { product: 'cap', sku: 'cap' } },
  });
  expect(await shop.store.count('wish', {})).toBe(0);
});

it('takes no wish for what is there, not counted, not said or not sold', async () => {
  const ann = shop.shopper('ann');
  const refused = async (action: string, input: Parameters<typeof ann.does>[1]) => {
    const outcome = await ann.does(action, input);
    return outcome.result === 'refused' ? outcome.reason : outcome;
  };
  expect(await refused('stock.wish', { product: 'coat', options: { size: 'M' } })).toBe('in-stock');
  expect(await refused('stock.wish', { product: 'hat' })).toBe('in-stock');
  expect(await refused('stock.wish', { product: 'coat' })).toBe('choose-option');
  expect(await refused('stock.wish', { product: 'coat', options: { size: 'XL' } })).toBe('no-such-option');
  expect(await refused('stock.wish', { product: 'scarf' })).toBe('not-found');
  expect(await refused('stock.wish', {})).toBe('not-found');
  expect(await refused('stock.unwish', {})).toBe('not-found');
  expect(await refused('stock.where', { sku: 'nothing' })).toBe('not-found');
  expect(await shop.store.count('wish', {})).toBe(0);
});

it('tells where there are pieces, in the shop’s order, and where they can be fetched', async () => {
  const usual = usualRules(testShop);
  const open = {
    place: 'shop',
    label: 'Our shop',
    address: '1 Main Street',
    hours: 'Mon to Fri',
    days: { from: 0, to: 1 },
    countries: ['US'],
  };
  const rules = {
    ...usual,
    stock: { places: ['shop', 'main'], low_at: null },
    shipping: { ...usual.shipping, pick_up: [open] },
  };
  const ann = shop.shopper('ann', { rules });
  await count('M', 'coat', 5, 'main');
  await count('M', 'coat', 2, 'shop');
  await count('M', 'coat', 0, 'cellar');
  expect(await ann.gets('stock.where', { product: { id: 'coat', sku: 'M' } })).toMatchObject({
    counted: true,
    available: 7,
    places: [
      { place: 'shop', label: 'Our shop', address: '1 Main Street', hours: 'Mon to Fri', pick_up: true, available: 2 },
      { place: 'main', label: 'main', address: null, hours: null, pick_up: false, available: 5 },
    ],
  });
  expect(await ann.gets('stock.where', { product: 'hat' })).toMatchObject({
    counted: false,
    available: null,
    places: [],
  });
  expect(await ann.gets('stock.where', { sku: 'S', product: 'coat' })).toMatchObject({ available: 0, places: [] });
});
