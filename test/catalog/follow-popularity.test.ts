import { expect, it } from 'vitest';
import { followPopularity, keepPopularity } from '../../src/catalog/follow-popularity.ts';
import type { Popularity } from '../../src/catalog/popularity.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { aProduct } from './shelf.ts';

const minute = 60_000;

async function open() {
  const clock = createManualClock();
  const store = createMemoryStore(new Map());
  await store.commit(
    ['a', 'b', 'c'].map((id) => ({ kind: 'product', id, revision: 0, body: productBody(aProduct(id), null) })),
  );
  const world = { known: { a: 3 } as Readonly<Record<string, number>>, reads: 0, isAway: false };
  const read = keepPopularity({
    clock,
    read: async (): Promise<Popularity> => {
      world.reads += 1;
      if (world.isAway) throw new Error('away');
      const { known } = world;
      return (product) => known[product] ?? 0;
    },
  });
  const puts: string[][] = [];
  const failures: unknown[] = [];
  const stop = followPopularity({
    ...{ store, read, clock },
    index: { put: async (products) => void puts.push(products.map(({ id }) => id)) },
    failed: (error) => void failures.push(error),
  });
  const later = async (ms: number): Promise<void> => {
    clock.advance(ms);
    for (let rounds = 0; rounds < 20; rounds += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return { world, read, puts, failures, stop, later };
}

it('brings how products do into the index: all that is known at first, then every hour what has changed', async () => {
  const { world, puts, later, stop } = await open();
  await later(minute);
  expect(puts).toEqual([['a']]);
  await later(60 * minute);
  expect(puts).toEqual([['a']]);
  world.known = { a: 3, c: 1 };
  await later(60 * minute);
  world.known = {};
  await later(60 * minute);
  expect(puts).toEqual([['a'], ['c'], ['a', 'c']]);
  await stop();
  world.known = { b: 9 };
  await later(120 * minute);
  expect(puts).toHaveLength(3);
});

it('tells of a look that failed, and makes up for it with the next', async () => {
  const { world, puts, failures, later, stop } = await open();
  world.isAway = true;
  await later(minute);
  expect([failures.length, puts.length]).toEqual([1, 0]);
  world.isAway = false;
  await later(60 * minute);
  expect(puts).toEqual([['a']]);
  await stop();
});

it('is read once for all who ask within an hour', async () => {
  const { world, read, stop } = await open();
  await Promise.all([read(), read()]);
  expect(world.reads).toBe(1);
  await stop();
});
