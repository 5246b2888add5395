import type { Money } from '../../catalog/money.ts';
import type { Order } from '../orders/order.ts';

/** What has still to be paid, never negative; `null`: the order has no total. */
export function amountDue({ total, payments }: Order): Money | null {
  if (total === null) return null;
  const paid = payments.filter(({ state, amount }) => state === 'paid' && amount.currency === total.currency);
  const sum = paid.reduce((amount, payment) => amount + payment.amount.amount, 0);
  return { amount: Math.max(0, total.amount - sum), currency: total.currency };
}
