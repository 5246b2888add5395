import type { Money } from '../../catalog/money.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { withCommitmentsEnded } from './commitments.ts';
import { giveBackExcess } from './give-back.ts';
import { refundedSince } from './ledger.ts';
import { stepOrder } from './machine.ts';
import type { Order } from './order.ts';
import { notFound, readOrder, stageOrder } from './order-documents.ts';
import { withoutOpenOnFile } from './pay-from-wallet.ts';
import { notCancellable } from './policy.ts';

export interface Cancelled {
  readonly order: Order;
  /** What goes back to where it came from. */
  readonly refund: Money;
}

/**
 * Calls an order off: its pieces can be sold again, its coupons used again, all that was paid goes back to where it came from. Refuses with
 * `not-found`, `not-now` (details: status), `not-allowed`, `once-only`, and `bad-reason` (details: reasons).
 */
export async function cancelOrder(
  trade: Trade,
  { order: id, reason }: { readonly order: string; readonly reason: string | null },
): Promise<Cancelled | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const refused = notCancellable(trade, read.order);
  if (refused !== null) return refused;
  const why = reasonAmong(trade, reason);
  if (isRefusal(why)) return why;
  const cancelled = stepOrder(trade, withoutOpenOnFile(read.order), 'cancel', why);
  if (isRefusal(cancelled)) return cancelled;
  const released = await withCommitmentsEnded(trade, cancelled);
  const order = await giveBackExcess(trade, released, { why: 'The order was cancelled.' });
  stageOrder(trade, order, read.revision);
  return { order, refund: refundedSince(read.order, order, trade.shop.currency) };
}

/** As the merchant writes it, however it was typed. */
function reasonAmong({ rules, by }: Trade, given: string | null): string | Refusal {
  const { reasons } = rules.orders.cancel;
  const said = given?.trim() ?? '';
  if (reasons === null || by.who !== 'shopper') return said.slice(0, 500);
  const known = reasons.find((reason) => reason.toLowerCase() === said.toLowerCase());
  return known ?? { refused: 'bad-reason', details: { reasons: [...reasons] } };
}
