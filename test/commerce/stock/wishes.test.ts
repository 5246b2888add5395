import { expect, it } from 'vitest';
import { countStock, takeBack } from '../../../src/commerce/stock/count-stock.ts';
import { release } from '../../../src/commerce/stock/release.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { dropWishes, keepWish } from '../../../src/commerce/stock/wishes.ts';
import { openStockRoom, type StockRoom } from './stock-room.ts';

const coat = { sku: 'S', product: 'coat' };

async function wish(room: StockRoom, conversation: string): Promise<unknown> {
  room.now += 1;
  return room.trade((trade) => keepWish(trade, { ...coat, conversation }));
}

function told(room: StockRoom): readonly unknown[] {
  const news = [...room.data.values()].filter(({ id }) => id.startsWith('news:'));
  return news.map(({ body }) => (body['data'] as { readonly conversation: string }).conversation);
}

const wishes = (room: StockRoom): number => [...room.data.keys()].filter((key) => key.startsWith('wish/')).length;

it('remembers a wish once, and forgets it when it is told to', async () => {
  const room = await openStockRoom({ coat: { S: 0, M: 0 } });
  expect(await wish(room, 'ann')).toEqual({ already: false });
  expect(await wish(room, 'ann')).toEqual({ already: true });
  await wish(room, 'bob');
  expect(wishes(room)).toBe(2);
  const drop = () => room.trade((trade) => dropWishes(trade, { skus: ['S', 'M'], conversation: 'ann' }));
  expect([await drop(), await drop()]).toEqual([1, 0]);
  expect(wishes(room)).toBe(1);
});

it('tells those who have waited longest, as many as pieces have come, each once', async () => {
  const room = await openStockRoom({ coat: { S: 0 } });
  for (const name of ['cem', 'ann', 'bob', 'dan']) await wish(room, name);
  await room.trade((trade) => countStock(trade, { ...coat, onHand: 2 }));
  expect(told(room)).toEqual(['cem', 'ann']);
  await room.trade(async (trade) => takeBack(trade, [{ ...coat, quantity: 1 }]));
  expect(told(room)).toEqual(['cem', 'ann', 'bob']);
  expect(wishes(room)).toBe(1);
  expect([...room.data.values()].find(({ id }) => id.startsWith('news:'))?.body).toMatchObject({
    name: 'news',
    data: { news: 'back-in-stock', slots: { product: 'coat', sku: 'S' } },
  });
});

it('tells again who wishes again', async () => {
  const room = await openStockRoom({ coat: { S: 1 } });
  for (let round = 1; round <= 2; round += 1) {
    const kept = await room.trade((trade) => reserve(trade, [{ ...coat, quantity: 1 }]));
    if ('refused' in kept) throw new Error(kept.refused);
    await wish(room, 'ann');
    await room.trade((trade) => release(trade, kept));
    expect(told(room)).toHaveLength(round);
  }
});

it('tells nobody twice in one trade', async () => {
  const room = await openStockRoom({ coat: { S: 0 } });
  for (const name of ['ann', 'bob']) await wish(room, name);
  await room.trade(async (trade) => {
    await takeBack(trade, [{ ...coat, quantity: 1 }]);
    await takeBack(trade, [{ ...coat, quantity: 1 }]);
  });
  expect(new Set(told(room)).size).toBe(told(room).length);
});

it('tells nobody of what is refused', async () => {
  const room = await openStockRoom({ coat: { S: 0 } });
  await wish(room, 'ann');
  await room.trade(async (trade) => {
    await takeBack(trade, [{ ...coat, quantity: 1 }]);
    return { refused: 'changed-their-mind' };
  });
  expect([told(room), wishes(room)]).toEqual([[], 1]);
});
