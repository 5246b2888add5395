import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Condition, Query, Store, Stored } from '../../../src/storage/store.ts';

const texts = ['a', 'b', 'ä', 'Z', '', '😀', '\uffee'] as const;
const numbers = [-1.5, 0, 1, 2, 1e12] as const;

/** Odd types are here because a broken or hostile document must not be found by accident. */
const bodies: readonly JsonObject[] = [
  ...texts.flatMap((flow) => numbers.map((dueAt) => ({ flow, dueAt }))),
  ...numbers.map((dueAt) => ({ dueAt, flow: null })),
  ...texts.map((flow) => ({ flow })),
  ...[{}, { dueAt: null }, { dueAt: '1', flow: 1 }, { dueAt: [1], flow: ['a'] }, { dueAt: { $gt: 0 }, flow: { a: 1 } }],
];

export function declareQueries(store: () => Store): void {
  describe('queries', () => {
    const channel = randomUUID();
    const documents = bodies.map((body, index) => ({
      id: `${channel}:${(index * 7) % 10}:${index}`,
      body: { ...body, channel },
    }));
    const ask = (query: Query) => store().find('conversation', { ...query, where: { channel, ...query.where } });

    beforeAll(async () => {
      const outcomes = await Promise.all(
        documents.map(({ id, body }) => store().commit([{ kind: 'conversation', id, revision: 0, body }])),
      );
      expect(new Set(outcomes)).toEqual(new Set(['committed']));
    });

    it('every condition, order and limit finds what a plain filter over all documents finds', async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(arbitraryQuery(), async (query) => {
          const expected = model(documents, query);
          const actual = await ask(query);
          expect(actual.map(({ id }) => id)).toEqual(expected.slice(0, query.limit ?? 100).map(({ id }) => id));
          expect(await store().count('conversation', { ...query, where: { channel, ...query.where } })).toBe(
            expected.length,
          );
          if (actual.length > 0) found++;
        }),
        { numRuns: 200 },
      );
      expect(found).toBeGreaterThan(60);
    });

    it('what is found has its revision and body', async () => {
      const [document] = await ask({ where: { flow: 'Z', dueAt: { from: 2, to: 2 } } });
      expect(document satisfies Stored | undefined).toMatchObject({
        revision: 1,
        body: { flow: 'Z', dueAt: 2, channel },
      });
    });

    it('a query without conditions finds the kind, 100 documents when no limit is given', async () => {
      const ids = Array.from({ length: 120 }, () => randomUUID());
      await store().commit(ids.map((id, at) => ({ kind: 'dead-letter', id, revision: 0, body: { at } })));
      const found = await store().find('dead-letter', { sort: { by: 'at', direction: 'down' } });
      expect(found.map(({ body }) => body['at'])).toEqual(Array.from({ length: 100 }, (_, index) => 119 - index));
      expect(await store().count('dead-letter', {})).toBe(120);
      expect((await store().find('dead-letter', { limit: 3 })).map(({ id }) => id)).toEqual(ids.toSorted().slice(0, 3));
    });

    it('a kind is walked page by page in the order of its ids, and what is written behind is not missed or met twice', async () => {
      const run = randomUUID();
      const ids = oddIds.map((id) => `${run}${id}`);
      const links = (some: readonly string[]) =>
        store().commit(some.map((id) => ({ kind: 'link', id, revision: 0, body: { campaign: run } })));
      await links(ids);
      const page = (after: string) => store().find('link', { where: { campaign: run }, after, limit: 3 });
      const met: string[] = [];
      for (let after = run.slice(0, -1); ; ) {
        const found = await page(after);
        met.push(...found.map(({ id }) => id));
        const last = found.at(-1)?.id;
        if (last === undefined) break;
        if (after === run.slice(0, -1)) await links([`${run}#before`, `${run}zz-later`]);
        after = last;
      }
      const expected = [...ids, `${run}zz-later`].toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(met).toEqual(expected);
      expect(await store().count('link', { where: { campaign: run }, after: `${run}zz-later` })).toBe(4);
    });

    it('a changed or deleted document is found by what it is now', async () => {
      const [id, importId] = [randomUUID(), randomUUID()];
      await store().commit([{ kind: 'product', id, revision: 0, body: { importId } }]);
      expect(await store().count('product', { where: { importId } })).toBe(1);
      await store().commit([{ kind: 'product', id, revision: 1, body: { importId: `${importId}2` } }]);
      expect(await store().count('product', { where: { importId } })).toBe(0);
      await store().commit([{ kind: 'product', id, revision: 2, body: null }]);
      expect(await store().count('product', { where: { importId: `${importId}2` } })).toBe(0);
    });

    it('a document with a hostile key is found by its fields all the same', async () => {
      const importId = randomUUID();
      await store().commit([
        { kind: 'product', id: importId, revision: 0, body: { importId, title: 'x', $set: { a: 1 } } },
      ]);
      expect(await store().find('product', { where: { importId, title: 'x' } })).toMatchObject([
        { body: { $set: { a: 1 } } },
      ]);
    });

    it('many documents come in the order they were asked for, without those that do not exist', async () => {
      const ids = documents
        .slice(0, 5)
        .map(({ id }) => id)
        .toReversed();
      const found = await store().getMany('conversation', ['nobody', ...ids, 'nothing']);
      expect(found.map(({ id }) => id)).toEqual(ids);
      expect(await store().getMany('conversation', [])).toEqual([]);
    });

    it.each<[string, Query]>([
      ['a condition on a field that is not declared', { where: { nickname: 'x' } }],
      ['a condition on what every object has', { where: { constructor: 'x' } }],
      ['a sort by a field that is not declared', { sort: { by: 'nickname', direction: 'up' } }],
      ['a number compared with a text', { where: { dueAt: '5' } }],
      [
        'an operator smuggled in as a value',
        {
          where: {
            flow: { $ne: 'x' } as unknown as string,
            dueAt: { $gt: 1 } as unknown as number,
            channel: { in: [{ $gt: '' } as unknown as string] },
          },
        },
      ],
    ])('%s is refused', async (_title, query) => {
      await expect(store().find('conversation', query)).rejects.toMatchObject({
        name: 'StoreError',
        code: 'STORE_FAILED',
      });
      await expect(store().find('conversation', query)).rejects.toThrow(/declares no field|cannot be compared/);
    });
  });
}

