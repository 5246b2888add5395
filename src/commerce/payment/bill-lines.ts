import type { Money } from '../../catalog/money.ts';
import { lineLabel } from '../cart.ts';
import type { Order } from '../orders/order.ts';
import type { Quote } from '../pricing/quote.ts';
import type { PaymentRequest } from './provider.ts';

type Lines = PaymentRequest['lines'];

/**
 * What the amount is made of, for a page or an invoice: the goods, then what comes on top or off, as the quote tells it. Where that does not
 * add up to the amount (a part is paid already, the order came from elsewhere) it is one line. `labelled` is what the merchant's labels are in
 * the shopper's language.
 */
export function billLines({ number, quote, total }: Order, amount: Money, labelled = asItIs): Lines {
  const lines = quote === null || total?.amount !== amount.amount ? [] : quoted(quote, labelled);
  const sum = lines.reduce((all, line) => all + line.total.amount, 0);
  if (lines.length > 0 && sum === amount.amount) return lines;
  return [{ label: `#${number}`, quantity: 1, total: amount }];
}

const asItIs = (label: string): string => label;

function quoted({ lines, discounts, charges, taxes }: Quote, labelled = asItIs): Lines {
  const goods = lines.map((line) => ({ label: lineLabel(line), quantity: line.quantity, total: line.total }));
  const more = charges.map(({ label, price }) => one(labelled(label), price));
  const off = discounts.map(({ label, amount }) => one(labelled(label), { ...amount, amount: -amount.amount }));
  const onTop = taxes.filter(({ included }) => !included).map(({ label, amount }) => one(labelled(label), amount));
  return [...goods, ...more, ...off, ...onTop].filter((line) => line.total.amount !== 0);
}

function one(label: string, total: Money): Lines[number] {
  return { label, quantity: 1, total };
}
