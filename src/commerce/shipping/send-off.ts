import { planJob } from '../../jobs/jobs.ts';
import { stepOrder } from '../orders/machine.ts';
import type { Order } from '../orders/order.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { leave } from '../stock/release.ts';
import type { Trade } from '../trade.ts';

/** The order as it is once its pieces have left the house; nothing but the stock is staged. Refuses with `not-now`. */
export async function withPiecesGone(trade: Trade, order: Order, why = ''): Promise<Order | Refusal> {
  const shipped = stepOrder(trade, order, 'ship', why);
  return isRefusal(shipped) ? shipped : await withNothingKept(trade, shipped);
}

/** The order once it is with the shopper; a review is asked for some days later. Refuses with `not-now`. */
export async function withOrderThere(trade: Trade, order: Order, since: string): Promise<Order | Refusal> {
  const there = stepOrder(trade, { ...order, deliveredAt: since }, 'deliver');
  if (isRefusal(there)) return there;
  planReview(trade, there);
  return await withNothingKept(trade, there);
}

async function withNothingKept(trade: Trade, order: Order): Promise<Order> {
  await leave(trade, order.reserved);
  return { ...order, reserved: [], reservedUntil: null };
}

const dayMs = 86_400_000;

function planReview({ rules, stage, now }: Trade, { id }: Order): void {
  const days = rules.orders.review_after_days;
  if (days === null) return;
  stage(planJob({ id: `ask-review:${id}`, name: 'ask-review', runAt: now + days * dayMs, data: { order: id } }));
}
