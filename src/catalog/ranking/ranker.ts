import type { Product } from '../product.ts';
import type { SearchSettings } from '../search-settings.ts';
import { namesAccessory } from './accessory-words.ts';
import { inOrder, type Standing } from './equals.ts';
import { withNearWords } from './near-words.ts';
import { createPlanner, type Slot } from './query-plan.ts';
import { type Scores, scoreCards } from './rank.ts';
import { type RankCard, rankText } from './rank-text.ts';
import { type RankWeights, rankWeights } from './rank-weights.ts';
import { createToTerms, type ToTerms } from './terms.ts';
import { thingAskedFor } from './thing-asked-for.ts';

/** A product that an index has found, as far as it matters for the order. */
export interface Candidate extends Standing {
  /** Read from what `Ranker.text` made of the product. */
  readonly card: RankCard;
}

/** Puts what an index has found into order; the same for every index, so that a shop finds the same with either. */
export interface Ranker {
  readonly toTerms: ToTerms;
  /** To be kept by the index with the product. */
  text(product: Product): string;
  /** Where a server puts it among what answers a query equally well: lower first. It gives its best only, and these should be worth ranking. */
  placeAmongEquals(product: Product): number;
  /** What the query asks for; `knows` tells whether any product uses a term. */
  plan(query: string): readonly Slot[];
  /** What is no such thing as was asked for is left out, when others are: no belt for "red shoes". */
  rank(slots: readonly Slot[], candidates: readonly Candidate[]): Ranking;
}

export interface Ranking {
  /** Best first. */
  readonly ids: readonly string[];
  /** So many of these, the first ones, meet a wish at all. */
  readonly meeting: number;
  /** The wish that must be met, because it names the thing itself; `null` where that is not known. */
  readonly thing: number | null;
  /** Something meets every wish. */
  readonly isComplete: boolean;
}

interface RankerConfig {
  readonly settings: SearchSettings;
  readonly weights?: RankWeights;
  /** Whether a product uses the term; where the index cannot tell, all are taken as known. */
  readonly knows?: (term: string) => boolean;
}

export function createRanker({ settings, weights = rankWeights, knows = () => true }: RankerConfig): Ranker {
  const toTerms = createToTerms(settings.stopWords);
  const plan = createPlanner({ toTerms, synonyms: settings.synonyms, knows });
  return {
    toTerms,
    plan,
    text: (product) => rankText(product, toTerms),
    placeAmongEquals: ({ title }) => placeAmongEquals(toTerms(title)),
    rank(slots, candidates) {
      const cards = candidates.map(({ card }) => card);
      const { scores, meant } = score(slots, cards, { settings, weights });
      const thing = slots.length > 1 ? thingAskedFor(meant, cards) : null;
      const ids = idsInOrder(candidates, scores, thing);
      const meeting = scores.met.reduce((count, met) => count + Number(isSuch(met, thing) && met !== 0), 0);
      return { ids, meeting, thing, isComplete: scores.isComplete };
    },
  };
}

function score(
  slots: readonly Slot[],
  cards: readonly RankCard[],
  { settings, weights }: { readonly settings: SearchSettings; readonly weights: RankWeights },
): { readonly scores: Scores; readonly meant: readonly Slot[] } {
  const scores = scoreCards(slots, cards, weights);
  const unmet = new Set([...slots.keys()].filter((wish) => scores.having[wish] === 0));
  if (unmet.size === 0) return { scores, meant: slots };
  const meant = withNearWords(slots, unmet, { cards, typos: settings.typos });
  return { scores: scoreCards(meant, cards, weights), meant };
}

function idsInOrder(
  candidates: readonly Candidate[],
  { scores, met }: Scores,
  thing: number | null,
): readonly string[] {
  const scored = candidates.map((standing, at) => ({ standing, score: scores[at] ?? 0, met: met[at] ?? 0 }));
  return inOrder(scored.filter((one) => isSuch(one.met, thing))).map(({ standing }) => standing.id);
}

function isSuch(met: number, thing: number | null): boolean {
  return thing === null || (met & (1 << thing)) !== 0;
}

const wordsAlike = 3;

/** Things before what goes with them, short titles before long ones. */
function placeAmongEquals(title: readonly string[]): number {
  return (namesAccessory(title) ? 100 : 0) + Math.min(99, Math.round(title.length / wordsAlike));
}
