import { stockHolds } from '../commerce/stock/stock-holds.ts';
import type { ActionContext } from './action.ts';
import { orderFor } from './orders-find.ts';

/** The products of an order: what gives pieces back, or keeps others, writes them. */
export async function holdsOfOrder({ order: given }: { order: string }, context: ActionContext) {
  const order = await orderFor(given, context);
  return stockHolds((order?.items ?? []).flatMap(({ product }) => (product === null ? [] : [{ product }])));
}
