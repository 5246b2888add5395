import type { Money } from '../../catalog/money.ts';
import { percentOf } from '../money/percent.ts';
import { lesserOf, minus, nothing, plus, sumOf } from '../money/reckon.ts';
import { shareOut } from '../money/share-out.ts';
import { matchesProduct } from '../rules/products-match.ts';
import type { Discount, QuotedShipping } from './quote.ts';
import type { QuoteInputLine } from './quote-input.ts';
import { inTurn, type Reduction } from './reduction.ts';

/** What is taken off, and from what. */
export interface Taken {
  readonly discounts: readonly Discount[];
  /** In the order of the lines; what is left of each line's total. */
  readonly left: readonly Money[];
  /** What is left of the delivery's price; `null`: not known. */
  readonly shippingLeft: Money | null;
}

interface Priced {
  readonly lines: readonly QuoteInputLine[];
  readonly totals: readonly Money[];
  readonly shipping: QuotedShipping | null;
  readonly currency: string;
}

/** Takes all of these off, one after the other, each from what the ones before have left: nothing ever costs less than nothing. */
export function takeOff(priced: Priced, reductions: readonly Reduction[]): Taken {
  const start: Taken = { discounts: [], left: priced.totals, shippingLeft: priced.shipping?.price ?? null };
  return inTurn(reductions).reduce(
    (taken, reduction) => takeShipping(takeGoods(taken, reduction, priced), reduction, priced.shipping),
    start,
  );
}

export function amountTaken({ discounts }: Pick<Taken, 'discounts'>, currency: string): Money {
  return sumOf(
    discounts.map(({ amount }) => amount),
    currency,
  );
}

function takeGoods(taken: Taken, reduction: Reduction, priced: Priced): Taken {
  const shares = goodsShares(taken.left, reduction, priced);
  const amount = sumOf(shares, priced.currency);
  if (amount.amount === 0) return taken;
  const left = taken.left.map((before, index) => minus(before, shares[index] ?? nothing(before.currency)));
  return { ...taken, left, discounts: [...taken.discounts, discountOf(reduction, amount, 'goods')] };
}

/** What comes off each line; never more than is left of it. */
function goodsShares(left: readonly Money[], { off, match }: Reduction, { lines, currency }: Priced): readonly Money[] {
  const fits = lines.map(({ product, variant }) => matchesProduct(match, product, variant));
  const fitting = left.map((amount, index) => (fits[index] ? amount : nothing(currency)));
  const all = sumOf(fitting, currency);
  if (all.amount === 0) return fitting;
  const share = (amount: Money) =>
    shareOut(
      amount,
      fitting.map((each) => each.amount),
    );
  switch (off.by) {
    case 'pieces':
      return freePieces(lines, fits, off).map((amount, index) => lesserOf(amount, left[index] ?? amount));
    case 'percent':
      return share(percentOf(all, off.percent));
    case 'amount':
      return share(lesserOf(off.amount, all));
    case 'nothing':
      return fitting.map(() => nothing(currency));
  }
}

/** Of all fitting pieces so many as every full set gives free, the cheapest first. */
function freePieces(
  lines: readonly QuoteInputLine[],
  fits: readonly boolean[],
  { of, free }: { readonly of: number; readonly free: number },
): readonly Money[] {
  const fitting = lines.map((line, index) => ({ line, index })).filter(({ index }) => fits[index]);
  const pieces = fitting.reduce((sum, { line }) => sum + line.quantity, 0);
  let left = Math.floor(pieces / of) * free;
  const amounts = lines.map(({ variant }) => nothing(variant.price.currency));
  for (const { line, index } of fitting.sort(
    (one, other) => one.line.variant.price.amount - other.line.variant.price.amount,
  )) {
    const taken = Math.min(left, line.quantity);
    const { amount, currency } = line.variant.price;
    amounts[index] = { amount: amount * taken, currency };
    left -= taken;
  }
  return amounts;
}

function takeShipping(taken: Taken, reduction: Reduction, shipping: QuotedShipping | null): Taken {
  const { shippingLeft: left } = taken;
  const methods = reduction.freeShipping?.methods;
  if (methods === undefined || shipping === null || left === null || left.amount === 0) return taken;
  if (methods !== null && !methods.includes(shipping.method)) return taken;
  const discounts = [...taken.discounts, discountOf(reduction, left, 'shipping')];
  return { ...taken, discounts, shippingLeft: nothing(left.currency) };
}

function discountOf({ kind, id, label }: Reduction, amount: Money, off: Discount['off']): Discount {
  return { kind, id, label, amount, off };
}

/** By one coupon or promotion, off goods and delivery. */
export function takenBy(
  { discounts }: Pick<Taken, 'discounts'>,
  { kind, id }: Pick<Discount, 'kind' | 'id'>,
): Money | null {
  const own = discounts.filter((each) => each.kind === kind && each.id === id).map(({ amount }) => amount);
  return own.length === 0 ? null : own.reduce(plus);
}
