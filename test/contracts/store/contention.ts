import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../../../src/storage/kinds.ts';
import type { Store, Write } from '../../../src/storage/store.ts';

/** `first` and `second` are two instances on the same data, as two processes would have. */
export function declareContention(first: () => Store, second: () => Store): void {
  describe('contention', () => {
    it('of many commits at once to one document, over two instances, exactly one wins', async () => {
      const id = randomUUID();
      const attempts = Array.from({ length: 20 }, (_, by) =>
        (by % 2 === 0 ? first() : second()).commit([{ kind: 'cart', id, revision: 0, body: { by } }]),
      );
      const outcomes = await Promise.all(attempts);
      expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1);
      expect(await second().get('cart', id)).toEqual({ id, revision: 1, body: { by: outcomes.indexOf('committed') } });
    });

    it('a write that follows on another one of the same group takes hold after it', async () => {
      const id = randomUUID();
      const chain = [0, 1, 2, 3].map((revision) =>
        first().commit([{ kind: 'cart', id, revision, body: { revision } }]),
      );
      expect(await Promise.all(chain)).toEqual(Array(4).fill('committed'));
      expect(await first().get('cart', id)).toMatchObject({ revision: 4, body: { revision: 3 } });
    });

    it('one stale commit in a group does no harm to the others', async () => {
      const ids = Array.from({ length: 30 }, () => randomUUID());
      const outcomes = await Promise.all(
        ids.map((id, index) =>
          first().commit([
            { kind: 'cart', id, revision: 0, body: { index } },
            { kind: 'customer', id, revision: index % 10 === 5 ? 9 : 0, body: { index } },
          ]),
        ),
      );
      const expected = ids.map((_, index) => (index % 10 === 5 ? 'conflict' : 'committed'));
      expect(outcomes).toEqual(expected);
      for (const kind of ['cart', 'customer'] as const) {
        const found = await first().getMany(kind, ids);
        expect(found.map(({ id }) => id)).toEqual(ids.filter((_, index) => expected[index] === 'committed'));
      }
    });

    it('twenty at once who read again after a conflict all get their increment in', async () => {
      const id = randomUUID();
      let conflicts = 0;
      const increment = async (store: Store): Promise<void> => {
        const found = await store.get('cart', id);
        const body = { n: Number(found?.body['n'] ?? 0) + 1 };
        if ((await store.commit([{ kind: 'cart', id, revision: found?.revision ?? 0, body }])) === 'committed') return;
        conflicts++;
        await increment(store);
      };
      await Promise.all(Array.from({ length: 20 }, (_, by) => increment(by % 2 === 0 ? first() : second())));
      expect(await first().get('cart', id)).toEqual({ id, revision: 20, body: { n: 20 } });
      expect(conflicts).toBeGreaterThan(0);
    });

    it('whatever commits meet over two instances, what holds is what some order of the committed ones gives', async () => {
      const reached = { committed: 0, conflict: 0 };
      await fc.assert(
        fc.asyncProperty(arbitraryRounds, async (rounds) => {
          const run = randomUUID();
          const revisions = new Map<string, number>();
          for (const round of rounds) {
            const counted = await playRound({ round, run, revisions, stores: [first(), second()] });
            reached.committed += counted.committed;
            reached.conflict += counted.conflict;
          }
        }),
        { numRuns: 25 },
      );
      expect(reached.committed).toBeGreaterThan(50);
      expect(reached.conflict).toBeGreaterThan(50);
    });
  });
}

interface Attempt {
  readonly by: 0 | 1;
  readonly documents: readonly { readonly kind: Kind; readonly name: string; readonly isRemoval: boolean }[];
}

const arbitraryAttempt: fc.Arbitrary<Attempt> = fc.record({
  by: fc.constantFrom(0, 1),
  documents: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom<Kind>('cart', 'customer'),
      name: fc.constantFrom('a', 'b', 'c'),
      isRemoval: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    }),
    { minLength: 1, maxLength: 3, selector: ({ kind, name }) => `${kind}/${name}` },
  ),
});

const arbitraryRounds = fc.array(fc.array(arbitraryAttempt, { minLength: 2, maxLength: 6 }), {
  minLength: 1,
  maxLength: 4,
});

interface Round {
  readonly round: readonly Attempt[];
  readonly run: string;
  /** What each document's revision is, kept up to date. */
  readonly revisions: Map<string, number>;
  readonly stores: readonly [Store, Store];
}

/** Everybody writes against what held at the beginning of the round, so two that share a document cannot both win. */
async function playRound({ round, run, revisions, stores }: Round): Promise<{ committed: number; conflict: number }> {
  const attempts = round.map(({ by, documents }, index) => {
    const writes: readonly Write[] = documents.map(({ kind, name, isRemoval }) => {
      const [id, body] = [`${run}:${name}`, isRemoval ? null : { by: index }];
      return { kind, id, revision: revisions.get(`${kind}/${id}`) ?? 0, body };
    });
    return { store: stores[by], writes };
  });
  const outcomes = await Promise.all(attempts.map(({ store, writes }) => store.commit(writes)));
  const winners = attempts.flatMap(({ writes }, index) => (outcomes[index] === 'committed' ? [writes] : []));
  expect(winners.length).toBeGreaterThan(0);
  const changes = winners.flat().filter(({ revision, body }) => revision > 0 || body !== null);
  const winning = new Map(changes.map((write) => [`${write.kind}/${write.id}`, write]));
  expect(winning.size).toBe(changes.length);
  await expectState({ attempts: attempts.flatMap(({ writes }) => writes), winning, revisions, store: stores[0] });
  return { committed: winners.length, conflict: outcomes.length - winners.length };
}

interface Expected {
  readonly attempts: readonly Write[];
  readonly winning: ReadonlyMap<string, Write>;
  readonly revisions: Map<string, number>;
  readonly store: Store;
}

async function expectState({ attempts, winning, revisions, store }: Expected): Promise<void> {
  for (const { kind, id } of attempts) {
    const key = `${kind}/${id}`;
    const found = await store.get(kind, id);
    const won = winning.get(key);
    if (won !== undefined) expect(found?.body ?? null).toEqual(won.body);
    else expect(found?.revision ?? 0).toBe(revisions.get(key) ?? 0);
    if (won !== undefined && won.body !== null) expect(found?.revision).toBe(won.revision + 1);
  }
  for (const [key, { revision, body }] of winning) revisions.set(key, body === null ? 0 : revision + 1);
}
