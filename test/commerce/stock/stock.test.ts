import { expect, it } from 'vitest';
import { availability } from '../../../src/commerce/stock/availability.ts';
import { countStock, moveStock, takeBack } from '../../../src/commerce/stock/count-stock.ts';
import { leave, release } from '../../../src/commerce/stock/release.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import type { Reserved } from '../../../src/commerce/stock/shelf.ts';
import type { StockRoom } from './stock-room.ts';
import { openStockRoom } from './stock-room.ts';

const coat = (sku: string, quantity: number, place?: string) => ({ sku, product: 'coat', quantity, place });

async function reserved(room: StockRoom, ...wants: ReturnType<typeof coat>[]): Promise<readonly Reserved[]> {
  const answer = await room.trade((trade) => reserve(trade, wants));
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
}

async function levelsOf(room: StockRoom, sku: string) {
  return Object.fromEntries((await room.shelf(sku))?.levels ?? []);
}

it('keeps what is reserved, and shows at the product what can still be sold', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: 3 } });
  expect(await reserved(room, coat('S', 2))).toEqual([{ sku: 'S', place: 'main', quantity: 2 }]);
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 5, reserved: 2 } });
  expect([await room.shown('coat', 'S'), await room.shown('coat', 'M')]).toEqual([3, 3]);
  expect(await room.shelf('M')).toBeNull();
});

it('writes a product once, however many of its sizes are reserved together', async () => {
  const commits: number[] = [];
  const room = await openStockRoom(
    { coat: { S: 5, M: 3 } },
    {
      fault: (writes) => {
        commits.push(writes.filter(({ kind }) => kind === 'product').length);
        return 'none';
      },
    },
  );
  await reserved(room, coat('S', 1), coat('M', 1), coat('S', 1));
  expect(commits).toEqual([1]);
  expect([await room.shown('coat', 'S'), await room.shown('coat', 'M')]).toEqual([3, 2]);
});

it('refuses everything when one thing is missing, and says what and how many there are', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: 1, L: 0 } });
  const answers = await Promise.all([
    room.trade((trade) => reserve(trade, [coat('S', 1), coat('M', 2)])),
    room.trade((trade) => reserve(trade, [coat('S', 1), coat('L', 1)])),
    room.trade((trade) => reserve(trade, [coat('S', 3), coat('S', 3)])),
    room.trade((trade) => reserve(trade, [coat('S', 1), coat('XL', 1)])),
    room.trade((trade) => reserve(trade, [{ sku: 'S', product: 'hat', quantity: 1 }])),
  ]);
  expect(answers).toEqual([
    { refused: 'not-enough', details: { sku: 'M', label: 'The coat (M)', available: 1 } },
    { refused: 'out-of-stock', details: { sku: 'L', label: 'The coat (L)', available: 0 } },
    { refused: 'not-enough', details: { sku: 'S', label: 'The coat (S)', available: 2 } },
    { refused: 'not-found', details: { sku: 'XL' } },
    { refused: 'not-found', details: { sku: 'S' } },
  ]);
  expect([...room.data.keys()]).toEqual(['product/coat']);
});

it('refuses no number of what is not counted, and keeps nothing of it', async () => {
  const room = await openStockRoom({ coat: { S: null } });
  expect(await reserved(room, coat('S', 900))).toEqual([]);
  await room.trade(async (trade) => takeBack(trade, [coat('S', 4)]));
  expect([...room.data.keys()]).toEqual(['product/coat']);
});

it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('takes %s for no number of pieces', async (quantity) => {
  const room = await openStockRoom({ coat: { S: 5 } });
  await expect(room.trade((trade) => reserve(trade, [coat('S', quantity)]))).rejects.toThrow(RangeError);
  await expect(room.trade(async (trade) => takeBack(trade, [coat('S', quantity)]))).rejects.toThrow(RangeError);
});

it('serves from the first place that has all, else from several in the merchant’s order', async () => {
  const room = await openStockRoom({ coat: { S: 2 } });
  await room.trade((trade) => countStock(trade, { ...coat('S', 0), place: 'shop', onHand: 4 }));
  expect(await room.shown('coat', 'S')).toBe(6);
  expect(await reserved(room, coat('S', 3))).toEqual([{ sku: 'S', place: 'shop', quantity: 3 }]);
  expect(await reserved(room, coat('S', 3))).toEqual([
    { sku: 'S', place: 'main', quantity: 2 },
    { sku: 'S', place: 'shop', quantity: 1 },
  ]);
  expect(await room.shown('coat', 'S')).toBe(0);
});

it('serves what is fetched from that place alone', async () => {
  const room = await openStockRoom({ coat: { S: 9 } });
  await room.trade((trade) => countStock(trade, { ...coat('S', 0), place: 'shop', onHand: 2 }));
  const label = 'The coat (S)';
  expect(await room.trade((trade) => reserve(trade, [coat('S', 3, 'shop')]))).toEqual({
    refused: 'not-enough',
    details: { sku: 'S', label, available: 2, place: 'shop' },
  });
  expect(await reserved(room, coat('S', 2, 'shop'))).toEqual([{ sku: 'S', place: 'shop', quantity: 2 }]);
  expect(await room.trade((trade) => reserve(trade, [coat('S', 1, 'shop')]))).toMatchObject({
    refused: 'out-of-stock',
  });
  expect(await room.trade((trade) => reserve(trade, [coat('S', 1, 'nowhere')]))).toMatchObject({
    refused: 'out-of-stock',
  });
});

