import type { Money } from '../../catalog/money.ts';
import type { Product, Variant } from '../../catalog/product.ts';
import { percentOf } from '../money/percent.ts';
import type { Bound, DynamicPriceRules } from '../rules/dynamic-prices.ts';
import { matchesProduct } from '../rules/products-match.ts';

/** Nothing that is given away moves: parts of nothing are nothing. */
export function isMoving(rules: DynamicPriceRules, product: Product, variant: Variant): boolean {
  return rules.on && variant.price.amount > 0 && matchesProduct(rules, product, variant);
}

/** In minor units of the base price's currency. */
export interface PriceLimits {
  readonly floor: number;
  readonly ceiling: number;
}

/** `null` where there is no price between the floor and the ceiling, or one of them is in another currency: then nothing moves. */
export function limitsOf(rules: DynamicPriceRules, product: Product, variant: Variant): PriceLimits | null {
  const own = rules.limits.find((one) => matchesProduct(one, product, variant));
  const floor = amountOf(own?.floor ?? rules.floor, variant.price, roundedUp);
  const ceiling = amountOf(own?.ceiling ?? rules.ceiling, variant.price, roundedDown);
  return floor === null || ceiling === null || floor > ceiling ? null : { floor, ceiling };
}

function amountOf(bound: Bound, base: Money, part: typeof roundedUp): number | null {
  if ('percent' in bound) return part(base, bound.percent);
  return bound.amount.currency === base.currency ? bound.amount.amount : null;
}

/** A floor that was rounded down would let a price below it, and a ceiling that was rounded up above it. */
function roundedUp({ amount, currency }: Money, percent: number): number {
  return 0 - percentOf({ amount: -amount, currency }, percent, 'down').amount;
}

function roundedDown(base: Money, percent: number): number {
  return percentOf(base, percent, 'down').amount;
}
