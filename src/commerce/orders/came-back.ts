import type { Trade } from '../trade.ts';
import type { Order, OrderReturn } from './order.ts';
import { keptPieces } from './pieces.ts';
import { refundForPieces } from './refund-for-pieces.ts';

/**
 * The order of a parcel that could not be brought, with all its pieces as a return that nobody has taken in yet: `receiveReturn` puts them on
 * the shelf again and gives the money back, or refuses that.
 */
export function withAllComingBack(trade: Trade, order: Order): Order {
  const items = [...keptPieces(order)].flatMap(([sku, quantity]) => (quantity > 0 ? [{ sku, quantity }] : []));
  if (items.length === 0) return order;
  const { refund } = refundForPieces(trade, order, items);
  const back: OrderReturn = {
    id: `back-${order.returns.length + 1}`,
    kind: 'return',
    items,
    instead: [],
    state: 'requested',
    refund,
    granted: false,
    to: 'original',
    why: 'The parcel came back.',
    at: trade.now,
  };
  return { ...order, returns: [...order.returns, back] };
}
