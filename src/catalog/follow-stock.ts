import type { Store, Stored } from '../storage/store.ts';
import type { ProductIndex } from './product-index.ts';
import { productOf } from './product-schema.ts';

export interface FollowParts {
  readonly store: Pick<Store, 'find' | 'getMany'>;
  readonly index: Pick<ProductIndex, 'put'>;
  readonly clock: { now(): number; after(ms: number, call: () => void): () => void };
  /** Told when a look failed; the next one makes up for it. */
  readonly failed: (error: unknown) => void;
  /** How often the store is asked; 5,000 when absent. */
  readonly everyMs?: number;
}

/** A turn says when it began, by the clock of its own process; it may have waited long before it was committed. */
const overlapMs = 10 * 60_000;

const mostAtOnce = 20_000;
const productsAtOnce = 500;

/**
 * Brings into this process's index what was sold out or came back, whichever process sold it: an index in the process hears of
 * nothing but what it is told. Prices and pieces that a shopper is shown are the store's in any case; this is for "only what there
 * is". Resolves to the way to stop.
 */
export function followStock(parts: FollowParts): () => Promise<void> {
  const { clock, everyMs = 5_000, failed } = parts;
  const follower = createFollower(parts);
  let current = Promise.resolve();
  let stopped = false;
  let cancel = (): void => undefined;
  const plan = (): void => {
    cancel = clock.after(everyMs, () => {
      current = follower.look().catch(failed);
      void current.then(() => {
        if (!stopped) plan();
      });
    });
  };
  plan();
  return () => {
    stopped = true;
    cancel();
    return current;
  };
}

function createFollower({ store, index, clock }: FollowParts) {
  /** SKU → the turn that was followed last. */
  const followed = new Map<string, number>();
  let from = clock.now() - overlapMs;
  return {
    async look(): Promise<void> {
      const now = clock.now();
      const where = { turnedAt: { from } };
      const turned = await store.find('stock', { where, sort: { by: 'turnedAt', direction: 'up' }, limit: mostAtOnce });
      const fresh = turned.filter((stored) => followed.get(stored.id) !== turnOf(stored));
      await putAll(fresh.map(({ body }) => String(body['product'])));
      for (const stored of fresh) followed.set(stored.id, turnOf(stored));
      const last = turned.at(-1);
      from = last && turned.length === mostAtOnce ? turnOf(last) : now - overlapMs;
      for (const [sku, turnedAt] of followed) if (turnedAt < from) followed.delete(sku);
    },
  };

  async function putAll(ids: readonly string[]): Promise<void> {
    const all = [...new Set(ids)];
    for (let at = 0; at < all.length; at += productsAtOnce) {
      const stored = await store.getMany('product', all.slice(at, at + productsAtOnce));
      await index.put(stored.map(({ body }) => productOf(body)));
    }
  }
}

function turnOf({ body }: Stored): number {
  return Number(body['turnedAt']);
}
