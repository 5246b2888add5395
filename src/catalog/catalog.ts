import type { StoreReader } from '../storage/store.ts';
import type { Product } from './product.ts';
import type { Facets, ProductIndex, ProductQuery } from './product-index.ts';
import { productOf } from './product-schema.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Products as a shopper may see them: found by the index, read from the store. */
export interface Catalog {
  search(query: ProductQuery): Promise<CatalogPage>;
  facets(query: ProductQuery): Promise<Facets>;
  /** Read again once it is older than a minute. */
  vocabulary(): Promise<Vocabulary>;
  product(id: string): Promise<Product | null>;
  /** In the order of `ids`; what is not sold any more is left out. */
  products(ids: readonly string[]): Promise<readonly Product[]>;
}

export interface CatalogPage {
  /** Best match first. Fewer than asked for when the index still knows products that the store has not. */
  readonly products: readonly Product[];
  /** All products found, not just those of this page. */
  readonly total: number;
}

interface CatalogDeps {
  readonly store: Pick<StoreReader, 'get' | 'getMany'>;
  readonly index: Pick<ProductIndex, 'search' | 'facets'>;
}

export function createCatalog({ store, index }: CatalogDeps): Catalog {
  const products = async (ids: readonly string[]) =>
    ids.length === 0 ? [] : (await store.getMany('product', ids)).map((stored) => productOf(stored.body));
  return {
    products,
    facets: (query) => index.facets(query),
    vocabulary: () => index.facets({ text: '' }),
    async search(query) {
      const page = await index.search(query);
      return { products: await products(page.ids), total: page.total };
    },
    async product(id) {
      const stored = await store.get('product', id);
      return stored === null ? null : productOf(stored.body);
    },
  };
}
