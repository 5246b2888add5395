import type { Product } from './product.ts';
import type { Synonyms } from './synonyms.ts';

/**
 * Finds products. The index knows what is worth finding; what a shopper is shown (price, stock) is read from the store.
 * Contract: test/contracts/product-index.ts.
 */
export interface ProductIndex {
  /** Best match first. An empty text lists everything that passes the filter. */
  search(query: ProductQuery): Promise<ProductPage>;
  /** How many products carry each value of each facet, among those that `query` finds (paging is ignored). */
  facets(query: ProductQuery): Promise<Facets>;
  /** Adds or replaces; resolves when a search can find them. */
  put(products: readonly Product[]): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  /**
   * Fills a fresh index beside the live one and swaps them when `fill` is done, so that a search never meets a gap.
   * When `fill` throws, the live index stays as it was.
   */
  rebuild(fill: (put: ProductIndex['put']) => Promise<void>): Promise<void>;
  /** It holds nothing, or something as an older Parley has put it in: then a `rebuild` is due. */
  needsFilling(): Promise<boolean>;
  /** Resolves when searches go by these synonyms, and by no others. When it throws, those from before hold. */
  useSynonyms(synonyms: Synonyms): Promise<void>;
  close(): Promise<void>;
}

export interface ProductQuery {
  /** As the shopper wrote it; typing errors are the index's business. */
  readonly text: string;
  readonly filter?: ProductFilter;
  readonly sort?: ProductSort;
  /** Products to skip; 0 when absent. */
  readonly offset?: number;
  /** Products to return, 1 to 1,000; 10 when absent. */
  readonly limit?: number;
}

/** All given parts must hold; within a list, one of the values. Values compare case-insensitively. */
export interface ProductFilter {
  /** Minor units, inclusive. A product passes when one of its variants does. */
  readonly priceFrom?: number;
  readonly priceTo?: number;
  readonly brand?: readonly string[];
  /** Any level of the category path. */
  readonly category?: readonly string[];
  readonly tags?: readonly string[];
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  /** Option name → values; a product passes when one of its variants has one of them. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  readonly inStock?: boolean;
  readonly not?: ProductExclusion;
}

/** What must not be: a product is left out as soon as one value of one part is its own. */
export interface ProductExclusion extends Pick<ProductFilter, 'brand' | 'category' | 'tags' | 'attributes'> {
  /** A product is left out when all its variants have the value: who wants nothing in blue may be shown what there is in red as well. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  /** Left out when all words of one of these texts occur in title, category or attributes, or as colours in the description; plurals count as singulars. */
  readonly words?: readonly string[];
}

export type ProductSort = 'relevance' | 'price-up' | 'price-down' | 'title';

export interface ProductPage {
  readonly ids: readonly string[];
  /** All products found, not just those of this page. */
  readonly total: number;
  readonly words: WordsMet | null;
}

/** How far what was found is what the words of a query say; `null` where no words were gone by, or by their meaning as well. */
export interface WordsMet {
  /** Terms of the query that nothing has of what is called what was asked for; where nothing is, of all that was found. */
  readonly unmet: readonly string[];
  /** So many of the first ten are called what was asked for, by title or category; the others only mention it. */
  readonly named: number;
}

/** Facet (`brand`, `category`, `tags`, `attributes.<name>`, `options.<name>`) → value → number of products. */
export type Facets = Readonly<Record<string, Readonly<Record<string, number>>>>;
