import { leave } from '../stock/release.ts';
import type { Trade } from '../trade.ts';
import { withChange } from './machine.ts';
import { notPaid } from './not-paid.ts';
import type { Order } from './order.ts';

/** An exchange whose difference is still to be paid: what comes instead has not left. */
export function isHeldBack({ status, reserved }: Order): boolean {
  return status === 'exchanged' && reserved.length > 0;
}

/** What was held back of an exchange leaves as soon as its difference is paid. */
export async function withExchangeSent(trade: Trade, order: Order): Promise<Order> {
  if (!isHeldBack(order) || notPaid(order, trade.shop.currency) !== null) return order;
  await leave(trade, order.reserved);
  return withChange(trade, { ...order, reserved: [] }, { what: 'exchange-paid' });
}
