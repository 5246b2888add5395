import type { Meilisearch, Settings } from 'meilisearch';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import { foldText } from '../../../src/catalog/search-text.ts';
import { documentFields } from './document.ts';
import type { TaskWatch } from './tasks.ts';

/** Far more than any shop has: the default of 1,000 would end paging there. */
const everything = 10_000_000;
const mostFacetValues = 10_000;

function toMeilisearch(settings: SearchSettings): Settings {
  const { facets, prices, price, inStock, sortTitle, productId } = documentFields;
  return {
    searchableAttributes: settings.fields.map(({ field }) => field),
    displayedAttributes: [productId],
    filterableAttributes: [facets, prices, inStock],
    sortableAttributes: [price, sortTitle],
    // `sort` first: a list sorted by price must be in order of price.
    rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
    stopWords: [...settings.stopWords],
    synonyms: Object.fromEntries(Object.entries(settings.synonyms).map(([word, others]) => [word, [...others]])),
    typoTolerance: {
      minWordSizeForTypos: { oneTypo: settings.typos.one, twoTypos: settings.typos.two },
      disableOnAttributes: ['sku'],
      disableOnNumbers: true,
    },
    pagination: { maxTotalHits: everything },
    faceting: { maxValuesPerFacet: mostFacetValues, sortFacetValuesBy: { '*': 'count' } },
    // People do not search within a facet's values here; leaving that out makes indexing quicker.
    facetSearch: false,
  };
}

/** Sets an index up unless it is as wanted already: setting up means that the server indexes every product again. */
export async function applySettings(
  client: Meilisearch,
  uid: string,
  wish: { settings: SearchSettings; tasks: TaskWatch },
) {
  const wanted = toMeilisearch(wish.settings);
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
  const folded = list.map((item) => foldText(String(item)));
  return JSON.stringify(inOrder ? folded : folded.sort());
}
