import type { SearchParams } from 'meilisearch';
import { groupFacetCounts } from '../../../src/catalog/facets.ts';
import type { Facets, ProductPage, ProductQuery, ProductSort } from '../../../src/catalog/product-index.ts';
import { searchableText } from '../../../src/catalog/search-text.ts';
import { documentFields } from './document.ts';
import { filterExpressions } from './filter.ts';
import type { Http } from './http.ts';
import type { IndexParts } from './index-parts.ts';

interface Hit {
  readonly [documentFields.productId]: string;
  /** Absent from what an older Parley has put into the index. */
  readonly [documentFields.rank]?: string;
}
interface Found {
  readonly hits: readonly Hit[];
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
type Ask = (query: ProductQuery, params: SearchParams) => Promise<Found>;
type QueryParts = Pick<IndexParts, 'uid' | 'ranker'> & { readonly http: Pick<Http, 'search'> };

/** The server gives its best so many, and the ranker puts them into order. More would take the server longer than the search itself. */
const mostRanked = 50;

export function createQueries(parts: QueryParts) {
  const ask = createAsk(parts);
  return {
    search: (query: ProductQuery): Promise<ProductPage> =>
      isRanked(query) ? searchRanked(query, ask, parts) : searchPlain(query, ask),
    async facets(query: ProductQuery): Promise<Facets> {
      const found = await ask(query, { page: 1, hitsPerPage: 0, facets: [documentFields.facets] });
      return groupFacetCounts(Object.entries(found.facetDistribution?.[documentFields.facets] ?? {}));
    },
  };
}

function isRanked({ text, sort = 'relevance' }: ProductQuery): boolean {
  return sort === 'relevance' && searchableText(text) !== '';
}

async function searchPlain(query: ProductQuery, ask: Ask): Promise<ProductPage> {
  const { offset = 0, limit = 10 } = query;
  const window = coveringPage(offset, limit);
  const found = await ask(query, {
    page: window.page,
    hitsPerPage: window.size,
    attributesToRetrieve: [documentFields.productId],
  });
  const skipped = offset - (window.page - 1) * window.size;
  const ids = found.hits.slice(skipped, skipped + limit).map((hit) => hit.productId);
  return { ids, total: found.totalHits ?? 0 };
}

/** What was left out by the ranker was among the server's best; what comes after these meets no more of the query, and is left out as well. */
async function searchRanked(query: ProductQuery, ask: Ask, { ranker }: QueryParts): Promise<ProductPage> {
  const { offset = 0, limit = 10 } = query;
  const { hits, totalHits = 0 } = await ask(query, {
    page: 1,
    hitsPerPage: Math.max(mostRanked, offset + limit),
    attributesToRetrieve: [documentFields.productId, documentFields.rank],
  });
  const best = hits.slice(0, mostRanked);
  const candidates = best.map(({ productId, rank }) => ({ id: productId, text: rank ?? '' }));
  const { ids } = ranker.rank(ranker.plan(searchableText(query.text)), candidates);
  const isCut = ids.length < best.length;
  const all = isCut ? ids : [...ids, ...hits.slice(mostRanked).map(({ productId }) => productId)];
  return { ids: all.slice(offset, offset + limit), total: isCut ? ids.length : totalHits };
}

/**
 * Sorted by price, all words must be met: the cheapest coat must be a coat. Only when nothing meets them all, some do.
 */
function createAsk({ http, uid, ranker }: QueryParts): Ask {
  return async (query, params) => {
    const text = ranker.toTerms(searchableText(query.text)).join(' ');
    const filter = filterExpressions(query.filter);
    const sort = sortRules(query.sort ?? 'relevance');
    const asked = { ...params, filter, ...(sort.length > 0 && { sort }) };
    const search = (matchingStrategy: 'all' | 'frequency'): Promise<Found> =>
      http.search(uid, { q: text, ...asked, matchingStrategy });
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
