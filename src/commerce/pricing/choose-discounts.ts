import type { Money } from '../../catalog/money.ts';
import { sameOrMore } from '../money/reckon.ts';
import { type Coupon, couponKey, type couponRules } from '../rules/coupons.ts';
import { type Bought, budgetLeft, unfit, usedUp, type Why } from './coupon-refusal.ts';
import type { QuotedShipping, RefusedCoupon } from './quote.ts';
import type { CouponUses } from './quote-input.ts';
import { inTurn, type Reduction, reductionOfCoupon, reductionOfPromotion } from './reduction.ts';
import { amountTaken, type Taken, takenBy, takeOff } from './take-off.ts';

export interface Chosen {
  readonly taken: Taken;
  readonly accepted: readonly string[];
  readonly refused: readonly RefusedCoupon[];
}

interface Question extends Bought {
  /** `null`: not known. */
  readonly shipping: QuotedShipping | null;
  /** As typed. */
  readonly codes: readonly string[];
  readonly uses: CouponUses;
  readonly rules: ReturnType<ReturnType<typeof couponRules>['parse']>;
}

interface Candidate {
  readonly reduction: Reduction;
  /** `null`: a promotion. */
  readonly coupon: Coupon | null;
}

/** What comes off: of all ways to put together what may be combined and what stands alone, the one that takes off most. */
export function chooseDiscounts(question: Question): Chosen {
  const coupons = givenCoupons(question);
  const promotions = question.rules.promotions.map(reductionOfPromotion);
  const fitting = promotions.filter((reduction) => unfit(reduction, question) === null);
  const candidates = [...fitting.map((reduction) => ({ reduction, coupon: null })), ...coupons.candidates];
  const { taken, spent } = bestWithin(candidates, question);
  const judged = coupons.candidates.map((candidate) => ({
    code: candidate.reduction.id,
    why: spent.has(candidate.reduction.id) ? ('spent' as const) : whyIdle(candidate, taken, question),
  }));
  const refused = [
    ...coupons.refused,
    ...judged.flatMap(({ code, why }) => (why === null ? [] : [refusal(code, why, null)])),
  ];
  return {
    taken,
    accepted: judged.filter(({ why }) => why === null).map(({ code }) => code),
    refused: asGiven(refused, question.codes),
  };
}

/** Each code once, whatever its capitals. */
function givenCoupons(question: Question): {
  readonly candidates: readonly Candidate[];
  readonly refused: readonly RefusedCoupon[];
} {
  const known = new Map(question.rules.coupons.map((coupon) => [couponKey(coupon.code), coupon]));
  const candidates: Candidate[] = [];
  const refused: RefusedCoupon[] = [];
  for (const [key, code] of new Map(question.codes.map((code) => [couponKey(code), code.trim()]))) {
    const coupon = known.get(key);
    const reduction = coupon && reductionOfCoupon(coupon);
    const why =
      coupon && reduction ? (usedUp(coupon, question.uses.get(key)) ?? unfit(reduction, question)) : 'unknown';
    if (coupon && reduction && why === null) candidates.push({ coupon, reduction });
    else refused.push(refusal(code, why ?? 'unknown', why === 'minimum' ? (coupon?.minimum ?? null) : null));
  }
  return { candidates, refused };
}

/** Coupons whose budget does not reach for what they would take off are left out, and it is chosen again. */
function bestWithin(
  candidates: readonly Candidate[],
  question: Question,
): { readonly taken: Taken; readonly spent: ReadonlySet<string> } {
  const spent = new Set<string>();
  for (;;) {
    const open = candidates.filter(({ reduction, coupon }) => coupon === null || !spent.has(reduction.id));
    const taken = best(open, question);
    const over = byId(open).find((candidate) => isOver(candidate, taken, question));
    if (!over) return { taken, spent };
    spent.add(over.reduction.id);
  }
}

function byId(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted((one, other) => (one.reduction.id < other.reduction.id ? -1 : 1));
}

function isOver({ coupon, reduction }: Candidate, taken: Taken, { uses }: Question): boolean {
  const left = coupon === null ? null : budgetLeft(coupon, uses.get(couponKey(coupon.code)));
  const amount = takenBy(taken, reduction);
  return left !== null && amount !== null && !sameOrMore(left, amount);
}

function best(candidates: readonly Candidate[], question: Question): Taken {
  const reductions = inTurn(candidates.map(({ reduction }) => reduction));
  const together = reductions.filter(({ combines }) => combines);
  const ways = [together, ...reductions.filter(({ combines }) => !combines).map((alone) => [alone])];
  const taken = ways.map((way) => takeOff(question, way));
  return taken.reduce((one, other) => (isBetter(other, one, question.currency) ? other : one));
}

/** Of two that take off as much, the one that uses up fewer coupons; of these the first in turn. */
function isBetter(one: Taken, other: Taken, currency: string): boolean {
  const more = amountTaken(one, currency).amount - amountTaken(other, currency).amount;
  return more > 0 || (more === 0 && couponsIn(one) < couponsIn(other));
}

function couponsIn({ discounts }: Taken): number {
  return new Set(discounts.filter(({ kind }) => kind === 'coupon').map(({ id }) => id)).size;
}

/** Why a coupon that may be used takes nothing off; `null`: it does, or it waits for the delivery's price. */
function whyIdle({ reduction }: Candidate, taken: Taken, question: Question): Why | null {
  if (takenBy(taken, reduction) !== null) return null;
  if (takenBy(takeOff(question, [reduction]), reduction) !== null) return 'not-together';
  const waits = reduction.freeShipping !== null && question.shipping === null;
  if (!waits) return 'not-these';
  return taken.discounts.length === 0 || reduction.combines ? null : 'not-together';
}

function refusal(code: string, why: Why, minimum: Money | null): RefusedCoupon {
  return { code, why, minimum };
}

function asGiven(refused: readonly RefusedCoupon[], codes: readonly string[]): readonly RefusedCoupon[] {
  const order = codes.map(couponKey);
  return [...refused].sort((one, other) => order.indexOf(couponKey(one.code)) - order.indexOf(couponKey(other.code)));
}
