import { expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { followStock } from '../../src/catalog/follow-stock.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import { rebuildFromStore } from '../../src/catalog/product-walk.ts';
import { takeBack } from '../../src/commerce/stock/count-stock.ts';
import { reserve } from '../../src/commerce/stock/reserve.ts';
import { openStockRoom } from '../commerce/stock/stock-room.ts';
import { createManualClock } from '../manual-clock.ts';

const coat = { sku: 'S', product: 'coat', quantity: 1 };

async function open() {
  const clock = createManualClock();
  const room = await openStockRoom({ coat: { S: 1 }, hat: { H: 5 } });
  const puts: string[][] = [];
  const failures: unknown[] = [];
  const follow = async () => {
    const index = createEmbeddedIndex();
    await rebuildFromStore(room.store, index);
    const put: ProductIndex['put'] = async (products) => {
      puts.push(products.map(({ id }) => id));
      await index.put(products);
    };
    const stop = followStock({
      store: room.store,
      index: { put },
      clock,
      failed: (error) => void failures.push(error),
    });
    return { index, stop };
  };
  const look = async (): Promise<void> => {
    clock.advance(5_000);
    for (let rounds = 0; rounds < 10; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
    room.now = clock.now();
  };
  return { clock, room, puts, failures, follow, look };
}

const found = async (index: ProductIndex) =>
  [...(await index.search({ text: '', filter: { inStock: true } })).ids].sort();

it('lets every process that has an index of its own find only what there is, whoever sold it', async () => {
  const { room, puts, failures, follow, look } = await open();
  const processes = [await follow(), await follow()];
  await room.trade((trade) => reserve(trade, [coat, { sku: 'H', product: 'hat', quantity: 1 }]));
  for (const { index } of processes) expect(await found(index)).toEqual(['coat', 'hat']);
  await look();
  for (const { index } of processes) expect(await found(index)).toEqual(['hat']);
  await room.trade(async (trade) => takeBack(trade, [coat]));
  await look();
  for (const { index } of processes) expect(await found(index)).toEqual(['coat', 'hat']);
  expect(puts).toEqual([['coat'], ['coat'], ['coat'], ['coat']]);
  await look();
  expect(puts).toHaveLength(4);
  await Promise.all(processes.map(({ stop }) => stop()));
  expect(failures).toEqual([]);
});

it('follows two turns at one and the same moment, and one that was committed long after it began', async () => {
  const { room, follow, look } = await open();
  const { index, stop } = await follow();
  await room.trade((trade) => reserve(trade, [coat]));
  await look();
  room.now -= 300_000;
  await room.trade(async (trade) => takeBack(trade, [coat]));
  await look();
  expect(await found(index)).toEqual(['coat', 'hat']);
  await stop();
});

it('looks again after a failure, and no more once it is stopped', async () => {
  const { room, clock, failures, follow, look } = await open();
  const { find } = room.store;
  const { index, stop } = await follow();
  await room.trade((trade) => reserve(trade, [coat]));
  Object.assign(room.store, { find: () => Promise.reject(new Error('gone')) });
  await look();
  expect(failures).toHaveLength(1);
  Object.assign(room.store, { find });
  await look();
  expect(await found(index)).toEqual(['hat']);
  await stop();
  expect(clock.waiting()).toBe(0);
});
