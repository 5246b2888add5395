import type { Money } from '../../catalog/money.ts';
import { percentOf } from '../money/percent.ts';
import { lesserOf, minus, nothing, plus, sumOf, times } from '../money/reckon.ts';
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

/**
 * Takes all of these off, one after the other, each from what the ones before have left: nothing ever costs less than nothing. Odd cents go
 * by SKU, so that the order of the lines changes nothing.
 */
export function takeOff(priced: Priced, reductions: readonly Reduction[]): Taken {
  const order = priced.lines.map((_, index) => index).sort((one, other) => bySku(priced.lines, one, other));
  const sorted = {
    ...priced,
    lines: order.flatMap((index) => priced.lines[index] ?? []),
    totals: order.flatMap((index) => priced.totals[index] ?? []),
  };
  const taken = takeInOrder(sorted, reductions);
  const left = priced.totals.map((total, index) => taken.left[order.indexOf(index)] ?? total);
  return { ...taken, left };
}

function bySku(lines: readonly QuoteInputLine[], one: number, other: number): number {
  const [a = '', b = ''] = [lines[one]?.variant.sku, lines[other]?.variant.sku];
  return a < b ? -1 : Number(a > b) || one - other;
}

function takeInOrder(priced: Priced, reductions: readonly Reduction[]): Taken {
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
      return freePieces({ lines, left, fits }, off);
    case 'percent':
      return share(percentOf(all, off.percent));
    case 'amount':
      return share(lesserOf(off.amount, all));
    case 'nothing':
      return fitting.map(() => nothing(currency));
  }
}

interface Fitting {
  readonly lines: readonly QuoteInputLine[];
  readonly left: readonly Money[];
  readonly fits: readonly boolean[];
}

/** Of all fitting pieces that are still to be paid so many as every full set gives free, the cheapest first. */
function freePieces(
  { lines, left, fits }: Fitting,
  { of, free }: { readonly of: number; readonly free: number },
): readonly Money[] {
  const paid = lines.map((line, index) => (fits[index] ? piecesToPay(line, left[index]) : 0));
  const cheapest = lines.map((_, index) => index).sort((one, other) => priceAt(lines, one) - priceAt(lines, other));
  let open = Math.floor(paid.reduce((sum, pieces) => sum + pieces, 0) / of) * free;
  const taken = new Map<number, number>();
  for (const index of cheapest) {
    const pieces = Math.min(open, paid[index] ?? 0);
    taken.set(index, pieces);
    open -= pieces;
  }
  return lines.map(({ variant }, index) => times(variant.price, taken.get(index) ?? 0));
}

/** Nothing but free pieces has come off before, so what is left is whole pieces. */
function piecesToPay({ variant, quantity }: QuoteInputLine, left: Money | undefined): number {
  const { amount } = variant.price;
  return amount === 0 || left === undefined ? quantity : Math.floor(left.amount / amount);
}

function priceAt(lines: readonly QuoteInputLine[], index: number): number {
  return lines[index]?.variant.price.amount ?? 0;
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
