import type { Trade } from '../trade.ts';
import { ledgerOf } from './ledger.ts';
import { stateAfter, withChange } from './machine.ts';
import type { Order } from './order.ts';
import { openOnFile } from './pay-from-wallet.ts';

/** The order when a change of it is done: what was packed is packed anew, and what waited for money waits no longer if none is owed. */
export function afterChange(trade: Trade, order: Order, change: { what: string; why?: string }): Order {
  const owed = (ledgerOf(order)?.owed ?? 0) - openOnFile(order);
  const paid = order.status === 'awaiting-payment' && order.total !== null && owed <= 0;
  const status = stateAfter(order.status, paid ? 'pay' : 'change') ?? order.status;
  const reservedUntil = paid ? null : order.reservedUntil;
  return withChange(trade, { ...order, status, reservedUntil }, change);
}
