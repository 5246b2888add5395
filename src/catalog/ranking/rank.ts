import { isAccessoryTo } from './accessory.ts';
import { namesAccessory } from './accessory-words.ts';
import type { Slot } from './query-plan.ts';
import type { RankCard } from './rank-text.ts';
import type { RankWeights } from './rank-weights.ts';
import { createTermScan, naming, needleOf, type TermScan } from './term-scan.ts';

/** How well cards answer a query, card by card; tables of numbers, for there are a hundred cards a search. */
export interface Scores {
  readonly scores: Float64Array;
  /** Which wishes of the query each card meets: bit n for wish n. A query has at most sixteen. */
  readonly met: Uint32Array;
  /** Which of them it meets in its title or kind. */
  readonly named: Uint32Array;
  /** How many cards meet each wish. */
  readonly having: readonly number[];
  /** How many cards are what each wish names. */
  readonly things: readonly number[];
}

interface Way {
  /** The last one first: it names the thing, and is missing most often. */
  readonly needles: readonly string[];
  readonly weight: number;
}

type Wish = readonly Way[];

/** The cards are the candidates of an index; words are weighed by how rare they are among these. */
export function scoreCards(slots: readonly Slot[], cards: readonly RankCard[], weights: RankWeights): Scores {
  const looked = lookedUp(cards, slots.map(wishOf), weights);
  const { met, named, having, things } = looked;
  return { met, named, having, things, scores: scored({ slots, cards, weights, ...looked }) };
}

function wishOf({ ways }: Slot): Wish {
  return ways.map(({ terms, weight }) => ({ needles: terms.map(needleOf).reverse(), weight }));
}

interface LookedUp extends Omit<Scores, 'scores'> {
  /** How well each wish is met, 0 to 1: those of the first card, then those of the second. */
  readonly found: Float64Array;
}

function lookedUp(cards: readonly RankCard[], wishes: readonly Wish[], weights: RankWeights): LookedUp {
  const look = createLook(createTermScan(weights));
  const found = new Float64Array(cards.length * wishes.length);
  const met = new Uint32Array(cards.length);
  const named = new Uint32Array(cards.length);
  const having = wishes.map(() => 0);
  const things = wishes.map(() => 0);
  let at = -1;
  for (const card of cards) {
    at += 1;
    let wish = -1;
    for (const ways of wishes) {
      wish += 1;
      const { strength, name } = look(card, ways);
      if (strength === 0) continue;
      found[at * wishes.length + wish] = strength;
      met[at] = (met[at] ?? 0) | (1 << wish);
      having[wish] = (having[wish] ?? 0) + 1;
      if (name !== naming.no) named[at] = (named[at] ?? 0) | (1 << wish);
      if (name === naming.isThing) things[wish] = (things[wish] ?? 0) + 1;
    }
  }
  return { found, met, named, having, things };
}

/** The same object every time: there are hundreds of looks a search. */
function createLook({ strengthIn, naming: namingNow }: TermScan) {
  const best = { strength: 0, name: 0 };
  return (card: RankCard, wish: Wish): Readonly<typeof best> => {
    best.strength = 0;
    best.name = naming.no;
    for (const { needles, weight } of wish) {
      if (weight <= best.strength) continue;
      let least = 1;
      let name = -1;
      for (const needle of needles) {
        least = Math.min(least, strengthIn(card, needle));
        if (least === 0) break;
        if (name < 0) name = namingNow();
      }
      if (least === 0) continue;
      best.name = Math.max(best.name, name);
      best.strength = Math.max(best.strength, least * weight);
    }
    return best;
  };
}

interface Scoring {
  readonly slots: readonly Slot[];
  readonly cards: readonly RankCard[];
  readonly found: Float64Array;
  readonly having: readonly number[];
  readonly weights: RankWeights;
}

function scored({ slots, cards, found, having, weights }: Scoring): Float64Array {
  const query = queryOf(slots, weights);
  const rarity = having.map((count) => rarityOf(count, cards.length));
  const scores = new Float64Array(cards.length);
  for (const [at, card] of cards.entries()) {
    let strength = 0;
    let count = 0;
    for (let wish = 0; wish < slots.length; wish += 1) {
      const one = found[at * slots.length + wish] ?? 0;
      if (one === 0) continue;
      strength += one * (rarity[wish] ?? 0);
      count += 1;
    }
    if (count > 0) scores[at] = strength * factorOf(card, count / slots.length, query);
  }
  return scores;
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
