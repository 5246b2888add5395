import { certainEntries, excludedEntries, facetEntries, facetKey, filterEntries } from './facets.ts';
import type { Product, Variant } from './product.ts';
import type { ProductFilter } from './product-index.ts';
import { excludedTerms } from './ranking/excluded-terms.ts';
import { createToTerms } from './ranking/terms.ts';
import { tellingText } from './search-fields.ts';
import { searchSettings } from './search-settings.ts';

const toTerms = createToTerms(searchSettings.stopWords);

/**
 * Whether a product as it is in the store is what was asked for: an index may be older than a price, and knows nothing of which variant has
 * what. One variant must have the options, the price and the stock together.
 */
export function meetsFilter(product: Product, filter: ProductFilter): boolean {
  const { options: _options, ...rest } = filter;
  const own = new Set(facetEntries(product).map(facetKey));
  return (
    product.variants.some((variant) => meetsVariant(variant, filter)) &&
    filterEntries(rest).every((entries) => entries.some((entry) => own.has(facetKey(entry)))) &&
    isNotExcluded(product, filter)
  );
}

/** Options, price and stock of one variant. */
export function meetsVariant({ options, price, stock }: Variant, filter: ProductFilter): boolean {
  const { priceFrom = 0, priceTo = Number.POSITIVE_INFINITY, inStock } = filter;
  const sold = stock === null || stock > 0;
  return (
    price.amount >= priceFrom &&
    price.amount <= priceTo &&
    (inStock === undefined || sold === inStock) &&
    Object.entries(filter.options ?? {}).every(([name, wanted]) =>
      wanted.some((value) => same(optionOf(options, name), value)),
    ) &&
    !Object.entries(filter.not?.options ?? {}).some(([name, not]) =>
      not.some((value) => same(optionOf(options, name), value)),
    )
  );
}

/** Names compare as they do in the index. */
function optionOf(options: Variant['options'], name: string): string | undefined {
  return options[name] ?? Object.entries(options).find(([own]) => same(own, name))?.[1];
}

function same(one: string | undefined, other: string): boolean {
  return one !== undefined && facetKey(one.trim()) === facetKey(other.trim());
}

function isNotExcluded(product: Product, filter: ProductFilter): boolean {
  if (filter.not === undefined) return true;
  const certain = new Set(certainEntries(product).map(facetKey));
  const telling = new Set(toTerms(tellingText(product)));
  return (
    !excludedEntries(filter).some((entry) => certain.has(facetKey(entry))) &&
    !excludedTerms(filter, toTerms).some((terms) => terms.every((term) => telling.has(term)))
  );
}
