import type { Store, Write } from '../storage/store.ts';
import { orderJobWrite } from './sync-jobs.ts';

/**
 * The store of a shop that is connected to a shop system: every commit that writes an order also plans that they are told, so that no order
 * can change, by whomever, without its job. What the order's change means for them is found out by the job.
 */
export function announceOrders(store: Store, now: () => number): Store {
  const commit = async (writes: readonly Write[]): Promise<'committed' | 'conflict'> => {
    const orders = [...new Set(writes.filter(isOrder).map(({ id }) => id))];
    if (orders.length === 0) return store.commit(writes);
    for (;;) {
      const jobs = await Promise.all(orders.map((id) => orderJobWrite(store, id, now())));
      const own = jobs.filter(({ id }) => !writes.some((write) => write.kind === 'job' && write.id === id));
      if ((await store.commit([...writes, ...own])) === 'committed') return 'committed';
      if (!(await haveMoved(store, own))) return 'conflict';
    }
  };
  return { ...store, commit };
}

function isOrder({ kind, body }: Write): boolean {
  return kind === 'order' && body !== null;
}

/** The conflict may be over the job alone, which was being done meanwhile: that is nothing to whoever changes the order. */
async function haveMoved(store: Store, jobs: readonly Write[]): Promise<boolean> {
  const found = new Map(
    (
      await store.getMany(
        'job',
        jobs.map(({ id }) => id),
      )
    ).map(({ id, revision }) => [id, revision]),
  );
  return jobs.some(({ id, revision }) => (found.get(id) ?? 0) !== revision);
}
