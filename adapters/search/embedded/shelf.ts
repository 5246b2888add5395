import {
  certainEntries,
  excludedEntries,
  facetEntries,
  facetKey,
  filterEntries,
  isInStock,
  lowestPrice,
} from '../../../src/catalog/facets.ts';
import type { Popularity } from '../../../src/catalog/popularity.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { ProductFilter } from '../../../src/catalog/product-index.ts';
import { excludedTerms } from '../../../src/catalog/ranking/excluded-terms.ts';
import { type RankCard, rankCardOf } from '../../../src/catalog/ranking/rank-text.ts';
import type { Ranker } from '../../../src/catalog/ranking/ranker.ts';
import type { ToTerms } from '../../../src/catalog/ranking/terms.ts';
import { tellingText } from '../../../src/catalog/search-fields.ts';
import { foldText } from '../../../src/catalog/search-text.ts';

/** What filters, sorting and facets need of a product. */
export interface ShelfCard {
  readonly id: string;
  readonly title: string;
  readonly price: number;
  readonly prices: readonly number[];
  readonly inStock: boolean;
  readonly popularity: number;
  /** What the order of results goes by. */
  readonly card: RankCard;
  /** Keys of the facet entries that hold for all of it. */
  readonly certain: ReadonlySet<string>;
  /** What it can be ruled out by: terms, a space on both sides of each. */
  readonly telling: string;
  /** Facet key → entry as shown. */
  readonly facets: ReadonlyMap<string, string>;
}

export function shelfCard(
  product: Product,
  { ranker: { text, toTerms }, popularity }: { readonly ranker: Ranker; readonly popularity: Popularity },
): ShelfCard {
  return {
    id: product.id,
    title: foldText(product.title),
    card: rankCardOf(text(product)),
    certain: new Set(certainEntries(product).map(facetKey)),
    telling: ` ${toTerms(tellingText(product)).join(' ')} `,
    price: lowestPrice(product),
    prices: product.variants.map((variant) => variant.price.amount),
    inStock: isInStock(product),
    popularity: popularity(product.id),
    facets: new Map(facetEntries(product).map((entry) => [facetKey(entry), entry])),
  };
}

export function cardFilter(filter: ProductFilter = {}, toTerms: ToTerms): (card: ShelfCard) => boolean {
  const { priceFrom = Number.NEGATIVE_INFINITY, priceTo = Number.POSITIVE_INFINITY, inStock } = filter;
  const anyPrice = filter.priceFrom === undefined && filter.priceTo === undefined;
  const wanted = filterEntries(filter).map((entries) => entries.map(facetKey));
  const excluded = excludedEntries(filter).map(facetKey);
  const unwanted = excludedTerms(filter, toTerms).map((terms) => terms.map((term) => ` ${term} `));
  return (card) =>
    (inStock === undefined || card.inStock === inStock) &&
    (anyPrice || card.prices.some((price) => price >= priceFrom && price <= priceTo)) &&
    wanted.every((keys) => keys.some((key) => card.facets.has(key))) &&
    !excluded.some((key) => card.certain.has(key)) &&
    !unwanted.some((terms) => terms.every((term) => card.telling.includes(term)));
}
