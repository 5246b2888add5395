import { owedOf } from '../orders/ledger.ts';
import type { Order } from '../orders/order.ts';
import { newestOrders } from '../orders/order-documents.ts';
import type { Trade } from '../trade.ts';

/** Older ones say little about where somebody lives now, and a find has its price. */
const lookedAt = 5;

/** The newest of a customer's orders that says where it went; `null`: there is none. */
export async function lastOrder({ store }: Pick<Trade, 'store'>, customer: string): Promise<Order | null> {
  const orders = await newestOrders({ store }, customer, lookedAt);
  return orders.find(({ address, shipping }) => address !== null || shipping?.pickUp != null) ?? null;
}

/** The newest that waits for its money and can still be paid, or of which a difference is still to be paid. */
export async function openOrder({ store, now }: Pick<Trade, 'store' | 'now'>, customer: string): Promise<Order | null> {
  const orders = await newestOrders({ store }, customer, 4 * lookedAt);
  const waits = ({ status, reservedUntil }: Order) =>
    status === 'awaiting-payment' && (reservedUntil === null || reservedUntil > now);
  return orders.find((order) => waits(order) || owesDifference(order)) ?? null;
}

/** Something was paid, and it costs more since: what is paid on delivery owes nothing before. */
function owesDifference(order: Order): boolean {
  const isOpen = order.status === 'placed' || order.status === 'packed';
  return isOpen && order.payments.some(({ state }) => state === 'paid') && (owedOf(order)?.amount ?? 0) > 0;
}
