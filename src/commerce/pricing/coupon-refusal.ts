import type { Money } from '../../catalog/money.ts';
import { sameOrMore, sumOf } from '../money/reckon.ts';
import type { Coupon } from '../rules/coupons.ts';
import { runs } from '../rules/days.ts';
import { matchesProduct } from '../rules/products-match.ts';
import type { RefusedCoupon } from './quote.ts';
import type { CouponUse, QuoteInputLine } from './quote-input.ts';
import type { Reduction } from './reduction.ts';

export interface Bought {
  readonly lines: readonly QuoteInputLine[];
  readonly totals: readonly Money[];
  readonly currency: string;
  /** `2026-12-01`, in the shop's time zone. */
  readonly today: string;
}

export type Why = RefusedCoupon['why'];

/** Why a reduction does not count for what is bought, whatever else comes off; `null`: it may. */
export function unfit(reduction: Reduction, bought: Bought): Why | null {
  const when = runs(reduction, bought.today);
  if (when !== 'now') return when === 'over' ? 'expired' : 'not-yet';
  const fitting = bought.lines.map(({ product, variant }) => matchesProduct(reduction.match, product, variant));
  const pieces = bought.lines.reduce((sum, { quantity }, index) => (fitting[index] ? sum + quantity : sum), 0);
  if (pieces < reduction.pieces) return 'not-these';
  const goods = sumOf(
    bought.totals.filter((_, index) => fitting[index]),
    bought.currency,
  );
  return reduction.minimum === null || sameOrMore(goods, reduction.minimum) ? null : 'minimum';
}

/** Why a customer cannot use a coupon (any more), whatever they buy. */
export function usedUp(coupon: Coupon, use: CouponUse | undefined): Why | null {
  if (use === undefined) return null;
  if (coupon.once_per_customer && use.byCustomer > 0) return 'used';
  if (coupon.uses !== null && use.times >= coupon.uses) return 'used';
  return coupon.budget !== null && use.taken >= coupon.budget.amount ? 'spent' : null;
}

/** What a coupon's budget still gives; `null`: it has none. */
export function budgetLeft({ budget }: Coupon, use: CouponUse | undefined): Money | null {
  if (budget === null) return null;
  return use === undefined ? budget : { ...budget, amount: Math.max(0, budget.amount - use.taken) };
}
