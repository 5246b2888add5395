import type { Money } from '../../catalog/money.ts';
import type { Order } from '../orders/order.ts';

const over = ['cancelled', 'expired', 'returned', 'return-requested'];

/** `null`: `due`, what has still to be paid, can be paid now. Else `paid`, `expired`, `nothing-to-pay`, or the state the order ended in. */
export function whyNotPayable(
  { status, total, payments, reservedUntil }: Order,
  due: Money,
  now: number,
): string | null {
  if (total === null) return 'nothing-to-pay';
  if (over.includes(status)) return status;
  if (due.amount === 0) return payments.some(({ state }) => state === 'paid') ? 'paid' : 'nothing-to-pay';
  const isOver = status === 'awaiting-payment' && reservedUntil !== null && reservedUntil <= now;
  return isOver ? 'expired' : null;
}
