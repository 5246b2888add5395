import { groupFacetCounts } from '../../../src/catalog/facets.ts';
import type { Popularity } from '../../../src/catalog/popularity.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { Facets, ProductPage, ProductQuery, ProductSort, WordsMet } from '../../../src/catalog/product-index.ts';
import { filledUp } from '../../../src/catalog/ranking/fitting.ts';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import { searchableText } from '../../../src/catalog/search-text.ts';
import type { Synonyms } from '../../../src/catalog/synonyms.ts';
import { bestMatches, byScore, fullestMatches, sortCards } from './ranking.ts';
import { cardFilter, type ShelfCard, shelfCard } from './shelf.ts';
import { createTextIndex, type TextIndex, type TextMatch, type TextMatches } from './text-index.ts';

type Cards = ReadonlyMap<string, ShelfCard>;

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
      const { first, rest, words } = find(query);
      const { offset = 0, limit = 10 } = query;
      const all = offset + limit > first.length ? [...first, ...rest.toSorted(byScore).map(idOf)] : first;
      return { ids: all.slice(offset, offset + limit), total: first.length + rest.length, words };
    },
    facets(query) {
      const { first, rest } = find(query);
      return countFacets([...first, ...rest.map(idOf)].flatMap((id) => cards.get(id) ?? []));
    },
  };
}

/** All that is found. */
interface FoundIds {
  /** Best first. */
  readonly first: readonly string[];
  /** What comes behind these, in no order: hardly anybody looks so far. */
  readonly rest: readonly TextMatch[];
  readonly words: WordsMet | null;
}

function findIds(query: ProductQuery, index: TextIndex, cards: Cards): FoundIds {
  const passes = query.filter && cardFilter(query.filter, index.ranker.toTerms);
  const sort = query.sort ?? 'relevance';
  const isWanted = (id: string) => {
    const card = cards.get(id);
    return card !== undefined && (passes?.(card) ?? true);
  };
  const found = index.match(searchableText(query.text), passes && isWanted);
  if (found.slots.length === 0) return sorted(passes ? [...cards.values()].filter(passes) : [...cards.values()], sort);
  if (sort === 'relevance') return rankedIds(found, { index, cards, limit: query.limit ?? 10 });
  return sorted(cardsOf(fullestMatches(found), cards), sort);
}

function sorted(cards: ShelfCard[], sort: ProductSort): FoundIds {
  return { first: sortCards(cards, sort).map(idOf), rest: [], words: null };
}

const idOf = ({ id }: { readonly id: string }): string => id;

/** Found by the index, put into order by the ranker; what comes after so many stays as the index has it. */
const mostRanked = 80;

interface Ranked {
  readonly index: TextIndex;
  readonly cards: Cards;
  readonly limit: number;
}

function rankedIds(found: TextMatches, { index: { ranker }, cards, limit }: Ranked): FoundIds {
  const matches = bestMatches(found, mostRanked);
  const { ids, fitting, required, thing, words } = ranker.rank(found.slots, cardsOf(matches.best, cards));
  const isSuch = (one: TextMatch) => (one.met & required) === required && (thing === null || isNamed(one, thing));
  const rest = required === 0 ? matches.rest : matches.rest.filter(isSuch);
  if (fitting === 0 || fitting === ids.length) return { first: ids, rest, words };
  return { first: ids.slice(0, filledUp(fitting + rest.length, limit) - rest.length), rest, words };
}

function isNamed({ fields }: TextMatch, thing: readonly string[]): boolean {
  return thing.some((term) => fields[term]?.some((field) => field === 'title' || field === 'category'));
}

function cardsOf(matches: readonly { readonly id: string }[], cards: Cards): ShelfCard[] {
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
