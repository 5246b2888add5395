import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Store } from '../../../src/storage/store.ts';

const hostileKeys = [
  ...['$set', '$where', '$ref', '$id', '$db', 'a.b', '.', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty'],
  ...[
    '_id',
    '_bsontype',
    'toBSON',
    'toJSON',
    'revision',
    'body',
    'json',
    '0',
    '👩‍👩‍👧',
    'é',
    '\u0000',
    'a\u0000b',
    '"',
    "'",
    '\\',
    '\ud800',
  ],
];

export function declareBodies(store: () => Store): void {
  const roundTrip = async (body: JsonObject) => {
    const id = randomUUID();
    await store().commit([{ kind: 'customer', id, revision: 0, body }]);
    return (await store().get('customer', id))?.body;
  };

  describe('bodies', () => {
    it.each(hostileKeys)('the key %j comes back as it was, on top and deep inside', async (key) => {
      const inner = Object.defineProperty({}, key, { value: 1, enumerable: true }) as JsonObject;
      const outer = Object.defineProperty({ list: [inner], also: { inner, [key]: [inner, {}] } }, key, {
        value: inner,
        enumerable: true,
      }) as JsonObject;
      expect(JSON.stringify(await roundTrip(outer))).toBe(JSON.stringify(outer));
    });

    it('any JSON comes back as it was, with its keys in order', async () => {
      const hostileKey = fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(...hostileKeys) },
        { weight: 3, arbitrary: fc.string({ unit: 'binary' }) },
      );
      const { body } = fc.letrec<{ value: unknown; body: unknown }>((tie) => ({
        value: fc.oneof(
          { depthSize: 'small' },
          ...[
            fc.string({ unit: 'binary' }),
            fc.double({ noNaN: true, noDefaultInfinity: true }),
            fc.integer(),
            fc.boolean(),
          ],
          ...[fc.constant(null), fc.array(tie('value'), { maxLength: 4 }), tie('body')],
        ),
        body: fc.dictionary(hostileKey, tie('value'), { maxKeys: 5 }),
      }));
      let hostile = 0;
      await fc.assert(
        fc.asyncProperty(body, async (value) => {
          const text = JSON.stringify(value);
          if (/"\$|__proto__|_bsontype|\\u/.test(text)) hostile++;
          expect(JSON.stringify(await roundTrip(JSON.parse(text)))).toBe(text);
        }),
        { numRuns: 150 },
      );
      expect(hostile).toBeGreaterThan(20);
    });

    it('a body with objects 500 levels deep comes back as it was', async () => {
      const deep = Array.from({ length: 500 }).reduce<JsonObject>((inner) => ({ inner }), { end: true });
      expect(await roundTrip(deep)).toEqual(deep);
    });

    it('a body of 2 MB comes back as it was, also when several are written at once', async () => {
      const body = { text: 'ä€😀x'.repeat(180_000) };
      const found = await Promise.all(Array.from({ length: 4 }, () => roundTrip(body)));
      expect(found.every((each) => each?.['text'] === body.text)).toBe(true);
    });

    it('an id may hold anything that text holds', async () => {
      const ids = ['$set', 'a/b', '', '👩‍👩‍👧', '__proto__', "'; drop table cart; --", 'a\u0000b', 'a\u0000c'].map(
        (id) => `${id}#${randomUUID()}`,
      );
      for (const id of ids)
        expect(await store().commit([{ kind: 'order', id, revision: 0, body: { customer: ids[0] ?? '' } }])).toBe(
          'committed',
        );
      expect((await store().getMany('order', ids)).map(({ id }) => id)).toEqual(ids);
      const found = await store().find('order', { where: { customer: ids[0] ?? '' } });
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(ids));
    });
  });
}
