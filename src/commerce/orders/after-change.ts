import type { Trade } from '../trade.ts';
import { stateAfter, withChange } from './machine.ts';
import type { Order } from './order.ts';
import { stillToPay } from './settle-difference.ts';

/** The order when a change of it is done: what was packed is packed anew, and what waited for money waits no longer if none is owed. */
export function afterChange(trade: Trade, order: Order, change: { what: string; why?: string }): Order {
  const owed = stillToPay(order, trade.shop.currency).amount;
  const paid = order.status === 'awaiting-payment' && order.total !== null && owed === 0;
  const status = stateAfter(order.status, paid ? 'pay' : 'change') ?? order.status;
  const reservedUntil = paid ? null : order.reservedUntil;
  return withChange(trade, { ...order, status, reservedUntil }, change);
}
