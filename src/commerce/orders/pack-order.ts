import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { ledgerOf } from './ledger.ts';
import { stepOrder } from './machine.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { stillToPay } from './settle-difference.ts';

/**
 * The order is packed and lies ready to be sent. Refuses with `not-found`, `not-now` (details: status), and `not-paid` (details: due) where a
 * change made it cost more than was paid; an order that is paid on delivery owes everything, and goes.
 */
export async function packOrder(trade: Trade, { order: id }: { readonly order: string }): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const packed = notPaid(trade, read.order) ?? stepOrder(trade, read.order, 'pack');
  if (!isRefusal(packed)) stageOrder(trade, packed, read.revision);
  return packed;
}

function notPaid({ shop }: Trade, order: Order): Refusal | null {
  const due = stillToPay(order, shop.currency);
  if (due.amount === 0 || (ledgerOf(order)?.held ?? 0) === 0) return null;
  return { refused: 'not-paid', details: { due: { ...due } } };
}
