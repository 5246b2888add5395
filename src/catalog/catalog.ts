import type { StoreReader } from '../storage/store.ts';
import { keepVocabulary } from './kept-vocabulary.ts';
import { meetsFilter } from './meets-filter.ts';
import type { Product } from './product.ts';
import type { Facets, ProductIndex, ProductQuery, WordsMet } from './product-index.ts';
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
  /** Best match first. Fewer than asked for when the index still knows products that the store has not, or that fit no more. */
  readonly products: readonly Product[];
  /** All products found, not just those of this page. */
  readonly total: number;
  readonly words: WordsMet | null;
}

interface CatalogDeps {
  readonly store: Pick<StoreReader, 'get' | 'getMany'>;
  readonly index: Pick<ProductIndex, 'search' | 'facets'>;
  /** The system's when absent. */
  readonly clock?: { now(): number };
}

export function createCatalog({ store, index, clock = Date }: CatalogDeps): Catalog {
  const vocabulary = keepVocabulary({ read: () => index.facets({ text: '' }), clock });
  const products = async (ids: readonly string[]) =>
    ids.length === 0 ? [] : (await store.getMany('product', ids)).map((stored) => productOf(stored.body));
  return {
    products,
    facets: (query) => index.facets(query),
    vocabulary,
    async search(query) {
      const page = await index.search(query);
      const found = await products(page.ids);
      const { filter } = query;
      const fitting = filter === undefined ? found : found.filter((product) => meetsFilter(product, filter));
      return { products: fitting, total: page.total - (found.length - fitting.length), words: page.words };
    },
    async product(id) {
      const stored = await store.get('product', id);
      return stored === null ? null : productOf(stored.body);
    },
  };
}
