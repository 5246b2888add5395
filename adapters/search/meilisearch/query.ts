import type { SearchParams } from 'meilisearch';
import { groupFacetCounts } from '../../../src/catalog/facets.ts';
import type { Facets, ProductPage, ProductQuery, ProductSort } from '../../../src/catalog/product-index.ts';
import { filledUp } from '../../../src/catalog/ranking/fitting.ts';
import { fuseRanks } from '../../../src/catalog/ranking/fuse-ranks.ts';
import type { Slot } from '../../../src/catalog/ranking/query-plan.ts';
import { rankCardOf } from '../../../src/catalog/ranking/rank-text.ts';
import type { Candidate } from '../../../src/catalog/ranking/ranker.ts';
import { searchableText } from '../../../src/catalog/search-text.ts';
import { documentFields, standingRules } from './document.ts';
import { filterExpressions } from './filter.ts';
import type { Http } from './http.ts';
import type { IndexParts } from './index-parts.ts';

interface Hit {
  readonly [documentFields.productId]: string;
  /** Absent from what an older Parley has put into the index. */
  readonly [documentFields.rank]?: string;
  readonly [documentFields.inStock]?: boolean;
  readonly [documentFields.popularity]?: number;
}
interface Found {
  readonly hits: readonly Hit[];
  readonly totalHits?: number;
  readonly facetDistribution?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
type Ask = (query: ProductQuery, params: SearchParams) => Promise<Found>;
type Parts = Pick<IndexParts, 'uid' | 'ranker' | 'hybrid'>;
type Post = Pick<Http, 'post'>;

const candidateFields = [
  documentFields.productId,
  documentFields.rank,
  documentFields.inStock,
  documentFields.popularity,
];

/** The server gives its best so many, and the ranker puts them into order. More would take the server longer than the search itself. */
const mostRanked = 40;

/** `parts` are looked at anew for every query. */
export function createQueries(http: Post, parts: Parts) {
  const ask = createAsk(http, parts);
  return {
    search: (query: ProductQuery): Promise<ProductPage> =>
      isRanked(query) ? searchRanked(query, ask, { http, parts }) : searchPlain(query, ask),
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
  return { ids, total: found.totalHits ?? 0, words: null };
}

interface Ranked {
  readonly http: Post;
  readonly parts: Parts;
}

/**
 * The server gives what meets all words first. What the ranker leaves out was among its best, and what comes after these meets no more of the
 * query, and is left out as well.
 */
async function searchRanked(query: ProductQuery, ask: Ask, { http, parts }: Ranked): Promise<ProductPage> {
  const { offset = 0, limit = 10 } = query;
  const { ranker, hybrid } = parts;
  const { hits, totalHits = 0 } = await ask(query, {
    page: 1,
    hitsPerPage: Math.max(mostRanked, offset + limit),
    attributesToRetrieve: candidateFields,
    ...(hybrid && { hybrid }),
  });
  const slots = ranker.plan(searchableText(query.text));
  const best = hits.slice(0, mostRanked).map(candidateOf);
  const { ids, meeting, fitting, isComplete, words } = ranker.rank(slots, best);
  if (hybrid !== null) return fusedPage(query, { ids: ids.slice(0, meeting), hits, share: hybrid.semanticRatio });
  if (!isComplete && slots.length > 1) return searchApart(query, slots, { http, parts, best });
  const fits = fitting === 0 ? ids : ids.slice(0, filledUp(fitting, limit));
  if (slots.length > 1 && fitting < mostRanked)
    return { ids: fits.slice(offset, offset + limit), total: fits.length, words };
  const total = slots.length > 1 ? await countStrict(query, ask) : fits.length + totalHits - best.length;
  const all = [...fits, ...hits.slice(mostRanked).map(({ productId }) => productId)].slice(0, total);
  return { ids: all.slice(offset, offset + limit), total, words };
}

/** The server's best all fit, so that what else meets all words may as well. */
async function countStrict(query: ProductQuery, ask: Ask): Promise<number> {
  const { totalHits = 0 } = await ask(query, { page: 1, hitsPerPage: 0, matchingStrategy: 'all' });
  return Math.max(mostRanked, totalHits);
}

/**
 * The server has mixed what fits by words and what fits by meaning; its order and that of the ranker, which knows words alone, are made
 * one. Everything means something near: how many there are is no more than what was asked for.
 */
function fusedPage(
  { offset = 0, limit = 10 }: ProductQuery,
  found: { readonly ids: readonly string[]; readonly hits: readonly Hit[]; readonly share: number },
): ProductPage {
  const all = fuseRanks(
    found.ids,
    found.hits.map(({ productId }) => productId),
    found.share,
  );
  return { ids: all.slice(offset, offset + limit), total: all.length, words: null };
}

function candidateOf({ productId, rank = '', inStock = true, popularity = 0 }: Hit): Candidate {
  return { id: productId, card: rankCardOf(rank), inStock, popularity };
}

/** A query of more words is a story; its first words decide. */
const mostApart = 4;

/**
 * Nothing meets all of the query. The server gives up the commonest word first, which is often the thing itself ("leather jacket" finds
 * boots), so each word is asked for alone, and the ranker sees what comes nearest.
 */
async function searchApart(
  { filter = {}, offset = 0, limit = 10 }: ProductQuery,
  slots: readonly Slot[],
  { http, parts: { uid, ranker }, best }: Ranked & { readonly best: readonly Candidate[] },
): Promise<ProductPage> {
  const shared = {
    indexUid: uid,
    filter: filterExpressions(filter, ranker.toTerms),
    limit: mostRanked,
    attributesToRetrieve: candidateFields,
  };
  const apartWords = slots.slice(0, mostApart).flatMap(({ ways: [own] }) => own?.terms.join(' ') ?? []);
  const queries = apartWords.map((q) => ({ q, ...shared }));
  const { results } = await http.post<{ readonly results: readonly Found[] }>('multi-search', { queries });
  const apart = results.flatMap(({ hits }) => hits.map(candidateOf));
  const all = new Map([...best, ...apart].map((candidate) => [candidate.id, candidate]));
  const { ids, fitting, words } = ranker.rank(slots, [...all.values()]);
  const fits = fitting === 0 ? ids : ids.slice(0, filledUp(fitting, limit));
  return { ids: fits.slice(offset, offset + limit), total: fits.length, words };
}

/**
 * Sorted by price, all words must be met: the cheapest coat must be a coat. Only when nothing meets them all, some do.
 */
function createAsk(http: Post, parts: Parts): Ask {
  return async (query, params) => {
    const { uid, ranker } = parts;
    const text = ranker.toTerms(searchableText(query.text)).join(' ');
    const filter = filterExpressions(query.filter ?? {}, ranker.toTerms);
    const sort = sortRules(query.sort ?? 'relevance', text);
    const asked = { ...params, filter, ...(sort.length > 0 && { sort: [...sort] }) };
    const search = (matchingStrategy: 'all' | 'frequency'): Promise<Found> =>
      http.post(`indexes/${encodeURIComponent(uid)}/search`, { q: text, matchingStrategy, ...asked });
    if (sort.length === 0 || text === '') return search('frequency');
    const strict = await search('all');
    return (strict.totalHits ?? 0) > 0 ? strict : search('frequency');
  };
}

function sortRules(sort: ProductSort, text: string): readonly string[] {
  switch (sort) {
    case 'relevance':
      return text === '' ? standingRules : [];
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
