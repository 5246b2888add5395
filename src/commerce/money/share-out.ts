import type { Money } from '../../catalog/money.ts';
import { exactly } from './as-dinero.ts';

/**
 * Shares of an amount by weight, in whole minor units, that add up to it again: each gets its exact part without the fraction, and
 * what is left goes, unit by unit, to the largest fractions (of equal ones the first). No share is a whole unit away from its exact
 * part. Weights are whole and not negative; where all are 0 everybody weighs the same. Throws `RangeError` for nobody to share among.
 *
 * https://en.wikipedia.org/wiki/Quota_method#Largest_remainder; dinero's `allocate` gives what is left to the largest weights instead.
 */
export function shareOut({ amount, currency }: Money, weights: readonly number[]): readonly Money[] {
  if (weights.length === 0) throw new RangeError('there is nobody to share among');
  const all = weights.some((weight) => weight > 0) ? weights.map(BigInt) : weights.map(() => 1n);
  const sign = amount < 0 ? -1 : 1;
  const shares = sharesOf(BigInt(Math.abs(amount)), all);
  return shares.map((share) => ({ amount: share === 0n ? 0 : sign * exactly(share), currency }));
}

function sharesOf(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const floors = weights.map((weight) => (amount * weight) / total);
  const left = Number(floors.reduce((rest, share) => rest - share, amount));
  const more = new Set(byFraction(weights.map((weight) => (amount * weight) % total)).slice(0, left));
  return floors.map((share, index) => (more.has(index) ? share + 1n : share));
}

/** Positions, the largest fraction first. */
function byFraction(fractions: readonly bigint[]): readonly number[] {
  return fractions
    .map((fraction, index) => ({ fraction, index }))
    .sort((one, other) =>
      one.fraction === other.fraction ? one.index - other.index : one.fraction > other.fraction ? -1 : 1,
    )
    .map(({ index }) => index);
}
