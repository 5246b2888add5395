import { isRefusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { Order, OrderReturn } from './order.ts';
import { swapped } from './pieces.ts';
import { altered } from './requote.ts';
import { settleDifference } from './settle-difference.ts';
import { readWallet } from './wallet.ts';

/**
 * The order with the new things in the place of the old, at the difference that was told when the exchange was asked for, charged or given
 * back in the way that was chosen then. A gift card that does not reach any more leaves it owed.
 */
export async function finishExchange(trade: Trade, order: Order, back: OrderReturn): Promise<Order> {
  const after = await withNewItems(trade, order, back);
  const wallet = await readWallet(trade, order.customer);
  const pay = back.refund.amount < 0 ? (wallet.find(({ id }) => id === back.to) ?? null) : null;
  const why = 'Exchanged.';
  const settled = await settleDifference(trade, after, { pay, to: back.to, why });
  return isRefusal(settled) ? after : settled;
}

async function withNewItems(trade: Trade, order: Order, { items, instead, refund }: OrderReturn): Promise<Order> {
  const swaps = items.map(({ sku, quantity }, at) => ({ sku, quantity, instead: instead[at] ?? null }));
  const after = await altered(trade, order, { items: swapped(order.items, swaps) });
  if (order.total === null || after.total === null) return after;
  const promised = { amount: order.total.amount - refund.amount, currency: order.total.currency };
  // Rules that changed since must not change what was told: the pieces' prices say it then.
  return promised.amount === after.total.amount ? after : { ...after, total: promised, quote: null };
}
