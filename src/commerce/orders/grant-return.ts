import type { Trade } from '../trade.ts';
import { giveBackExcess } from './give-back.ts';
import { ledgerOf } from './ledger.ts';
import type { Order } from './order.ts';
import { withOnFileWithin } from './pay-from-wallet.ts';

/** The order with the refund of a return come off its worth, once; what was paid beyond that goes back. */
export async function grantReturn(trade: Trade, order: Order, id: string): Promise<Order> {
  const back = order.returns.find((one) => one.id === id);
  if (back === undefined || back.granted) return order;
  const amount = Math.min(back.refund.amount, ledgerOf(order)?.worth ?? 0);
  const refund = { ...back.refund, amount };
  const returns = order.returns.map((one) => (one.id === id ? { ...one, refund, granted: true } : one));
  const less = withOnFileWithin({ ...order, returns }, ledgerOf({ ...order, returns })?.owed ?? 0);
  return await giveBackExcess(trade, less, { to: back.to, why: back.why || 'Sent back.' });
}
