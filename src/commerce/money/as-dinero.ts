import { type Dinero, dinero, toSnapshot } from 'dinero.js/bigint';
import { currencyExponent } from '../../catalog/currency.ts';
import type { Money } from '../../catalog/money.ts';

/** Amounts of two currencies met: a catalogue, a rule and a carrier disagree, and no rate between them is known. A person has to look. */
export class MoneyMixed extends Error {
  override readonly name = 'MoneyMixed';
  readonly code = 'MONEY_MIXED';

  constructor(one: string, other: string) {
    super(`${one} and ${other} cannot be reckoned together`);
  }
}

/** Whole numbers without a largest one: a price times a weight passes what a number holds exactly. */
export function asDinero({ amount, currency }: Money): Dinero<bigint, string> {
  return dinero({ amount: BigInt(amount), currency: dineroCurrency(currency) });
}

/** Throws `RangeError` when no number holds the amount exactly. */
export function asMoney(reckoned: Dinero<bigint, string>): Money {
  const { amount, currency } = toSnapshot(reckoned);
  return { amount: exactly(amount), currency: currency.code };
}

export function exactly(amount: bigint): number {
  const number = Number(amount);
  if (Number.isSafeInteger(number)) return number;
  throw new RangeError('this amount is too large to be reckoned exactly');
}

export function sameCurrency(one: Money, other: Money): void {
  if (one.currency !== other.currency) throw new MoneyMixed(one.currency, other.currency);
}

function dineroCurrency(code: string) {
  return { code, base: 10n, exponent: BigInt(currencyExponent(code)) };
}
