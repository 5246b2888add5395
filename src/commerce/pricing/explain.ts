import type { Money } from '../../catalog/money.ts';
import { lineLabel } from '../cart.ts';
import { minus, nothing } from '../money/reckon.ts';
import type { Quote } from './quote.ts';

type Step = Quote['explanation'][number];

/**
 * Line by line what is paid: goods, what comes off, delivery and fee, what comes on top. Its sum is the total. In no language: every
 * label is the catalogue's or the merchant's.
 */
export function explain({
  lines,
  discounts,
  charges,
  taxes,
}: Pick<Quote, 'lines' | 'discounts' | 'charges' | 'taxes'>): readonly Step[] {
  return [
    ...lines.map((line) => ({ label: pieces(line), amount: line.total })),
    ...discounts.map(({ label, amount }) => ({ label, amount: off(amount) })),
    ...charges.map(({ label, price }) => ({ label, amount: price })),
    ...taxes
      .filter(({ included, amount }) => !included && amount.amount !== 0)
      .map(({ label, percent, amount }) => ({ label: withRate(label, percent), amount })),
  ];
}

function pieces(line: Quote['lines'][number]): string {
  const label = lineLabel(line);
  return line.quantity === 1 ? label : `${line.quantity} × ${label}`;
}

function off(amount: Money): Money {
  return minus(nothing(amount.currency), amount);
}

/** A label that says its rate already keeps it. */
export function withRate(label: string, percent: number): string {
  return label.includes('%') ? label : `${label} ${percent}%`;
}
