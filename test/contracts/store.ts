import { afterAll, beforeAll, describe } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import { declareBodies } from './store/bodies.ts';
import { declareCommits } from './store/commits.ts';
import { declareContention } from './store/contention.ts';
import { declareQueries } from './store/queries.ts';

export interface StoreHarness {
  /** Opens another instance on the same data. */
  readonly open: () => Promise<Store>;
}

/** What every store must hold, on its real server. Every test keeps to ids of its own, or to a kind no other test queries. */
export function declareStoreContract({ open }: StoreHarness): void {
  describe('store contract', () => {
    const stores: Store[] = [];
    beforeAll(async () => {
      stores.push(await open(), await open());
    });
    afterAll(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    const [first, second] = [() => pick(stores, 0), () => pick(stores, 1)];
    declareCommits({ store: first, open });
    declareBodies(first);
    declareQueries(first);
    declareContention(first, second);
  });
}

function pick(stores: readonly Store[], index: number): Store {
  const store = stores[index];
  if (store === undefined) throw new Error('the store is not open yet');
  return store;
}
