import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Money } from '../../../src/catalog/money.ts';
import { MoneyMixed } from '../../../src/commerce/money/as-dinero.ts';
import { percentOf, percentWithin } from '../../../src/commerce/money/percent.ts';
import { lesserOf, minus, plus, sumOf, times } from '../../../src/commerce/money/reckon.ts';
import { shareOut } from '../../../src/commerce/money/share-out.ts';

const usd = (amount: number): Money => ({ amount, currency: 'USD' });
const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
const currencies = fc.constantFrom('USD', 'JPY', 'KWD', 'EUR');
const percents = fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 10_000);

/** Rounded half away from zero, by whole numbers alone. */
function divided(amount: bigint, by: bigint): number {
  const size = amount < 0n ? -amount : amount;
  const rounded = Number((2n * size + by) / (2n * by));
  return rounded === 0 ? 0 : amount < 0n ? -rounded : rounded;
}

describe('amounts', () => {
  it('are added, taken away and multiplied in minor units, in any currency', () => {
    fc.assert(
      fc.property(amounts, amounts, currencies, (one, other, currency) => {
        const [a, b] = [
          { amount: one, currency },
          { amount: other, currency },
        ];
        expect(plus(a, b)).toEqual({ amount: one + other, currency });
        expect(minus(a, b)).toEqual({ amount: one - other, currency });
        expect(lesserOf(a, b).amount).toBe(Math.min(one, other));
        expect(times(a, 7)).toEqual({ amount: one * 7, currency });
      }),
      { numRuns: 200 },
    );
  });

  it('of two currencies are never reckoned together', () => {
    const euros = { amount: 1, currency: 'EUR' };
    for (const reckon of [plus, minus, lesserOf]) expect(() => reckon(usd(1), euros)).toThrow(MoneyMixed);
    expect(() => sumOf([usd(1), euros], 'USD')).toThrow(expect.objectContaining({ code: 'MONEY_MIXED' }));
  });

  it('of nothing are zero in the currency that was asked for', () => {
    expect(sumOf([], 'JPY')).toEqual({ amount: 0, currency: 'JPY' });
  });

  it('that no number holds exactly are refused instead of rounded', () => {
    expect(() => times(usd(Number.MAX_SAFE_INTEGER), 2)).toThrow(RangeError);
  });
});

describe('a percentage', () => {
  it('is rounded once, half a cent away from zero', () => {
    fc.assert(
      fc.property(amounts, percents, currencies, (amount, percent, currency) => {
        const part = BigInt(Math.round(percent * 10_000));
        expect(percentOf({ amount, currency }, percent)).toEqual({
          amount: divided(BigInt(amount) * part, 1_000_000n),
          currency,
        });
      }),
      { numRuns: 300 },
    );
  });

  it('can be rounded to the even cent or down', () => {
    expect(percentOf(usd(250), 1).amount).toBe(3);
    expect(percentOf(usd(250), 1, 'half-even').amount).toBe(2);
    expect(percentOf(usd(299), 1, 'down').amount).toBe(2);
  });

  it('within a gross amount is what was put on top of the net one', () => {
    expect(percentWithin(usd(11_900), 19)).toEqual(usd(1_900));
    expect(percentWithin(usd(100), 0)).toEqual(usd(0));
    fc.assert(
      fc.property(amounts, percents, (amount, percent) => {
        const part = BigInt(Math.round(percent * 10_000));
        expect(percentWithin(usd(amount), percent).amount).toBe(divided(BigInt(amount) * part, 1_000_000n + part));
      }),
      { numRuns: 300 },
    );
  });
});

describe('sharing out', () => {
  it('loses nothing, and gives nobody a whole unit more or less than their part', () => {
    let uneven = 0;
    fc.assert(
      fc.property(amounts, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 12 }), (amount, weights) => {
        const shares = shareOut(usd(amount), weights);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        expect(sumOf(shares, 'USD')).toEqual(usd(amount));
        for (const [index, share] of shares.entries()) {
          const exact = total === 0 ? amount / weights.length : (amount * (weights[index] ?? 0)) / total;
          if (!Number.isInteger(exact)) uneven += 1;
          expect(Math.abs(share.amount - exact)).toBeLessThan(1 + 1e-6);
          if (total > 0 && weights[index] === 0) expect(share.amount).toBe(0);
        }
      }),
      { numRuns: 300 },
    );
    expect(uneven).toBeGreaterThan(100);
  });

  it('gives what is left to the largest fractions, of equal ones to the first', () => {
    expect(shareOut(usd(10), [45, 26, 29]).map(({ amount }) => amount)).toEqual([4, 3, 3]);
    expect(shareOut(usd(100), [1, 1, 1]).map(({ amount }) => amount)).toEqual([34, 33, 33]);
    expect(shareOut(usd(-100), [1, 1, 1]).map(({ amount }) => amount)).toEqual([-34, -33, -33]);
    expect(shareOut(usd(5), [0, 0]).map(({ amount }) => amount)).toEqual([3, 2]);
  });

  it('among nobody is a defect', () => {
    expect(() => shareOut(usd(1), [])).toThrow(RangeError);
  });

  it('of more than a number could multiply is exact', () => {
    const shares = shareOut(usd(900_000_000_000_001), [999_999_999_999, 999_999_999_998]);
    expect(shares.map(({ amount }) => amount).reduce((sum, amount) => sum + amount)).toBe(900_000_000_000_001);
  });
});
