import type { Meilisearch, SearchParams } from 'meilisearch';
import { groupFacetCounts } from '../../../src/catalog/facets.ts';
import type { Facets, ProductPage, ProductQuery, ProductSort } from '../../../src/catalog/product-index.ts';
import { searchableText } from '../../../src/catalog/search-text.ts';
import { documentFields } from './document.ts';
import { filterExpressions } from './filter.ts';

interface Hit {
  readonly [documentFields.productId]: string;
}
interface Found {
  readonly hits: readonly Hit[];
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
type Ask = (query: ProductQuery, params: SearchParams) => Promise<Found>;

export function createQueries(client: Meilisearch, uid: string) {
  const ask = createAsk(client, uid);
  return {
    async search(query: ProductQuery): Promise<ProductPage> {
      const { offset = 0, limit = 10 } = query;
      const window = coveringPage(offset, limit);
      const found = await ask(query, { page: window.page, hitsPerPage: window.size });
      const skipped = offset - (window.page - 1) * window.size;
      const ids = found.hits.slice(skipped, skipped + limit).map((hit) => hit.productId);
      return { ids, total: found.totalHits ?? 0 };
    },
    async facets(query: ProductQuery): Promise<Facets> {
      const found = await ask(query, { page: 1, hitsPerPage: 0, facets: [documentFields.facets] });
      return groupFacetCounts(Object.entries(found.facetDistribution?.[documentFields.facets] ?? {}));
    },
  };
}

/**
 * Sorted by price, all words must be met: the cheapest coat must be a coat. Only when nothing meets them all, some do.
 */
function createAsk(client: Meilisearch, uid: string): Ask {
  const index = client.index<Hit>(uid);
  return async (query, params) => {
    const text = searchableText(query.text);
    const filter = filterExpressions(query.filter);
    const sort = sortRules(query.sort ?? 'relevance');
    const asked = {
      ...params,
      filter,
      ...(sort.length > 0 && { sort }),
      attributesToRetrieve: [documentFields.productId],
    };
    const search = (matchingStrategy: 'all' | 'frequency'): Promise<Found> =>
      index.search(text, { ...asked, matchingStrategy });
    if (sort.length === 0 || text === '') return search('frequency');
    const strict = await search('all');
    return (strict.totalHits ?? 0) > 0 ? strict : search('frequency');
  };
}

function sortRules(sort: ProductSort): string[] {
  switch (sort) {
    case 'relevance':
      return [];
    case 'price-up':
      return [`${documentFields.price}:asc`];
    case 'price-down':
      return [`${documentFields.price}:desc`];
    case 'title':
      return [`${documentFields.sortTitle}:asc`];
  }
}

/** Exact totals are only given for numbered pages: the smallest page that holds all that was asked for. */
export function coveringPage(offset: number, limit: number): { readonly page: number; readonly size: number } {
  const last = offset + limit - 1;
  let size = Math.max(1, limit);
  while (Math.floor(offset / size) !== Math.floor(last / size)) size += 1;
  return { page: Math.floor(offset / size) + 1, size };
}
