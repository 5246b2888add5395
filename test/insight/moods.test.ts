import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { moodLines, moodTable } from '../../src/cli/moods-commands.ts';
import { reviewBody, reviewId } from '../../src/commerce/reviews/review.ts';
import { type MoodGroup, sumMoods } from '../../src/insight/moods.ts';
import type { Store, Write } from '../../src/storage/store.ts';
import { aProduct } from '../catalog/shelf.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 12);

interface Said {
  readonly daysAgo: number;
  readonly score: number | null;
  readonly flow?: string;
  readonly product?: string;
}

function messages(conversation: string, said: readonly Said[]): readonly Write[] {
  const written = said.map(({ daysAgo, score, flow = null, product = null }, index): Write => {
    const mood = score === null ? {} : { mood: { score, flow, product } };
    const body = { conversation, turn: index + 1, at: now - daysAgo * day, entry: {}, outbound: [], ...mood };
    return { kind: 'message', id: `${conversation}/${index}`, revision: 0, body };
  });
  const newest = Math.min(...said.map(({ daysAgo }) => daysAgo));
  const body = { channel: 'terminal', updatedAt: now - newest * day };
  return [{ kind: 'conversation', id: conversation, revision: 0, body }, ...written];
}

function review(product: string, daysAgo: number, score: number): Write {
  const mood = { score, mood: score < 0 ? 'bad' : 'good' } as const;
  const body = reviewBody({
    ...{ order: '1', product, customer: 'ann', stars: 1, words: 'x', mood, at: now - daysAgo * day, editedAt: null },
  });
  return { kind: 'review', id: reviewId('1', product), revision: 0, body };
}

describe('how shoppers sound', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-moods-'));
    store = await openSqliteStore({ file: join(folder, 'shop.db') });
    const early = Array.from(
      { length: 6 },
      (): Said => ({ daysAgo: 25, score: 0.5, flow: 'delivery', product: 'mug' }),
    );
    const late = Array.from({ length: 6 }, (): Said => ({ daysAgo: 1, score: -0.5, flow: 'delivery', product: 'mug' }));
    const many = Array.from({ length: 450 }, (): Said => ({ daysAgo: 2, score: 0.1, flow: 'find' }));
    await store.commit([
      ...messages('a', [{ daysAgo: 90, score: -1, flow: 'find' }, ...early, { daysAgo: 3, score: null }, ...late]),
      ...messages('b', many),
      ...messages('c', [{ daysAgo: 60, score: -1, flow: 'find' }]),
      review('mug', 2, -0.8),
      review('bowl', 2, 0.8),
      review('jug', 70, -0.8),
      { kind: 'product', id: 'mug', revision: 0, body: productBody(aProduct('mug', { price: 900 }), null) },
    ]);
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const wanted = (by: MoodGroup, days = 30) => ({ days, by, now, timeZone: 'UTC' });
  const rows = (by: MoodGroup, since = now - 30 * day) =>
    sumMoods(store, { since, until: now + 1, by, timeZone: 'UTC' });

  it('is summed up by topic, worst first, with where it is going', async () => {
    expect(await rows('flow')).toEqual([
      { key: 'delivery', messages: { n: 12, mean: 0, bad: 0.5 }, trend: -1, reviews: null },
      { key: 'find', messages: { n: 450, mean: expect.closeTo(0.1), bad: 0 }, trend: null, reviews: null },
    ]);
  });

  it('is summed up by product, reviews beside it; what is older than the span is left out', async () => {
    expect(await rows('product')).toEqual([
      { key: 'mug', messages: { n: 12, mean: 0, bad: 0.5 }, trend: -1, reviews: { n: 1, mean: -0.8, bad: 1 } },
      { key: null, messages: { n: 450, mean: expect.closeTo(0.1), bad: 0 }, trend: null, reviews: null },
      { key: 'bowl', messages: null, trend: null, reviews: { n: 1, mean: 0.8, bad: 0 } },
    ]);
  });

  it('is summed up by the shop’s days, in their order', async () => {
    expect((await rows('day')).map(({ key, messages, trend }) => [key, messages?.n, trend])).toEqual([
      ['2026-10-28', 6, null],
      ['2026-11-20', 450, null],
      ['2026-11-21', 6, null],
    ]);
    const tokyo = await sumMoods(store, { since: 0, until: now, by: 'day', timeZone: 'Asia/Tokyo' });
    expect(tokyo.at(-1)?.key).toBe('2026-11-21');
    const samoa = await sumMoods(store, { since: 0, until: now, by: 'day', timeZone: 'Pacific/Kiritimati' });
    expect(samoa.at(-1)?.key).toBe('2026-11-22');
  });

  it('is shown as a table, with the products’ titles', async () => {
    const table = await moodTable(store, wanted('product'));
    expect(table.split('\n')[0]).toMatch(/^product +messages +mean +bad +trend +reviews +mean +bad$/u);
    expect(table).toMatch(/^Thing mug +12 +0\.00 +50% +−1\.00 +1 +−0\.80 +100%$/mu);
    expect(table).toMatch(/^\(none\) +450 +\+0\.10 +0% +0$/mu);
    expect(await moodTable(store, { ...wanted('flow'), now: now - 400 * day })).toMatch(/^Nobody has written/u);
  });

  it('is written as lines of JSON', async () => {
    const lines = (await moodLines(store, wanted('flow'))).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(await rows('flow'));
  });
});
