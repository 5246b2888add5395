import type { Store } from '../storage/store.ts';
import { type Popularity, unknownPopularity } from './popularity.ts';
import type { ProductIndex } from './product-index.ts';
import { walkProducts } from './product-walk.ts';

export interface PopularityParts {
  readonly store: Pick<Store, 'find'>;
  readonly read: () => Promise<Popularity>;
  readonly clock: { now(): number; after(ms: number, call: () => void): () => void };
}

const hourMs = 60 * 60_000;
/** A shop that opens has more urgent things to do. */
const beginsAfterMs = 60_000;

/** What is known of products, read when it is first asked for and once it is older than an hour; who asks at the same time waits for one reading. */
export function keepPopularity({ read, clock }: Omit<PopularityParts, 'store'>): () => Promise<Popularity> {
  let kept: { readonly at: number; readonly popularity: Promise<Popularity> } | null = null;
  return () => {
    if (kept !== null && clock.now() - kept.at < hourMs) return kept.popularity;
    const popularity = read();
    const reading = { at: clock.now(), popularity };
    kept = reading;
    popularity.catch(() => {
      if (kept === reading) kept = null;
    });
    return popularity;
  };
}

export interface FollowPopularityParts extends PopularityParts {
  readonly index: Pick<ProductIndex, 'put'>;
  /** Told when a look failed; the next one makes up for it. */
  readonly failed: (error: unknown) => void;
}

/**
 * Brings into the index, every hour, how products do now that did otherwise an hour ago, and to begin with all of which anything is known: a
 * server's index may be older than the process. `read` must be what the index asks, too. Resolves to the way to stop.
 */
export function followPopularity({ store, index, read, clock, failed }: FollowPopularityParts): () => Promise<void> {
  let before = unknownPopularity;
  let current = Promise.resolve();
  let stopped = false;
  let cancel = (): void => undefined;
  const look = async (): Promise<void> => {
    const [was, now] = [before, await read()];
    for await (const products of was === now ? [] : walkProducts(store)) {
      if (stopped) return;
      const moved = products.filter(({ id }) => was(id) !== now(id));
      if (moved.length > 0) await index.put(moved);
    }
    before = now;
  };
  const plan = (afterMs: number): void => {
    cancel = clock.after(afterMs, () => {
      current = look().catch(failed);
      void current.then(() => {
        if (!stopped) plan(hourMs);
      });
    });
  };
  plan(beginsAfterMs);
  return () => {
    stopped = true;
    cancel();
    return current;
  };
}
