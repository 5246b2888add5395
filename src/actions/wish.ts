import type { Catalog } from '../catalog/catalog.ts';
import type { ProductFilter, ProductSort } from '../catalog/product-index.ts';
import type { ShopFacts } from '../dialog/book.ts';

/** What a shopper asks for: words to search by, and what must hold besides. */
export interface Wish {
  readonly text: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
}

interface WishDeps {
  readonly catalog: Catalog;
  readonly shop: ShopFacts;
  readonly locale: string;
}

export async function wishOf(text: string, _deps: WishDeps): Promise<Wish> {
  return { text, filter: {}, sort: 'relevance' };
}
