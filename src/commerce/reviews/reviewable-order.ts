import type { Product } from '../../catalog/product.ts';
import type { StoreReader } from '../../storage/store.ts';
import { type Order, type OrderItem, orderOf } from '../orders/order.ts';
import { newestOrders } from '../orders/order-documents.ts';
import type { Refusal } from '../refusal.ts';
import { reviewId } from './review.ts';

/** Whoever has it in their hands, or had it, can say something about it. */
const arrived = ['delivered', 'return-requested', 'returned', 'exchange-requested', 'exchanged'];

/** Orders of a customer that are looked through: more than anybody's of one product. */
const mostOrders = 200;

export interface Reviewer {
  readonly store: Pick<StoreReader, 'get' | 'find'>;
  readonly customer: string;
}

export function isArrived({ status }: Pick<Order, 'status'>): boolean {
  return arrived.includes(status);
}

/** Orders that came from elsewhere may name the SKU alone. */
export function holdsProduct({ items }: Order, { id, variants }: Product): boolean {
  const skus = new Set(variants.map(({ sku }) => sku));
  const isIt = ({ product, sku }: OrderItem) => product === id || (product === null && sku !== null && skus.has(sku));
  return items.some(isIt);
}

/**
 * The customer's own order that a review of the product belongs to: the given one; else the latest that arrived and has no review
 * yet; else the latest that arrived. Refuses with `not-found` (no such order of theirs), `not-bought`, `not-delivered`.
 */
export async function reviewableOrder(
  reviewer: Reviewer,
  product: Product,
  order: string | null,
): Promise<Order | Refusal> {
  const own =
    order === null ? await newestOrders(reviewer, reviewer.customer, mostOrders) : await ownOrder(reviewer, order);
  if (order !== null && own.length === 0) return { refused: 'not-found' };
  const bought = own.filter((each) => holdsProduct(each, product));
  const there = bought.filter(isArrived);
  const [latest] = there;
  if (latest === undefined) return { refused: bought.length === 0 ? 'not-bought' : 'not-delivered' };
  for (const each of there) {
    if ((await reviewer.store.get('review', reviewId(each.id, product.id))) === null) return each;
  }
  return latest;
}

async function ownOrder({ store, customer }: Reviewer, id: string): Promise<readonly Order[]> {
  const stored = await store.get('order', id);
  const order = stored === null ? null : orderOf(stored);
  return order === null || order.customer !== customer ? [] : [order];
}
