import type { Meilisearch, Settings } from 'meilisearch';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
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
  if (covers(current, wanted)) return;
  await wish.tasks.done([await client.index(uid).updateSettings(wanted)]);
}

/** What is wanted, is there; what else the server sets, does not count, nor does the order of words in sets. */
function covers(current: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return Array.isArray(current) && sorted(current) === sorted(wanted);
  if (typeof wanted !== 'object' || wanted === null) return current === wanted;
  if (typeof current !== 'object' || current === null) return false;
  const there = current as Record<string, unknown>;
  return Object.entries(wanted).every(([key, value]) => covers(there[key], value));
}

function sorted(list: readonly unknown[]): string {
  return JSON.stringify([...list].sort());
}
