import type { Product } from './product.ts';

/**
 * What changed in the live index while a fresh one is being filled: told again to the fresh one before they are swapped,
 * so that a price changed during a rebuild is not lost with the old index.
 */
export interface RebuildJournal {
  put(products: readonly Product[]): void;
  remove(ids: readonly string[]): void;
  /** The last word on each product; `null` is removed. Empties the journal. */
  drain(): ReadonlyMap<string, Product | null>;
}

export function createRebuildJournal(): RebuildJournal {
  let changes = new Map<string, Product | null>();
  return {
    put(products) {
      for (const product of products) changes.set(product.id, product);
    },
    remove(ids) {
      for (const id of ids) changes.set(id, null);
    },
    drain() {
      const drained = changes;
      changes = new Map();
      return drained;
    },
  };
}
