import { StoreError } from './errors.ts';
import type { Write } from './store.ts';

/** A document named twice has no single revision to be written against: throws `StoreError`. */
export function refuseRepeatedDocuments(writes: readonly Write[]): void {
  if (writes.length < 2) return;
  const seen = new Set<string>();
  for (const { kind, id } of writes) {
    const key = `${kind}/${id}`;
    if (seen.has(key)) throw new StoreError('STORE_FAILED', `A commit names the same ${kind} twice`);
    seen.add(key);
  }
}
