import { StoreError } from '../../../src/storage/errors.ts';
import type { Store } from '../../../src/storage/store.ts';

/** Where a process dies: at its n-th commit (from 0), before it is done or just after. */
export interface Death {
  readonly commit: number;
  readonly when: 'before' | 'after';
}

export interface Mortal {
  readonly store: Store;
  /** How many commits were begun. */
  commits(): number;
  isDead(): boolean;
}

/** What a process sees of its store that dies at one commit: from then on nothing that it does reaches anything. */
export function mortalStore(store: Store, death: Death | null): Mortal {
  let commits = 0;
  let isDead = false;
  const gone = (): never => {
    throw new StoreError('STORE_UNAVAILABLE', 'the process is dead');
  };
  const alive = async <T>(work: () => Promise<T>): Promise<T> => (isDead ? gone() : await work());
  return {
    commits: () => commits,
    isDead: () => isDead,
    store: {
      get: (kind, id) => alive(() => store.get(kind, id)),
      getMany: (kind, ids) => alive(() => store.getMany(kind, ids)),
      find: (kind, query) => alive(() => store.find(kind, query)),
      count: (kind, query) => alive(() => store.count(kind, query)),
      close: async () => {},
      async commit(writes) {
        if (isDead) gone();
        const diesHere = commits === death?.commit;
        commits += 1;
        if (!diesHere) return store.commit(writes);
        if (death?.when === 'after') await store.commit(writes);
        isDead = true;
        return gone();
      },
    },
  };
}
