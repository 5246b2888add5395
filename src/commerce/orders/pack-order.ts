import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { stepOrder } from './machine.ts';
import { notPaid } from './not-paid.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';

/**
 * The order is packed and lies ready to be sent. Refuses with `not-found`, `not-now` (details: status), and as `notPaid` does.
 */
export async function packOrder(trade: Trade, { order: id }: { readonly order: string }): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const packed = notPaid(read.order, trade.shop.currency) ?? stepOrder(trade, read.order, 'pack');
  if (!isRefusal(packed)) stageOrder(trade, packed, read.revision);
  return packed;
}
