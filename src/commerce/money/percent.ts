import { calculator, down, halfAwayFromZero, halfEven, multiply, transformScale } from 'dinero.js/bigint';
import { currencyExponent } from '../../catalog/currency.ts';
import type { Money } from '../../catalog/money.ts';
import { asDinero, asMoney, exactly } from './as-dinero.ts';

/** Half a cent: away from zero (how shops and tax offices round), to the even cent, or dropped with every other part of one. */
export type Rounding = 'half-up' | 'half-even' | 'down';

const roundings = { 'half-up': halfAwayFromZero, 'half-even': halfEven, down } as const;

/** Of a percentage's decimals four count: 8.25 is 82,500 of a million. */
const decimals = 4;
const whole = 10n ** BigInt(decimals + 2);

/** 8.25 % of an amount, rounded once. */
export function percentOf(money: Money, percent: number, rounding: Rounding = 'half-up'): Money {
  const exact = multiply(asDinero(money), { amount: millionths(percent), scale: BigInt(decimals + 2) });
  return asMoney(transformScale(exact, BigInt(currencyExponent(money.currency)), roundings[rounding]));
}

/** What of a gross amount is a tax of so many percent: in 119.00 with 19 % it is 19.00. */
export function percentWithin({ amount, currency }: Money, percent: number, rounding: Rounding = 'half-up'): Money {
  const part = millionths(percent);
  const within = roundings[rounding](BigInt(amount) * part, whole + part, calculator);
  return { amount: exactly(within), currency };
}

function millionths(percent: number): bigint {
  return BigInt(Math.round(percent * 10 ** decimals));
}