function arbitraryQuery(): fc.Arbitrary<Query> {
  const condition = (values: fc.Arbitrary<string | number>): fc.Arbitrary<Condition> =>
    fc.oneof(
      values,
      fc.constant(null),
      fc.record({ in: fc.array(values, { maxLength: 3 }) }),
      fc.record(
        { above: values, from: values, below: values, to: values },
        { requiredKeys: [] },
      ) as fc.Arbitrary<Condition>,
    );
  const where = fc.record(
    { flow: condition(fc.constantFrom(...texts)), dueAt: condition(fc.constantFrom(...numbers)) },
    { requiredKeys: [] },
  ) as fc.Arbitrary<NonNullable<Query['where']>>;
  const sort = fc.record({ by: fc.constantFrom('flow', 'dueAt'), direction: fc.constantFrom('up', 'down') });
  return fc.record({ where, sort, limit: fc.constantFrom(1, 3, 1000) }, { requiredKeys: [] }) as fc.Arbitrary<Query>;
}

/** Ids of every kind of letter, among them pairs that UTF-16 and UTF-8 put in another order. */
const oddIds = ['', '$a', 'A', 'a', 'a\u0000b', 'a\u0000c', 'ab', 'ä', '__proto__', '\uffee', '😀', '👩‍👩‍👧'];

interface Document {
  readonly id: string;
  readonly body: JsonObject;
}

function model(documents: readonly Document[], { where = {}, sort }: Query): readonly Document[] {
  const matching = documents.filter(({ body }) =>
    Object.entries(where).every(([field, condition]) => holds(field, body, condition)),
  );
  const byId = (a: Document, b: Document) => Buffer.compare(Buffer.from(a.id), Buffer.from(b.id));
  if (sort === undefined) return matching.toSorted(byId);
  const sign = sort.direction === 'down' ? -1 : 1;
  return matching.toSorted((a, b) => sign * (order(value(sort.by, a.body), value(sort.by, b.body)) || byId(a, b)));
}

function value(field: string, body: JsonObject): string | number | null {
  const found = body[field];
  const type = field === 'dueAt' ? 'number' : 'string';
  return typeof found === type ? (found as string | number) : null;
}

function order(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

function holds(field: string, body: JsonObject, condition: Condition): boolean {
  const found = value(field, body);
  if (condition === null) return found === null;
  if (typeof condition !== 'object') return found === condition;
  if ('in' in condition) return found !== null && condition.in.includes(found);
  const { above, from, below, to } = condition;
  if (found === null) return [above, from, below, to].every((bound) => bound === undefined);
  return (
    (above === undefined || order(found, above) > 0) &&
    (from === undefined || order(found, from) >= 0) &&
    (below === undefined || order(found, below) < 0) &&
    (to === undefined || order(found, to) <= 0)
  );
}
