import { groupFacetCounts } from '../../../src/catalog/facets.ts';
import type { Popularity } from '../../../src/catalog/popularity.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { Facets, ProductPage, ProductQuery } from '../../../src/catalog/product-index.ts';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import { searchableText } from '../../../src/catalog/search-text.ts';
import type { Synonyms } from '../../../src/catalog/synonyms.ts';
import { bestMatches, fullestMatches, sortCards } from './ranking.ts';
import { cardFilter, type ShelfCard, shelfCard } from './shelf.ts';
import { createTextIndex, type TextIndex, type TextMatches } from './text-index.ts';

/** One whole state of the index: a rebuild fills another and swaps them. */
export interface ShopWindow {
  add(product: Product, popularity: Popularity): void;
  remove(id: string): void;
  search(query: ProductQuery): ProductPage;
  facets(query: ProductQuery): Facets;
  useSynonyms(synonyms: Synonyms): void;
  isEmpty(): boolean;
}

export function createShopWindow(settings: SearchSettings): ShopWindow {
  const text = createTextIndex(settings);
  const cards = new Map<string, ShelfCard>();
  const find = (query: ProductQuery) => findIds(query, text, cards);
  const remove = (id: string) => {
    if (cards.delete(id)) text.remove(id);
  };
  return {
    remove,
    useSynonyms: text.useSynonyms,
    isEmpty: () => cards.size === 0,
    add(product, popularity) {
      remove(product.id);
      cards.set(product.id, shelfCard(product, { ranker: text.ranker, popularity }));
      text.add(product);
    },
    search(query) {
      const found = find(query);
      const { offset = 0, limit = 10 } = query;
      return { ids: found.slice(offset, offset + limit), total: found.length };
    },
    facets: (query) => countFacets(find(query).flatMap((id) => cards.get(id) ?? [])),
  };
}

/** Ids of all that is found, best first. */
function findIds(query: ProductQuery, index: TextIndex, cards: ReadonlyMap<string, ShelfCard>): readonly string[] {
  const passes = query.filter && cardFilter(query.filter, index.ranker.toTerms);
  const sort = query.sort ?? 'relevance';
  const isWanted = (id: string) => {
    const card = cards.get(id);
    return card !== undefined && (passes?.(card) ?? true);
  };
  const found = index.match(searchableText(query.text), passes && isWanted);
  if (found.slots.length === 0)
    return sortCards(passes ? [...cards.values()].filter(passes) : [...cards.values()], sort).map(idOf);
  if (sort === 'relevance') return rankedIds(found, index, cards);
  return sortCards(cardsOf(fullestMatches(found), cards), sort).map(idOf);
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** Found by the index, put into order by the ranker; what comes after so many stays as the index has it. */
const mostRanked = 80;

function rankedIds(
  found: TextMatches,
  { ranker }: TextIndex,
  cards: ReadonlyMap<string, ShelfCard>,
): readonly string[] {
  const matches = bestMatches(found);
  const { ids, thing } = ranker.rank(found.slots, cardsOf(matches.slice(0, mostRanked), cards));
  const rest = matches.slice(mostRanked);
  const kept = thing === null ? rest : rest.filter(({ met }) => (met & (1 << thing)) !== 0);
  return [...ids, ...kept.map(idOf)];
}

function cardsOf(matches: readonly { readonly id: string }[], cards: ReadonlyMap<string, ShelfCard>): ShelfCard[] {
  const found: ShelfCard[] = [];
  for (const { id } of matches) {
    const card = cards.get(id);
    if (card !== undefined) found.push(card);
  }
  return found;
}

function countFacets(cards: readonly ShelfCard[]): Facets {
  const counts = new Map<string, { readonly entry: string; count: number }>();
  for (const card of cards) {
    for (const [key, entry] of card.facets) {
      const counted = counts.get(key);
      if (counted === undefined) counts.set(key, { entry, count: 1 });
      else counted.count += 1;
    }
  }
  return groupFacetCounts([...counts.values()].map(({ entry, count }) => [entry, count]));
}
