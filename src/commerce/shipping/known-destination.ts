import type { Destination } from '../address.ts';
import { destinationOf, readDraft } from '../checkout/draft.ts';
import { newestOrders } from '../orders/order-documents.ts';
import type { Trade } from '../trade.ts';
import { withKnownRegion } from './regions.ts';

/** Where this customer's things go: as said for the order in the making, else where the last order went. `null`: nobody knows. */
export async function knownDestination(trade: Pick<Trade, 'store'>, customer: string): Promise<Destination | null> {
  const { draft } = await readDraft(trade, customer);
  const destination = destinationOf(draft) ?? (await lastDestination(trade, customer));
  return destination === null ? null : withKnownRegion(destination);
}

async function lastDestination({ store }: Pick<Trade, 'store'>, customer: string): Promise<Destination | null> {
  const [last] = await newestOrders({ store }, customer, 1);
  return destinationOf({ address: last?.address ?? null, destination: null });
}
