import type { Money } from '../../catalog/money.ts';
import { minus, plus, sumOf } from '../money/reckon.ts';
import { shareOut } from '../money/share-out.ts';
import type { Quote, QuotedCharge, QuoteLine } from './quote.ts';

/** What was paid for a line: without its share of the discounts, with its tax. All lines and charges together are the total. */
export function paidForLine(line: QuoteLine, quote: Pick<Quote, 'taxes'>): Money {
  const net = minus(line.total, line.discount);
  return onTop(quote) ? plus(net, line.tax) : net;
}

/** What was paid for the delivery, or for the way to pay. */
export function paidForCharge(kind: QuotedCharge['kind'], quote: Pick<Quote, 'taxes' | 'charges' | 'currency'>): Money {
  const own = quote.charges.filter((charge) => charge.kind === kind);
  const paid = own.map(({ price, discount, tax }) => {
    const net = minus(price, discount);
    return onTop(quote) ? plus(net, tax) : net;
  });
  return sumOf(paid, quote.currency);
}

/** Pieces of one SKU that come back, after `before` of them have come back already. */
export interface Returned {
  readonly sku: string;
  readonly before: number;
  readonly quantity: number;
}

/**
 * What is given back for pieces of a line. Each piece has its share of what the line cost, in whole minor units; so all pieces together
 * give back exactly what was paid, in however many parts and in whatever order. Pieces that the quote does not have give nothing.
 */
export function refundFor(quote: Quote, { sku, before, quantity }: Returned): Money {
  const pieces = quote.lines.filter((line) => line.sku === sku).flatMap((line) => paidForPieces(line, quote));
  return sumOf(pieces.slice(before, before + quantity), quote.currency);
}

function paidForPieces(line: QuoteLine, quote: Quote): readonly Money[] {
  const ones = Array.from({ length: line.quantity }, () => 1);
  return shareOut(paidForLine(line, quote), ones);
}

function onTop({ taxes }: Pick<Quote, 'taxes'>): boolean {
  return taxes.some(({ included }) => !included);
}