it('gives back what is released, once, whatever happens', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  const kept = await reserved(room, coat('S', 2));
  for (const _ of [1, 2]) await room.trade((trade) => release(trade, kept));
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 5, reserved: 0 } });
  expect(await room.shown('coat', 'S')).toBe(5);
});

it('takes what has left off what is on hand; as many can be sold as before', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  const kept = await reserved(room, coat('S', 2));
  await room.trade((trade) => leave(trade, kept));
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 3, reserved: 0 } });
  expect(await room.shown('coat', 'S')).toBe(3);
  await room.trade((trade) => takeBack(trade, [coat('S', 1)], 'shop'));
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 3, reserved: 0 }, shop: { onHand: 1, reserved: 0 } });
  expect(await room.shown('coat', 'S')).toBe(4);
});

it('sees in one trade what the same trade has done before', async () => {
  const room = await openStockRoom({ coat: { S: 3 } });
  const kept = await reserved(room, coat('S', 3));
  await room.trade(async (trade) => {
    await release(trade, kept);
    return reserve(trade, [coat('S', 2)]);
  });
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 3, reserved: 2 } });
  expect(await room.shown('coat', 'S')).toBe(1);
});

it('sells nothing while a recount has found fewer than are promised', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  const kept = await reserved(room, coat('S', 4));
  expect(await room.trade((trade) => countStock(trade, { ...coat('S', 0), onHand: 2 }))).toEqual({ available: 0 });
  expect(await room.shown('coat', 'S')).toBe(0);
  // What lies elsewhere has to make up for it first.
  await room.trade((trade) => countStock(trade, { ...coat('S', 0), place: 'shop', onHand: 3 }));
  expect(await room.shown('coat', 'S')).toBe(1);
  expect(await room.trade((trade) => reserve(trade, [coat('S', 2, 'shop')]))).toMatchObject({ refused: 'not-enough' });
  await room.trade((trade) => leave(trade, kept));
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 0, reserved: 0 }, shop: { onHand: 3, reserved: 0 } });
});

it('begins to count what was not counted', async () => {
  const room = await openStockRoom({ coat: { S: null } });
  expect(await room.trade((trade) => countStock(trade, { ...coat('S', 0), onHand: 7 }))).toEqual({ available: 7 });
  expect(await room.shown('coat', 'S')).toBe(7);
  expect(await room.trade((trade) => countStock(trade, { sku: 'X', product: 'coat', onHand: 7 }))).toMatchObject({
    refused: 'not-found',
  });
});

it('carries between places what nobody has been promised', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: null } });
  await reserved(room, coat('S', 2));
  const move = (quantity: number) =>
    room.trade((trade) => moveStock(trade, { ...coat('S', quantity), from: 'main', to: 'shop' }));
  expect(await move(4)).toEqual({ refused: 'not-enough', details: { sku: 'S', place: 'main', available: 3 } });
  expect(await move(3)).toEqual({ available: 3 });
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 2, reserved: 2 }, shop: { onHand: 3, reserved: 0 } });
  const uncounted = { ...coat('M', 1), from: 'main', to: 'shop' };
  expect(await room.trade((trade) => moveStock(trade, uncounted))).toMatchObject({ refused: 'not-counted' });
});

it('goes on giving back what the shop does not sell any more', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  const kept = await reserved(room, coat('S', 2));
  const stored = await room.store.get('product', 'coat');
  await room.store.commit([{ kind: 'product', id: 'coat', revision: stored?.revision ?? 0, body: null }]);
  await room.trade((trade) => release(trade, kept));
  await room.trade((trade) => takeBack(trade, [coat('S', 1)]));
  expect(await levelsOf(room, 'S')).toEqual({ main: { onHand: 6, reserved: 0 } });
});

it('tells what there is, where, and of what nothing is counted', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: null, L: 2 } });
  await reserved(room, coat('S', 2));
  const pieces = ['S', 'M', 'L', 'XXL'].map((sku) => ({ sku, product: 'coat' }));
  expect(await room.trade((trade) => availability(trade, pieces))).toEqual([
    { sku: 'S', product: 'coat', available: 3, places: [{ place: 'main', onHand: 5, reserved: 2, available: 3 }] },
    { sku: 'M', product: 'coat', available: null, places: [] },
    { sku: 'L', product: 'coat', available: 2, places: [{ place: 'main', onHand: 2, reserved: 0, available: 2 }] },
  ]);
});

it('warns of what becomes low once, and again when it has been plenty in between', async () => {
  const room = await openStockRoom({ coat: { S: 6 } }, { lowAt: 3 });
  const warnings = () => [...room.data].filter(([key]) => key.startsWith('job/stock-low')).map(([, { body }]) => body);
  const kept = await reserved(room, coat('S', 2));
  expect(warnings()).toEqual([]);
  await reserved(room, coat('S', 1));
  await reserved(room, coat('S', 1));
  expect(warnings()).toMatchObject([{ name: 'stock-low', data: { sku: 'S', available: 3 } }]);
  await room.trade((trade) => release(trade, kept));
  expect((await room.shelf('S'))?.low).toBe(false);
  await reserved(room, coat('S', 1));
  expect(warnings()).toHaveLength(2);
});
