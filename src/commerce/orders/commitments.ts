import { stageCouponReturn, stageCouponUses } from '../pricing/coupon-uses.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { Order } from './order.ts';
import { withPiecesKept, withPiecesReleased } from './order-stock.ts';

/** The order with nothing kept for it any more: its pieces can be sold again, its coupons used again. */
export async function withCommitmentsEnded(trade: Trade, order: Order): Promise<Order> {
  const { quote, id, customer } = order;
  if (quote !== null && customer !== null) await stageCouponReturn(trade, quote, { order: id, customer });
  return await withPiecesReleased(trade, order);
}

/**
 * The order with its pieces kept once more. Its coupons count as used again; one that others have used up meanwhile stays granted, for the
 * shopper has paid by it. Refuses as `reserve` does.
 */
export async function withCommitmentsRenewed(trade: Trade, order: Order): Promise<Order | Refusal> {
  const kept = await withPiecesKept(trade, order);
  const { quote, id, customer } = order;
  if (isRefusal(kept) || quote === null || customer === null) return kept;
  await stageCouponUses(trade, quote, { order: id, customer });
  return kept;
}
