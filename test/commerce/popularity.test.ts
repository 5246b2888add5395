import { expect, it } from 'vitest';
import { readPopularity } from '../../src/commerce/popularity.ts';
import type { Write } from '../../src/storage/store.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';

const day = 86_400_000;
const now = 100 * day;

const order = (
  id: string,
  body: Readonly<Record<string, string | number>>,
  items: readonly [string, number][],
): Write => ({
  kind: 'order',
  id,
  revision: 0,
  body: {
    status: 'delivered',
    placedAt: now - day,
    ...body,
    items: items.map(([product, quantity]) => ({ title: product, product, quantity })),
  },
});
const rating = (id: string, stars: readonly number[]): Write => ({
  kind: 'rating',
  id,
  revision: 0,
  body: { stars: [...stars] },
});

it('what sold more in the last thirty days does better, then what is liked more', async () => {
  const store = createMemoryStore(new Map());
  await store.commit([
    order('one', {}, [['mug', 1]]),
    order('two', { status: 'placed' }, [
      ['mug', 3],
      ['cup', 1],
    ]),
    order('long ago', { placedAt: now - 40 * day }, [['bowl', 50]]),
    order('taken back', { status: 'cancelled' }, [['jar', 50]]),
    rating('cup', [0, 0, 0, 0, 40]),
    rating('loved', [0, 0, 0, 0, 40]),
    rating('one word', [0, 0, 0, 0, 1]),
    rating('hated', [40, 0, 0, 0, 0]),
  ]);
  const popularity = await readPopularity(store, now);
  const ranked = ['mug', 'cup', 'loved', 'one word', 'unheard of', 'hated'];
  const values = ranked.map(popularity);
  expect(values).toEqual(values.toSorted((one, other) => other - one));
  expect(new Set(values).size).toBe(ranked.length);
  expect(values.every(Number.isInteger)).toBe(true);
  expect([popularity('bowl'), popularity('jar'), popularity('unheard of')]).toEqual([0, 0, 0]);
});

it('a piece more of what sells well already moves nothing', async () => {
  const store = createMemoryStore(new Map());
  await store.commit([
    order('one', {}, [
      ['a', 9],
      ['b', 10],
      ['c', 16],
    ]),
  ]);
  const popularity = await readPopularity(store, now);
  expect(popularity('a')).toBe(popularity('b'));
  expect(popularity('c')).toBeGreaterThan(popularity('b'));
});
