import type { Clock } from '../../runtime/clock.ts';
import { errorCode, type Log } from '../../runtime/log.ts';
import type { Kind } from '../../storage/kinds.ts';
import type { Query, Store } from '../../storage/store.ts';

export interface PruneParts {
  readonly store: Pick<Store, 'find' | 'commit'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** How often one process looks, and how many it throws away each time: a write of a shopper's must not wait for long. */
const everyMs = 600_000;
const mostAtOnce = 200;

/** Throws away what is too old, now and then beside other writes. Never rejects: what is left is found the next time. */
export function createPruner(
  parts: PruneParts,
  kind: Kind,
  tooOld: (now: number) => NonNullable<Query['where']>,
): () => Promise<void> {
  const { clock, log } = parts;
  let next = 0;
  return async () => {
    const now = clock.now();
    if (now < next) return;
    next = now + everyMs;
    await prune(parts, kind, tooOld(now)).catch((error: unknown) => {
      log.warn('MODEL_CALLS_NOT_PRUNED', { kind, code: errorCode(error) });
    });
  };
}

async function prune({ store }: PruneParts, kind: Kind, where: NonNullable<Query['where']>): Promise<void> {
  const old = await store.find(kind, { where, limit: mostAtOnce });
  if (old.length === 0) return;
  await store.commit(old.map(({ id, revision }) => ({ kind, id, revision, body: null })));
}
