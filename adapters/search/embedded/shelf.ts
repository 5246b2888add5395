import { facetEntries, facetKey, filterEntries, isInStock, lowestPrice } from '../../../src/catalog/facets.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { ProductFilter } from '../../../src/catalog/product-index.ts';
import { foldText } from '../../../src/catalog/search-text.ts';

/** What filters, sorting and facets need of a product. */
export interface ShelfCard {
  readonly id: string;
  readonly title: string;
  readonly price: number;
  readonly prices: readonly number[];
  readonly inStock: boolean;
  /** What the order of results goes by. */
  readonly text: string;
  /** Facet key → entry as shown. */
  readonly facets: ReadonlyMap<string, string>;
}

export function shelfCard(product: Product, text: string): ShelfCard {
  return {
    id: product.id,
    title: foldText(product.title),
    text,
    price: lowestPrice(product),
    prices: product.variants.map((variant) => variant.price.amount),
    inStock: isInStock(product),
    facets: new Map(facetEntries(product).map((entry) => [facetKey(entry), entry])),
  };
}

export function cardFilter(filter: ProductFilter = {}): (card: ShelfCard) => boolean {
  const { priceFrom = Number.NEGATIVE_INFINITY, priceTo = Number.POSITIVE_INFINITY, inStock } = filter;
  const anyPrice = filter.priceFrom === undefined && filter.priceTo === undefined;
  const wanted = filterEntries(filter).map((entries) => entries.map(facetKey));
  return (card) =>
    (inStock === undefined || card.inStock === inStock) &&
    (anyPrice || card.prices.some((price) => price >= priceFrom && price <= priceTo)) &&
    wanted.every((keys) => keys.some((key) => card.facets.has(key)));
}
