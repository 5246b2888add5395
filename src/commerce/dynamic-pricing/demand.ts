import type { StoreReader } from '../../storage/store.ts';
import { orderOf } from '../orders/order.ts';

const dayMs = 86_400_000;
const pageSize = 500;

/** What was never paid or was taken back is no demand. */
const counted = ['placed', 'packed', 'shipped', 'out-for-delivery', 'delivered', 'exchange-requested', 'exchanged'];

/** Pieces of a SKU ordered in the last so many days. */
export type Demand = (sku: string, days: number) => number;

/** Reads the orders of the longest of these numbers of days, once; nothing where there is none. */
export async function readDemand(
  store: Pick<StoreReader, 'find'>,
  { days, now }: { readonly days: readonly number[]; readonly now: number },
): Promise<Demand> {
  const sold = new Map(days.map((one) => [one, new Map<string, number>()]));
  if (sold.size === 0) return () => 0;
  for await (const { at, sku, quantity } of soldSince(store, now - Math.max(...sold.keys()) * dayMs)) {
    if (sku === null) continue;
    for (const [window, bySku] of sold) {
      if (at > now - window * dayMs) bySku.set(sku, (bySku.get(sku) ?? 0) + quantity);
    }
  }
  return (sku, window) => sold.get(window)?.get(sku) ?? 0;
}

/** Pieces of each product, by its id, ordered in the last so many days. */
export async function readSales(
  store: Pick<StoreReader, 'find'>,
  { days, now }: { readonly days: number; readonly now: number },
): Promise<ReadonlyMap<string, number>> {
  const sold = new Map<string, number>();
  for await (const { product, quantity } of soldSince(store, now - days * dayMs)) {
    if (product !== null) sold.set(product, (sold.get(product) ?? 0) + quantity);
  }
  return sold;
}

interface Sold {
  readonly at: number;
  readonly sku: string | null;
  readonly product: string | null;
  readonly quantity: number;
}

async function* soldSince(store: Pick<StoreReader, 'find'>, since: number): AsyncGenerator<Sold> {
  const seen = new Set<string>();
  for (let from = since; ; ) {
    const page = await store.find('order', {
      where: { status: { in: counted }, placedAt: { from } },
      sort: { by: 'placedAt', direction: 'up' },
      limit: pageSize,
    });
    const fresh = page.filter(({ id }) => !seen.has(id));
    for (const stored of fresh) {
      seen.add(stored.id);
      const at = stored.body['placedAt'];
      from = typeof at === 'number' ? at : from;
      for (const { sku, product, quantity } of orderOf(stored).items) yield { at: from, sku, product, quantity };
    }
    if (page.length < pageSize || fresh.length === 0) return;
  }
}
