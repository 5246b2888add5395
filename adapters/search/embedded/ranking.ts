import type { ProductSort } from '../../../src/catalog/product-index.ts';
import { byStanding } from '../../../src/catalog/ranking/equals.ts';
import { bestOf } from './best-of.ts';
import type { ShelfCard } from './shelf.ts';
import { type TextMatch, type TextMatches, wishesIn } from './text-index.ts';

/** The best come first, then the rest in no order. */
interface Matches {
  readonly best: readonly TextMatch[];
  readonly rest: readonly TextMatch[];
}

/**
 * Half of the wishes must be met: more would hide near things, fewer would call everything found. A word that no product has counts for none:
 * "shoes size 42" finds shoes where none comes in sizes.
 */
export function bestMatches({ matches }: TextMatches, count: number): Matches {
  let known = 0;
  for (const { met } of matches) known |= met;
  const enough = Math.ceil(wishesIn(known) / 2);
  const fitting = enough < 2 ? matches : matches.filter(({ met }) => wishesIn(met) >= enough);
  const best = bestOf(fitting, count, byScore);
  const last = best.at(-1);
  return { best, rest: last === undefined ? [] : fitting.filter((one) => byScore(one, last) > 0) };
}

export function byScore(one: TextMatch, other: TextMatch): number {
  return other.score - one.score || compare(one.id, other.id);
}

/** Sorted by price, one word met is not enough: the cheapest coat must be a coat. */
export function fullestMatches({ matches }: TextMatches): readonly TextMatch[] {
  const most = matches.reduce((found, { met }) => Math.max(found, wishesIn(met)), 0);
  return matches.filter(({ met }) => wishesIn(met) === most);
}

export function sortCards(cards: ShelfCard[], sort: ProductSort): ShelfCard[] {
  switch (sort) {
    case 'relevance':
      // Only lists without words come here: each of them is as good an answer as the other.
      return cards.sort(byStanding);
    case 'price-up':
      return cards.sort((a, b) => a.price - b.price || compare(a.id, b.id));
    case 'price-down':
      return cards.sort((a, b) => b.price - a.price || compare(a.id, b.id));
    case 'title':
      return cards.sort((a, b) => compare(a.title, b.title) || compare(a.id, b.id));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
