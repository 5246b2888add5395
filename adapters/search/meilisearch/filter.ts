import { facetKey, filterEntries } from '../../../src/catalog/facets.ts';
import type { ProductFilter } from '../../../src/catalog/product-index.ts';
import { documentFields } from './document.ts';

/** Conditions that must all hold, in Meilisearch's filter language. */
export function filterExpressions(filter: ProductFilter = {}): string[] {
  const facets = filterEntries(filter).map(
    (entries) => `${documentFields.facets} IN [${entries.map(quoted).join(', ')}]`,
  );
  return [...facets, ...priceExpressions(filter), ...stockExpressions(filter)];
}

function quoted(entry: string): string {
  return `"${facetKey(entry).toWellFormed().replace(/[\\"]/g, '\\$&')}"`;
}

/** `TO` asks that one price lies between; `>=` and `<=` would be content with two. */
function priceExpressions({ priceFrom, priceTo }: ProductFilter): string[] {
  const { prices } = documentFields;
  if (priceFrom !== undefined && priceTo !== undefined) return [`${prices} ${priceFrom} TO ${priceTo}`];
  if (priceFrom !== undefined) return [`${prices} >= ${priceFrom}`];
  return priceTo === undefined ? [] : [`${prices} <= ${priceTo}`];
}

function stockExpressions({ inStock }: ProductFilter): string[] {
  return inStock === undefined ? [] : [`${documentFields.inStock} = ${inStock}`];
}
