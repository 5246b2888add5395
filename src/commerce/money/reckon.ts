import { add, multiply, subtract } from 'dinero.js/bigint';
import type { Money } from '../../catalog/money.ts';
import { asDinero, asMoney, sameCurrency } from './as-dinero.ts';

/** What reckons with two amounts throws `MoneyMixed` for two currencies. */
export function plus(one: Money, other: Money): Money {
  sameCurrency(one, other);
  return asMoney(add(asDinero(one), asDinero(other)));
}

export function minus(one: Money, other: Money): Money {
  sameCurrency(one, other);
  return asMoney(subtract(asDinero(one), asDinero(other)));
}

/** `quantity`: a whole number. */
export function times(money: Money, quantity: number): Money {
  return asMoney(multiply(asDinero(money), BigInt(quantity)));
}

/** `currency`: of no amounts at all. */
export function sumOf(amounts: readonly Money[], currency: string): Money {
  return amounts.reduce(plus, nothing(amounts[0]?.currency ?? currency));
}

export function nothing(currency: string): Money {
  return { amount: 0, currency };
}

/** Two currencies are never the same, not even of nothing. */
export function isSameMoney(one: Money, other: Money): boolean {
  return one.amount === other.amount && one.currency === other.currency;
}

export function lesserOf(one: Money, other: Money): Money {
  sameCurrency(one, other);
  return one.amount <= other.amount ? one : other;
}

export function sameOrMore(one: Money, other: Money): boolean {
  sameCurrency(one, other);
  return one.amount >= other.amount;
}
