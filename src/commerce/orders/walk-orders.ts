import type { Condition, StoreReader } from '../../storage/store.ts';
import type { Unsettled } from '../payment/unsettled.ts';
import { type Order, orderOf } from './order.ts';

export type Which = { readonly status: Condition } | { readonly unsettled: Unsettled };

/** At once; more only where so many were placed in one millisecond. */
const page = 200;

/**
 * Every such order once, oldest first, a page at a time; what is done with one meanwhile is no hindrance. `since`: placed from then on, epoch
 * milliseconds.
 */
export async function* walkOrders(
  store: Pick<StoreReader, 'find'>,
  which: Which,
  since = 0,
): AsyncGenerator<Order, void, void> {
  const seen = new Set<string>();
  for (let from = since, limit = page; ; ) {
    const where = { ...which, placedAt: { from } };
    const found = await store.find('order', { where, sort: { by: 'placedAt', direction: 'up' }, limit });
    const fresh = found.filter(({ id }) => !seen.has(id));
    for (const stored of fresh) {
      seen.add(stored.id);
      yield orderOf(stored);
    }
    const last = found.at(-1)?.body['placedAt'];
    if (found.length < limit || typeof last !== 'number') return;
    from = last;
    limit = fresh.length === 0 ? limit * 2 : page;
  }
}
