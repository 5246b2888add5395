import { isAccessoryTo } from './accessory.ts';
import { namesAccessory } from './accessory-words.ts';
import type { Slot } from './query-plan.ts';
import type { RankCard } from './rank-text.ts';
import type { RankWeights } from './rank-weights.ts';
import { createTermScan, needleOf } from './term-scan.ts';

/** How well cards answer a query, card by card; tables of numbers, for there are a hundred cards a search. */
export interface Scores {
  readonly scores: Float64Array;
  /** Which wishes of the query each card meets: bit n for wish n. A query has at most sixteen. */
  readonly met: Uint32Array;
  /** How many cards meet each wish. */
  readonly having: readonly number[];
  /** A card meets every wish. */
  readonly isComplete: boolean;
}

interface Way {
  /** The last one first: it names the thing, and is missing most often. */
  readonly needles: readonly string[];
  readonly weight: number;
}

type Wish = readonly Way[];

/** The cards are the candidates of an index; words are weighed by how rare they are among these. */
export function scoreCards(slots: readonly Slot[], cards: readonly RankCard[], weights: RankWeights): Scores {
  const found = foundIn(cards, slots.map(wishOf), weights);
  const having = slots.map((_slot, wish) => {
    let count = 0;
    for (let at = wish; at < found.length; at += slots.length) if ((found[at] ?? 0) > 0) count += 1;
    return count;
  });
  return { having, ...scored({ slots, cards, found, having, weights }) };
}

function wishOf({ ways }: Slot): Wish {
  return ways.map(({ terms, weight }) => ({ needles: terms.map(needleOf).reverse(), weight }));
}

function foundIn(cards: readonly RankCard[], wishes: readonly Wish[], weights: RankWeights): Float64Array {
  const termIn = createTermScan(weights);
  const found = new Float64Array(cards.length * wishes.length);
  let at = 0;
  for (const card of cards) {
    for (const wish of wishes) {
      found[at] = wishIn(card, wish, termIn);
      at += 1;
    }
  }
  return found;
}

function wishIn(card: RankCard, wish: Wish, termIn: ReturnType<typeof createTermScan>): number {
  let best = 0;
  for (const { needles, weight } of wish) {
    if (weight <= best) continue;
    let least = 1;
    for (const needle of needles) {
      least = Math.min(least, termIn(card, needle));
      if (least === 0) break;
    }
    best = Math.max(best, least * weight);
  }
  return best;
}

interface Scoring {
  readonly slots: readonly Slot[];
  readonly cards: readonly RankCard[];
  /** How well each wish is met, 0 to 1: those of the first card, then those of the second. */
  readonly found: Float64Array;
  readonly having: readonly number[];
  readonly weights: RankWeights;
}

function scored({ slots, cards, found, having, weights }: Scoring): Omit<Scores, 'having'> {
  const query = queryOf(slots, weights);
  const rarity = having.map((count) => rarityOf(count, cards.length));
  const scores = new Float64Array(cards.length);
  const met = new Uint32Array(cards.length);
  let isComplete = false;
  for (const [at, card] of cards.entries()) {
    let strength = 0;
    let count = 0;
    for (let wish = 0; wish < slots.length; wish += 1) {
      const one = found[at * slots.length + wish] ?? 0;
      if (one === 0) continue;
      strength += one * (rarity[wish] ?? 0);
      count += 1;
      met[at] = (met[at] ?? 0) | (1 << wish);
    }
    if (count === slots.length) isComplete = true;
    if (count > 0) scores[at] = strength * factorOf(card, count / slots.length, query);
  }
  return { scores, met, isComplete };
}

function rarityOf(having: number, all: number): number {
  return Math.log(1 + (all + 1) / (having + 0.5));
}

interface Query {
  /** Neighbouring words, as they would stand in a title. */
  readonly pairs: readonly string[];
  /** What the last word names, by whatever name; `null` for who asks for an accessory. */
  readonly heads: readonly string[] | null;
  readonly weights: RankWeights;
}

function queryOf(slots: readonly Slot[], weights: RankWeights): Query {
  const words = slots.flatMap(({ ways: [own] }) => own?.terms ?? []);
  const heads = new Set((slots.at(-1)?.ways ?? []).flatMap(({ terms }) => terms.at(-1) ?? []));
  const meant = slots.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms));
  return {
    pairs: words.slice(1).map((word, at) => ` ${words[at]} ${word} `),
    heads: namesAccessory(meant) ? null : [...heads].map(needleOf),
    weights,
  };
}

function factorOf(card: RankCard, share: number, { pairs, heads, weights }: Query): number {
  const covered = share === 1 ? 1 : share ** weights.coverage;
  const goesWith = heads !== null && isAccessoryTo(heads, card);
  return covered * phrased(card, pairs, weights) * (goesWith ? weights.accessory : 1);
}

function phrased({ text, titleEnd }: RankCard, pairs: readonly string[], { phrase }: RankWeights): number {
  if (pairs.length === 0) return 1;
  let beside = 0;
  for (const pair of pairs) {
    const at = text.indexOf(pair);
    if (at >= 0 && at < titleEnd) beside += 1;
  }
  return 1 + (phrase * beside) / pairs.length;
}
