import type { RawRequest } from '../channel/adapter.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import type { ShopSystem } from './shop-system.ts';
import { planChange } from './sync-jobs.ts';
import type { SyncParts } from './sync-parts.ts';

export interface ShopHook {
  readonly who: string;
  readonly path: string;
  /** Resolves when all that it tells is durable. Refuses with `forged`. Throws `StoreError` when it could not be kept. */
  hear(request: RawRequest): Promise<{ readonly notices: number } | Refusal>;
}

/** Where a shop system posts what changes; it is asked about later, by a job. `null`: it posts nothing. */
export function shopHook(
  { store, clock }: Pick<SyncParts, 'store' | 'clock'>,
  { id, webhook }: ShopSystem,
): ShopHook | null {
  if (webhook === null) return null;
  return {
    who: id,
    path: webhook.path,
    async hear(request) {
      const changes = webhook.read(request);
      if (isRefusal(changes)) return changes;
      for (const change of changes) await planChange(store, { system: id, change, now: clock.now() });
      return { notices: changes.length };
    },
  };
}
