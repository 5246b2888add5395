import MiniSearch, { type Query, type SearchOptions } from 'minisearch';
import type { Product } from '../../../src/catalog/product.ts';
import { typosAllowed } from '../../../src/catalog/ranking/near-words.ts';
import type { Slot } from '../../../src/catalog/ranking/query-plan.ts';
import { createRanker, type Ranker } from '../../../src/catalog/ranking/ranker.ts';
import type { ToTerms } from '../../../src/catalog/ranking/terms.ts';
import { searchFieldText } from '../../../src/catalog/search-fields.ts';
import type { SearchField, SearchSettings } from '../../../src/catalog/search-settings.ts';
import type { Synonyms } from '../../../src/catalog/synonyms.ts';

export interface TextMatch {
  readonly id: string;
  /** Which of the query's wishes the product meets: bit n for wish n. There are thousands of matches, and a set for each costs more than the search. */
  readonly met: number;
  readonly score: number;
  /** Each term that was found → the fields that have it. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export interface TextMatches {
  /** The query's wishes; none when there is no word to search by. */
  readonly slots: readonly Slot[];
  /** In no order. */
  readonly matches: readonly TextMatch[];
}

export interface TextIndex {
  /** Another one after `useSynonyms`. */
  readonly ranker: Ranker;
  useSynonyms(synonyms: Synonyms): void;
  add(product: Product): void;
  remove(id: string): void;
  /** `passes` is asked of each product that is found; all pass when absent. */
  match(text: string, passes?: (id: string) => boolean): TextMatches;
}

export function createTextIndex(settings: SearchSettings): TextIndex {
  const vocabulary = new Set<string>();
  const rankerWith = (synonyms: Synonyms) =>
    createRanker({ settings: { ...settings, synonyms }, knows: (term) => vocabulary.has(term) });
  let ranker = rankerWith(settings.synonyms);
  const mini = createMiniSearch(settings, ranker.toTerms, vocabulary);
  const options = searchOptions(settings, vocabulary);
  return {
    get ranker() {
      return ranker;
    },
    useSynonyms(synonyms) {
      ranker = rankerWith(synonyms);
    },
    add: (product) => mini.add(product),
    remove: (id) => mini.discard(id),
    match(text, passes) {
      const slots = ranker.plan(text);
      if (slots.length === 0) return { slots, matches: [] };
      const slotsOf = slotsByTerm(slots);
      const filter = passes && { filter: ({ id }: { readonly id: string }) => passes(id) };
      const results = mini.search(toQuery(slots), { ...options, ...filter });
      return { slots, matches: results.map((result) => toMatch(result, slotsOf)) };
    },
  };
}

function createMiniSearch(settings: SearchSettings, toTerms: ToTerms, vocabulary: Set<string>) {
  return new MiniSearch<Product>({
    fields: settings.fields.map(({ field }) => field),
    extractField: (product, name) => (name === 'id' ? product.id : searchFieldText(product, name as SearchField)),
    tokenize: toTerms,
    processTerm(term) {
      vocabulary.add(term);
      return term;
    },
  });
}

function searchOptions(settings: SearchSettings, vocabulary: ReadonlySet<string>): SearchOptions {
  return {
    boost: Object.fromEntries(settings.fields.map(({ field, weight }) => [field, weight])),
    tokenize: (term) => [term],
    processTerm: (term) => term,
    // A word some product uses is taken as meant: `boots` must not find books.
    fuzzy: (term) => (vocabulary.has(term) ? false : typosAllowed(term, settings.typos)),
    weights: { fuzzy: 0.6, prefix: 0.4 },
    // Long texts of a catalogue repeat words for effect; length should cost less than in prose.
    bm25: { k: 1.2, b: 0.6, d: 0.4 },
  };
}

function toQuery(slots: readonly Slot[]): Query {
  const last = slots.length - 1;
  return {
    combineWith: 'OR',
    queries: slots.map((slot, i) => ({ combineWith: 'OR', queries: waysOf(slot, i === last) })),
  };
}

/** Only the last word can be one that is not finished yet. */
function waysOf(slot: Slot, mayBeUnfinished: boolean): Query[] {
  return slot.ways.map(({ terms, weight }, i) => ({
    combineWith: 'AND',
    boostTerm: () => weight,
    prefix: (term: string) => mayBeUnfinished && i === 0 && term.length >= 3,
    queries: [...terms],
  }));
}

/** Term → the slots that it meets, as bits. */
function slotsByTerm(slots: readonly Slot[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const [i, slot] of slots.entries()) {
    for (const term of slot.ways.flatMap((way) => way.terms)) found.set(term, (found.get(term) ?? 0) | (1 << i));
  }
  return found;
}

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly queryTerms: readonly string[];
  readonly match: TextMatch['fields'];
}

/** MiniSearch multiplies by the terms met, synonyms included; what counts here are the wishes met. */
function toMatch({ id, score, queryTerms, match }: Scored, slotsOf: ReadonlyMap<string, number>): TextMatch {
  let met = 0;
  for (const term of queryTerms) met |= slotsOf.get(term) ?? 0;
  return { id, met, score: (score / Math.max(1, queryTerms.length)) * wishesIn(met), fields: match };
}

export function wishesIn(met: number): number {
  let count = 0;
  for (let left = met; left > 0; left &= left - 1) count += 1;
  return count;
}
