import { afterEach, expect, it } from 'vitest';
import { announceOrders } from '../../src/sync/announce-orders.ts';
import { sendOrder } from '../../src/sync/order-out.ts';
import { createMemoryStore, type MemoryData } from '../runtime/memory-store.ts';
import { openShopify, putShirt } from './shops.ts';
import { type Connected, connect } from './syncing.ts';

const order = (id: string, revision: number) => ({ kind: 'order', id, revision, body: { n: revision } }) as const;
const jobOf = (data: MemoryData, id: string) => data.get(`job/sync:order:${id}`);

it('every commit that writes an order plans its job with it, and no other commit does', async () => {
  const data: MemoryData = new Map();
  const store = announceOrders(createMemoryStore(data), () => 7);
  await store.commit([{ kind: 'cart', id: 'c', revision: 0, body: {} }]);
  expect(data.size).toBe(1);
  expect(await store.commit([order('1', 0), order('2', 0)])).toBe('committed');
  expect(jobOf(data, '1')?.body).toEqual({ name: 'sync-shop', runAt: 7, data: { order: '1' } });
  expect(jobOf(data, '2')?.revision).toBe(1);
  expect(await store.commit([order('1', 1)])).toBe('committed');
  expect(jobOf(data, '1')?.revision).toBe(2);
});

it('an order that somebody else changed is a conflict, and plans nothing', async () => {
  const data: MemoryData = new Map();
  const store = announceOrders(createMemoryStore(data), () => 7);
  await store.commit([order('1', 0)]);
  expect(await store.commit([order('1', 0)])).toBe('conflict');
  expect(jobOf(data, '1')?.revision).toBe(1);
});

it('a job that is done at this very moment is no conflict for whoever changes the order', async () => {
  const data: MemoryData = new Map();
  let commits = 0;
  const done = () => {
    // Between reading the job and committing, the run that it was for ends and takes it away.
    if (++commits === 2) data.delete('job/sync:order:1');
    return 'none' as const;
  };
  const store = announceOrders(createMemoryStore(data, { fault: done }), () => 7);
  await store.commit([order('1', 0)]);
  expect(await store.commit([order('1', 1)])).toBe('committed');
  expect(data.get('order/1')?.revision).toBe(2);
  expect(jobOf(data, '1')?.revision).toBe(1);
});

let shop: Connected | null = null;
afterEach(() => shop?.close());

it('two processes that send the same order at the same moment create one', async () => {
  shop = await connect(openShopify);
  putShirt(shop.shelf, 1, 5);
  await shop.sweep();
  await shop.placeOrder('10000018');
  const { parts, system, shelf } = shop;
  const outcomes = await Promise.all([1, 2, 3].map(() => sendOrder(parts, system, '10000018')));
  expect(shelf.orders.size).toBe(1);
  expect(outcomes.map(({ is }) => is)).toContain('later');
});
