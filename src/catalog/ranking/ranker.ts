import type { Product } from '../product.ts';
import type { WordsMet } from '../product-index.ts';
import type { SearchSettings } from '../search-settings.ts';
import { namesAccessory } from './accessory-words.ts';
import { inOrder, type Standing } from './equals.ts';
import { withNearWords } from './near-words.ts';
import { createPlanner, type Slot } from './query-plan.ts';
import { scoreCards } from './rank.ts';
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
  /** What is no such thing as was asked for is left out, when others are: no belt for "red shoes". What only mentions it, comes behind. */
  rank(slots: readonly Slot[], candidates: readonly Candidate[]): Ranking;
}

export interface Ranking {
  /** Best first; what meets all of the query before what comes near. */
  readonly ids: readonly string[];
  /** So many of these, the first ones, meet a wish at all. */
  readonly meeting: number;
  /** So many of these, the first ones, meet every wish that can be met, and are what was asked for; of a query of one word, all. */
  readonly fitting: number;
  /** The wishes that what was not ranked must meet to belong to the list: bit n for wish n. */
  readonly required: number;
  /** What else belongs to the list has one of these terms in its title or a category, and does not just mention it; `null` where nothing is named. */
  readonly thing: readonly string[] | null;
  /** Something meets every wish. */
  readonly isComplete: boolean;
  readonly words: WordsMet;
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
    rank: (slots, candidates) => rank(slots, candidates, { settings, weights }),
  };
}

interface Tuning {
  readonly settings: SearchSettings;
  readonly weights: RankWeights;
}

function rank(slots: readonly Slot[], candidates: readonly Candidate[], tuning: Tuning): Ranking {
  const cards = candidates.map(({ card }) => card);
  const { scores, meant } = score(slots, cards, tuning);
  const thing = slots.length > 1 ? thingAskedFor(scores.things) : null;
  const thingBit = thing === null ? 0 : 1 << thing;
  const isOneWord = slots.length === 1;
  const known = scores.having.reduce((bits, count, wish) => (count > 0 ? bits | (1 << wish) : bits), 0);
  const found: Found[] = [];
  let meeting = 0;
  for (const [at, standing] of candidates.entries()) {
    const met = scores.met[at] ?? 0;
    if ((met & thingBit) !== thingBit) continue;
    const isThing = ((scores.named[at] ?? 0) & thingBit) === thingBit;
    const own = scores.scores[at] ?? 0;
    found.push({
      standing,
      score: isThing ? own : own * tuning.weights.mentioned,
      met,
      named: scores.named[at] ?? 0,
      isThing,
      fits: isOneWord || (isThing && met === known),
    });
    if (met !== 0) meeting += 1;
  }
  const ordered = inOrder(found);
  const fitting = ordered.filter(({ fits }) => fits);
  // Where nothing meets all, what is the thing at least: a dress that is not red before red earrings to wear with a dress.
  const first = fitting.length > 0 ? fitting : ordered.filter(({ isThing }) => isThing);
  const all = first.length === ordered.length ? ordered : [...first, ...ordered.filter((one) => !first.includes(one))];
  return {
    ids: all.map(({ standing }) => standing.id),
    meeting,
    fitting: fitting.length,
    required: fitting.length > 0 && !isOneWord ? known : thingBit,
    thing: thing === null ? null : (meant[thing]?.ways ?? []).flatMap(({ terms }) => terms.at(-1) ?? []),
    isComplete: scores.met.includes((1 << slots.length) - 1),
    words: wordsMet(slots, all, thing === null ? known : thingBit),
  };
}

const mostTelling = 10;

/** Where none of the words is a thing, the name has to say all of them. */
function wordsMet(slots: readonly Slot[], found: readonly Found[], called: number): WordsMet {
  const isCalled = ({ named }: Found) => called !== 0 && (named & called) === called;
  const such = found.filter(isCalled);
  const met = (such.length > 0 ? such : found).reduce((bits, one) => bits | one.met, 0);
  return {
    unmet: slots.flatMap(({ ways: [own] }, wish) => ((met >> wish) & 1 ? [] : (own?.terms.join(' ') ?? []))),
    named: found.slice(0, mostTelling).filter(isCalled).length,
  };
}

interface Found {
  readonly standing: Standing;
  readonly score: number;
  readonly met: number;
  readonly named: number;
  readonly isThing: boolean;
  readonly fits: boolean;
}

function score(slots: readonly Slot[], cards: readonly RankCard[], { settings, weights }: Tuning) {
  const scores = scoreCards(slots, cards, weights);
  const unmet = new Set([...slots.keys()].filter((wish) => scores.having[wish] === 0));
  if (unmet.size === 0) return { scores, meant: slots };
  const meant = withNearWords(slots, unmet, { cards, typos: settings.typos });
  return { scores: scoreCards(meant, cards, weights), meant };
}

const wordsAlike = 3;

/** Things before what goes with them, short titles before long ones. */
function placeAmongEquals(title: readonly string[]): number {
  return (namesAccessory(title) ? 100 : 0) + Math.min(99, Math.round(title.length / wordsAlike));
}
