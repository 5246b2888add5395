import type { ProductFilter, ProductSort } from '../../catalog/product-index.ts';
import type { Vocabulary } from '../../catalog/vocabulary.ts';

/** A shopper's words taken apart: what to search for, and what to filter, sort and count by. */
export interface Wish {
  /** What is left to search for: a part of what was written, maybe nothing. */
  readonly text: string;
  readonly filter: ProductFilter;
  readonly sort: ProductSort | null;
  /** Pieces wanted; a pair is one piece. `null`: nothing was said of it. */
  readonly quantity: number | null;
  /** In the order they stand in the message, so that they can be told. */
  readonly heard: readonly Heard[];
}

/** Words of the message, and the constraint that they became. */
export interface Heard {
  /** As written. */
  readonly words: string;
  readonly means: 'price' | 'sort' | 'stock' | 'quantity' | 'is' | 'is-not';
  /** As in `Facets` (`brand`, `options.size` …), `words` where the catalogue has no facet for it; `null` but for `is` and `is-not`. */
  readonly facet: string | null;
  /** The catalogue's own values, or the plain words. */
  readonly values: readonly string[];
}

export interface WishOptions {
  /** The catalogue's facets; without any, colours, sizes and brands stay in the text. */
  readonly vocabulary: Vocabulary;
  /** Decimals of the shop's currency: 2 for USD, 0 for JPY. */
  readonly exponent: number;
  /** BCP 47: whose words are looked at where languages disagree. */
  readonly locale: string;
}
