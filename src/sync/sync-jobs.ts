import { type Job, planJob } from '../jobs/jobs.ts';
import type { Store, StoreReader, Write } from '../storage/store.ts';
import type { ShopChange } from './shop-system.ts';

const orderPrefix = 'sync:order:';

/**
 * Plans that the shop systems are told of an order; to be committed with the order's change. Planned already, it is planned anew, so
 * that a run which is under way and has read the order before comes again.
 */
export async function orderJobWrite(store: StoreReader, order: string, now: number): Promise<Write> {
  return renewed(store, { id: `${orderPrefix}${order}`, name: 'sync-shop', runAt: now, data: { order } });
}

export function orderOfJob({ data }: Job): string | null {
  return typeof data['order'] === 'string' ? data['order'] : null;
}

export function changeOfJob({ data }: Job): (ShopChange & { readonly system: string }) | null {
  const { system, what, id, event } = data;
  if (typeof system !== 'string' || typeof id !== 'string') return null;
  if (what !== 'product' && what !== 'stock' && what !== 'order') return null;
  return { system, what, id, event: typeof event === 'string' ? event : null };
}

/** Resolves when it is durable; a change that is delivered twice while it waits is planned once. */
export async function planChange(
  store: Store,
  { system, change, now }: { system: string; change: ShopChange; now: number },
): Promise<void> {
  const { what, id, event } = change;
  const job: Job = {
    id: `sync:${system}:${what}:${id}`,
    name: 'sync-shop',
    runAt: now,
    data: { system, what, id, event },
  };
  for (;;) {
    const stored = await store.get('job', job.id);
    if (stored !== null && event !== null && eventOf(stored.body['data']) === event) return;
    const write = { ...planJob(job), revision: stored?.revision ?? 0 };
    if ((await store.commit([write])) === 'committed') return;
  }
}

function eventOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'event' in data ? data.event : null;
}

async function renewed(store: StoreReader, job: Job): Promise<Write> {
  const stored = await store.get('job', job.id);
  return { ...planJob(job), revision: stored?.revision ?? 0 };
}
