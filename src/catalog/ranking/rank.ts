import { isAccessoryTo, namesAccessory } from './accessory.ts';
import type { Slot } from './query-plan.ts';
import type { RankCard, RankField } from './rank-text.ts';
import type { RankWeights } from './rank-weights.ts';

export interface Score {
  readonly score: number;
  /** Of each wish of the query: how well it is met, 0 to 1. */
  readonly found: readonly number[];
}

/** Letters that such a text usually has. */
const usual = { title: 70, brand: 8, kind: 10, facts: 80, about: 120 } as const;
const fields = Object.keys(usual) as readonly RankField[];

interface Wish {
  readonly ways: readonly { readonly needles: readonly string[]; readonly weight: number }[];
}

/** How well each card answers the query; they are the candidates of an index, and words are weighed by how rare they are among these. */
export function scoreCards(slots: readonly Slot[], cards: readonly RankCard[], weights: RankWeights): readonly Score[] {
  const wishes = slots.map(wishOf);
  const found = cards.map((card) => wishes.map((wish) => wishFound(wish, card, weights)));
  const rarity = slots.map((_slot, at) => rarityOf(found.filter((one) => (one[at] ?? 0) > 0).length, cards.length));
  const query = queryOf(slots);
  return cards.map((card, at) => {
    const own = found[at] ?? [];
    const strength = own.reduce((sum, one, slot) => sum + one * (rarity[slot] ?? 0), 0);
    return { found: own, score: strength === 0 ? 0 : strength * factorOf(card, own, { ...query, weights }) };
  });
}

function wishOf({ ways }: Slot): Wish {
  return { ways: ways.map(({ terms, weight }) => ({ needles: terms.map((term) => ` ${term} `), weight })) };
}

function rarityOf(having: number, all: number): number {
  return Math.log(1 + (all + 1) / (having + 0.5));
}

interface Query {
  /** Neighbouring words, as they would stand in a title. */
  readonly pairs: readonly string[];
  /** What the last word names, by whatever name; `null` for who asks for an accessory. */
  readonly heads: ReadonlySet<string> | null;
}

function queryOf(slots: readonly Slot[]): Query {
  const words = slots.flatMap(({ ways: [own] }) => own?.terms ?? []);
  const heads = new Set((slots.at(-1)?.ways ?? []).flatMap(({ terms }) => terms.at(-1) ?? []));
  const meant = slots.flatMap(({ ways }) => ways.flatMap(({ terms }) => terms));
  return {
    pairs: words.slice(1).map((word, at) => ` ${words[at]} ${word} `),
    heads: namesAccessory(meant) ? null : heads,
  };
}

function factorOf(
  card: RankCard,
  found: readonly number[],
  { pairs, heads, weights }: Query & { readonly weights: RankWeights },
): number {
  const met = found.filter((one) => one > 0).length;
  const covered = met === found.length ? 1 : (met / found.length) ** weights.coverage;
  const beside = pairs.filter((pair) => card.title.includes(pair)).length;
  const phrased = 1 + (weights.phrase * beside) / Math.max(1, pairs.length);
  return covered * phrased * (heads !== null && isAccessoryTo(heads, card) ? weights.accessory : 1);
}

function wishFound({ ways }: Wish, card: RankCard, weights: RankWeights): number {
  let best = 0;
  for (const { needles, weight } of ways) {
    let least = 1;
    for (const needle of needles) least = least === 0 ? 0 : Math.min(least, termFound(needle, card, weights));
    best = Math.max(best, least * weight);
  }
  return best;
}

/** BM25F: what is found in all the texts is added up before it is made to level off. */
function termFound(needle: string, card: RankCard, weights: RankWeights): number {
  let sum = 0;
  for (const field of fields) {
    const text = card[field];
    const times = timesIn(text, needle);
    if (times > 0)
      sum += (weights[field] * times) / (1 - weights.length + (weights.length * text.length) / usual[field]);
  }
  return sum / (weights.saturation + sum);
}

function timesIn(text: string, needle: string): number {
  let times = 0;
  // The space behind one word is the space before the next.
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length - 1)) times += 1;
  return times;
}
