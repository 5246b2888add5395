import { excludedEntries, facetKey, filterEntries } from '../../../src/catalog/facets.ts';
import type { ProductFilter } from '../../../src/catalog/product-index.ts';
import { excludedTerms } from '../../../src/catalog/ranking/excluded-terms.ts';
import type { ToTerms } from '../../../src/catalog/ranking/terms.ts';
import { documentFields } from './document.ts';

/** Conditions that must all hold, in Meilisearch's filter language. */
export function filterExpressions(filter: ProductFilter, toTerms: ToTerms): string[] {
  const facets = filterEntries(filter).map(
    (entries) => `${documentFields.facets} IN [${entries.map(quoted).join(', ')}]`,
  );
  const not = [...exclusions(filter), ...unwantedWords(filter, toTerms)];
  return [...facets, ...priceExpressions(filter), ...stockExpressions(filter), ...not];
}

function exclusions(filter: ProductFilter): string[] {
  const excluded = excludedEntries(filter);
  return excluded.length === 0 ? [] : [`${documentFields.certain} NOT IN [${excluded.map(quoted).join(', ')}]`];
}

function unwantedWords(filter: ProductFilter, toTerms: ToTerms): string[] {
  return excludedTerms(filter, toTerms).map((terms) => {
    const all = terms.map((term) => `${documentFields.telling} = ${quoted(term)}`);
    return `NOT (${all.join(' AND ')})`;
  });
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
