import type { Command } from 'commander';
import type { Order } from '../commerce/orders/order.ts';
import { underWay } from '../commerce/shipping/track-parcels.ts';
import type { Store } from '../storage/store.ts';
import { parcelsWords } from './ship-words.ts';
import { withStore } from './with-store.ts';

/** More is for a screen of its own. */
const mostShown = 200;

export function addParcels(root: Command): void {
  root
    .command('parcels')
    .description('what is under way to shoppers, the oldest first')
    .action(() => withStore((store) => listParcels(store, Date.now())));
}

export async function listParcels(store: Store, now: number): Promise<string> {
  const orders: Order[] = [];
  for await (const order of underWay({ store }, 0)) if (orders.push(order) === mostShown) break;
  return parcelsWords(orders, now);
}
