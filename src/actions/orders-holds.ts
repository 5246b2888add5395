import { couponHolds } from '../commerce/pricing/coupon-holds.ts';
import { stockHolds } from '../commerce/stock/stock-holds.ts';
import type { ActionContext } from './action.ts';
import { orderFor } from './orders-find.ts';

/** The products and the limited coupons of an order: what gives pieces or coupons back, or takes others, writes them. */
export async function holdsOfOrder({ order: given }: { order: string }, context: ActionContext) {
  const order = await orderFor(given, context);
  const products = (order?.items ?? []).flatMap(({ product }) => (product === null ? [] : [{ product }]));
  return [...stockHolds(products), ...couponHolds(context.rules, order?.coupons ?? [])];
}
