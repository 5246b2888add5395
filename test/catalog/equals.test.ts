import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byStanding, inOrder } from '../../src/catalog/ranking/equals.ts';

const one = (id: string, score: number, standing: { inStock?: boolean; popularity?: number } = {}, met = 1) => ({
  standing: { id, inStock: true, popularity: 0, ...standing },
  score,
  met,
});
const ids = (scored: readonly ReturnType<typeof one>[]) => inOrder(scored).map(({ standing }) => standing.id);

it('equals are put into order by stock, and then by how they do', () => {
  const gone = one('gone', 5, { inStock: false, popularity: 9_000 });
  expect(ids([gone, one('plain', 5), one('loved', 4.98, { popularity: 7 })])).toEqual(['loved', 'plain', 'gone']);
});

it('what is more relevant stays first, sold out and unknown as it may be', () => {
  expect(ids([one('best', 5, { inStock: false, popularity: -9 }), one('next', 4.9, { popularity: 9 })])).toEqual([
    'best',
    'next',
  ]);
  expect(ids([one('both', 5, { inStock: false }, 3), one('half', 5, {}, 1)])).toEqual(['both', 'half']);
});

it('nothing ever comes before what is more relevant by more than a hundredth', () => {
  let swapped = 0;
  const scored = fc.record({
    score: fc.integer({ min: 980, max: 1_000 }).map((thousandths) => thousandths / 1_000),
    met: fc.constantFrom(1, 3),
    standing: fc.record({ id: fc.string(), inStock: fc.boolean(), popularity: fc.integer({ min: -5, max: 5 }) }),
  });
  fc.assert(
    fc.property(fc.array(scored, { maxLength: 12 }), (all) => {
      const order = inOrder(all);
      expect(order.toSorted((a, b) => a.score - b.score)).toHaveLength(all.length);
      order.forEach((before, at) => {
        for (const after of order.slice(at + 1)) {
          if (before.score < after.score) swapped += 1;
          expect(before.score).toBeGreaterThanOrEqual(after.score * 0.99);
          const isDecided = before.score < after.score && byStanding(before.standing, after.standing) > 0;
          expect(isDecided).toBe(false);
        }
      });
    }),
    { numRuns: 300 },
  );
  expect(swapped).toBeGreaterThan(100);
});
