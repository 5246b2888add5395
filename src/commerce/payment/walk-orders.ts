import type { Stored, StoreReader } from '../../storage/store.ts';
import { type Order, orderOf } from '../orders/order.ts';
import type { Unsettled } from './unsettled.ts';

export type Where = { readonly status: string } | { readonly unsettled: Unsettled };

/** At once; more only where so many were placed in one millisecond. */
const page = 200;

/** Shows every such order once, oldest first, a page at a time; what `see` changes meanwhile is no hindrance. */
export async function walkOrders(
  store: Pick<StoreReader, 'find'>,
  where: Where,
  see: (order: Order) => Promise<void>,
): Promise<void> {
  const seen = new Set<string>();
  let from = 0;
  let limit = page;
  for (;;) {
    const found = await store.find('order', {
      where: { ...where, placedAt: { from } },
      sort: { by: 'placedAt', direction: 'up' },
      limit,
    });
    const fresh = found.filter(({ id }) => !seen.has(id));
    for (const stored of fresh) {
      seen.add(stored.id);
      await see(orderOf(stored));
    }
    from = placedAt(found.at(-1)) ?? from;
    if (fresh.length === 0 && found.length < limit) return;
    limit = fresh.length === 0 ? limit * 2 : page;
  }
}

function placedAt(stored: Stored | undefined): number | null {
  const at = stored?.body['placedAt'];
  return typeof at === 'number' ? at : null;
}
