import { z } from 'zod';
import type { Product, Variant } from '../../catalog/product.ts';
import { foldCase } from '../../understanding/normalise.ts';

/** What a rule is about; all that is given must fit. */
export const productsMatch = {
  products: z.array(z.string().min(1)).nullable().default(null).describe('Ids or SKUs.'),
  categories: z.array(z.string().min(1)).nullable().default(null).describe('Anywhere in a product’s path.'),
  tags: z.array(z.string().min(1)).nullable().default(null),
};

export interface ProductsMatch {
  readonly products: readonly string[] | null;
  readonly categories: readonly string[] | null;
  readonly tags: readonly string[] | null;
}

/** Ids and SKUs are exact; categories and tags are words, whose case does not count. */
export function matchesProduct(match: ProductsMatch, product: Product, { sku }: Pick<Variant, 'sku'>): boolean {
  const { products, categories, tags } = match;
  if (products !== null && !products.includes(product.id) && !products.includes(sku)) return false;
  return sharesWord(categories, product.category) && sharesWord(tags, product.tags);
}

/** `null` wants nothing. */
export function sharesWord(wanted: readonly string[] | null, words: readonly string[]): boolean {
  if (wanted === null) return true;
  const own = new Set(words.map(foldCase));
  return wanted.some((word) => own.has(foldCase(word)));
}
