import type { StoreReader } from '../../storage/store.ts';
import type { Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { type Order, orderBody, orderOf } from './order.ts';

export interface ReadOrder {
  readonly order: Order;
  /** To write it against. */
  readonly revision: number;
}

/** By its id; the id of an order that was placed here is its number. */
export async function readOrder({ store }: Pick<Trade, 'store'>, id: string): Promise<ReadOrder | null> {
  const stored = await store.get('order', id);
  return stored === null ? null : { order: orderOf(stored), revision: stored.revision };
}

/** A customer's own, newest first. */
export async function newestOrders(
  { store }: { readonly store: Pick<StoreReader, 'find'> },
  customer: string,
  limit: number,
): Promise<readonly Order[]> {
  const newest = { by: 'placedAt', direction: 'down' } as const;
  return (await store.find('order', { where: { customer }, sort: newest, limit })).map(orderOf);
}

/** `revision`: the one that was read; 0 for an order that is new. */
export function stageOrder({ stage }: Pick<Trade, 'stage'>, order: Order, revision: number): void {
  stage({ kind: 'order', id: order.id, revision, body: orderBody(order) });
}

export const notFound: Refusal = { refused: 'not-found' };
