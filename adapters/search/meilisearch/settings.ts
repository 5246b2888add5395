import type { Meilisearch, Settings } from 'meilisearch';
import type { ToTerms } from '../../../src/catalog/ranking/terms.ts';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import { foldText } from '../../../src/catalog/search-text.ts';
import type { Synonyms } from '../../../src/catalog/synonyms.ts';
import { documentFields, standingRules } from './document.ts';
import type { TaskWatch } from './tasks.ts';

/** Far more than any shop has: the default of 1,000 would end paging there. */
const everything = 10_000_000;
const mostFacetValues = 10_000;

/**
 * Left to guess, the server takes two Arabic words for Persian and writes their letters otherwise than those of a query of one. Of the
 * languages with Latin letters one is enough: documents hold terms, which are folded and stemmed already.
 * https://www.meilisearch.com/docs/reference/api/settings/get-localizedattributes
 */
const locales = ['eng', 'ara'] as const;

function toMeilisearch(settings: SearchSettings, toTerms: ToTerms): Settings {
  const { facets, certain, telling, prices, price, inStock, sortTitle, productId, rank, place, popularity, form } =
    documentFields;
  return {
    searchableAttributes: settings.fields.map(({ field }) => field),
    displayedAttributes: [productId, rank, inStock, popularity],
    filterableAttributes: [facets, certain, telling, prices, inStock, form],
    sortableAttributes: [price, sortTitle, inStock, popularity],
    // `sort` first: a list sorted by price must be in order of price.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness', `${place}:asc`, ...standingRules],
    stopWords: [...settings.stopWords],
    synonyms: asTerms(settings.synonyms, toTerms),
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: settings.typos.one, twoTypos: settings.typos.two },
      disableOnAttributes: ['sku'],
      disableOnNumbers: true,
    },
    localizedAttributes: [{ attributePatterns: ['*'], locales: [...locales] }],
    pagination: { maxTotalHits: everything },
    faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { '*': 'count' } },
    // People do not search within a facet's values here; leaving that out makes indexing quicker.
    facetSearch: false,
  };
}

/** Documents and queries are terms, so synonyms are. */
function asTerms(synonyms: Synonyms, toTerms: ToTerms): Record<string, string[]> {
  const joined = (text: string) => toTerms(text).join(' ');
  const pairs = Object.entries(synonyms).map(([word, others]) => [joined(word), others.map(joined)] as const);
  return Object.fromEntries(
    pairs.map(([word, others]) => [word, [...new Set(others)].filter((other) => other !== '' && other !== word)]),
  );
}

/** Sets an index up unless it is as wanted already: setting up means that the server indexes every product again. */
export async function applySettings(
  client: Meilisearch,
  uid: string,
  wish: { readonly settings: SearchSettings; readonly tasks: TaskWatch; readonly toTerms: ToTerms },
) {
  const wanted = toMeilisearch(wish.settings, wish.toTerms);
  const current = await client.index(uid).getSettings();
  if (covers({ ...current }, { ...wanted })) return;
  await wish.tasks.done([await client.index(uid).updateSettings(wanted)]);
}

/** Of these lists the order is the meaning; all others are sets. */
const ordered: readonly string[] = ['searchableAttributes', 'rankingRules'];

/** What is wanted, is there; what else the server sets, does not count. */
function covers(current: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([key, value]) => same(current[key], value, ordered.includes(key)));
}

function same(current: unknown, wanted: unknown, inOrder = false): boolean {
  if (Array.isArray(wanted)) return Array.isArray(current) && listed(current, inOrder) === listed(wanted, inOrder);
  if (typeof wanted !== 'object' || wanted === null) return current === wanted;
  if (typeof current !== 'object' || current === null) return false;
  // The server gives words back without accents and in lower case.
  const there = new Map(Object.entries(current).map(([key, value]) => [foldText(key), value]));
  return Object.entries(wanted).every(([key, value]) => same(there.get(foldText(key)), value));
}

function listed(list: readonly unknown[], inOrder: boolean): string {
  const folded = list.map((item) => foldText(typeof item === 'object' ? JSON.stringify(item) : String(item)));
  return JSON.stringify(inOrder ? folded : folded.sort());
}
