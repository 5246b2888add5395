import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allKinds } from '../../src/exchange/exchange-file.ts';
import { exportAll } from '../../src/exchange/export-all.ts';
import { restore } from '../../src/exchange/restore.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Kind } from '../../src/storage/kinds.ts';
import type { Store } from '../../src/storage/store.ts';
import { describeOnStores } from '../runtime/stores.ts';

const oddKeys = ['__proto__', '$set', 'a.b', '', '👩‍👩‍👧', 'constructor', '\u2028', 'parley', 'kind', 'toString'];

const arbitraryBody = fc.dictionary(
  fc.oneof(fc.constantFrom(...oddKeys), fc.string({ unit: 'binary' })),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
  { maxKeys: 4 },
) as fc.Arbitrary<JsonObject>;

const arbitraryDocument = fc.record({
  kind: fc.constantFrom(...allKinds),
  id: fc.oneof(fc.constantFrom(...oddKeys, 'a\u0000b', 'é\n'), fc.string({ unit: 'grapheme' })),
  body: arbitraryBody,
});

/** Most hold an odd key for certain: a slow store has time for a few runs only. */
const documentsOfAll = fc.oneof(
  { weight: 1, arbitrary: fc.array(arbitraryDocument, { minLength: 1, maxLength: 25 }) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(arbitraryDocument, fc.array(arbitraryDocument, { maxLength: 24 }))
      .map(([{ kind, body }, others]) => [{ kind, id: '__proto__', body }, ...others]),
  },
);

await describeOnStores('a file of everything', (place) => {
  it('brings every document of every kind into another shop as it was, odd keys and all', async () => {
    let [odd, met] = [0, 0];
    const [from, to] = [await place.fresh()(), await place.fresh()()];
    await fc.assert(
      fc.asyncProperty(documentsOfAll, async (documents) => {
        await clear(from);
        await clear(to);
        for (const { kind, id, body } of documents) await put(from, kind, id, JSON.parse(JSON.stringify(body)));
        const file = await exported(from);
        await restore({ store: to, open: () => chunks(file, 7) });
        expect(await everything(to)).toEqual(await everything(from));
        met += documents.length;
        if (/__proto__|\\u|👩/u.test(file)) odd += 1;
      }),
      { numRuns: place.name === 'sqlite' ? 60 : 15 },
    );
    expect(met).toBeGreaterThan(place.name === 'sqlite' ? 120 : 25);
    expect(odd).toBeGreaterThan(5);
  }, 180_000);
});

async function put(store: Store, kind: Kind, id: string, body: JsonObject): Promise<void> {
  const revision = (await store.get(kind, id))?.revision ?? 0;
  expect(await store.commit([{ kind, id, revision, body }])).toBe('committed');
}

async function clear(store: Store): Promise<void> {
  for (const kind of allKinds) {
    const found = await store.find(kind, { limit: 1_000 });
    await store.commit(found.map(({ id, revision }) => ({ kind, id, revision, body: null })));
  }
}

async function exported(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportAll({ store, kinds: allKinds, now: () => 0 })) lines.push(line);
  return `${lines.join('\n')}\n`;
}

/** In pieces that cut letters in two. */
async function* chunks(file: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function everything(store: Store): Promise<readonly string[]> {
  const found = await Promise.all(
    allKinds.map(async (kind) => {
      const documents = await store.find(kind, { limit: 1_000 });
      return documents.map(({ id, body }) => JSON.stringify([kind, id, body]));
    }),
  );
  return found.flat();
}
