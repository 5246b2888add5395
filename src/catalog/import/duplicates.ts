import { createHash } from 'node:crypto';
import type { Product } from '../product.ts';

/** What a file has named before. Keeps 48 bits of a hash a name, so that a million products need some 50 MB at most. */
export interface Duplicates {
  /** Why the product cannot be taken; `null` when it is new, and then it is remembered. */
  check(product: Product): string | null;
}

export function createDuplicates(): Duplicates {
  const ids = new Set<number>();
  const skus = new Set<number>();
  return {
    check(product) {
      const id = short(product.id);
      if (ids.has(id)) return `id "${cut(product.id)}" was there before`;
      const taken = product.variants.find((variant) => skus.has(short(variant.sku)));
      if (taken !== undefined) return `SKU "${cut(taken.sku)}" belongs to a product above`;
      ids.add(id);
      for (const variant of product.variants) skus.add(short(variant.sku));
      return null;
    },
  };
}

function short(text: string): number {
  return createHash('sha1').update(text).digest().readUIntBE(0, 6);
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
