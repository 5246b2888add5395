import type { ProductSort } from '../../../src/catalog/product-index.ts';
import { byStanding } from '../../../src/catalog/ranking/equals.ts';
import type { ShelfCard } from './shelf.ts';
import { type TextMatch, type TextMatches, wishesIn } from './text-index.ts';

/**
 * Half of the wishes must be met: more would hide near things, fewer would call everything found. A word that no product has counts for none:
 * "shoes size 42" finds shoes where none comes in sizes.
 */
export function bestMatches({ matches }: TextMatches): readonly TextMatch[] {
  const known = matches.reduce((bits, { met }) => bits | met, 0);
  const enough = Math.ceil(wishesIn(known) / 2);
  return matches.filter(({ met }) => wishesIn(met) >= enough).sort((a, b) => b.score - a.score || compare(a.id, b.id));
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
