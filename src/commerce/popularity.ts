import type { Popularity } from '../catalog/popularity.ts';
import type { StoreReader } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import { readSales } from './dynamic-pricing/demand.ts';
import { type Rating, ratingOf } from './reviews/rating.ts';

/** What was sold longer ago says little of what is wanted now. */
const days = 30;

/** Reviews that a product must have before they count as much as what is usual; and what is usual, in stars. */
const usual = { reviews: 5, stars: 3.5 } as const;

/**
 * What sold more lately does better, and among equally sold ones what is liked more. Pieces count by their order of magnitude (1, 2 to 3,
 * 4 to 7 …), stars to a twentieth, so that a product is not written anew to the index with every order.
 */
export async function readPopularity(store: Pick<StoreReader, 'find'>, now: number): Promise<Popularity> {
  const sold = await readSales(store, { days, now });
  const liked = await readLiking(store);
  return (product) => magnitude(sold.get(product) ?? 0) * 1_000 + (liked.get(product) ?? 0);
}

function magnitude(pieces: number): number {
  return pieces <= 0 ? 0 : Math.floor(Math.log2(pieces)) + 1;
}

/** Above 0 for what is liked more than usual, below for what is liked less; nobody's word is worth nothing. */
async function readLiking(store: Pick<StoreReader, 'find'>): Promise<ReadonlyMap<string, number>> {
  const liked = new Map<string, number>();
  for await (const page of walkKind(store, 'rating', { pageSize: 1_000 })) {
    for (const { id, body } of page) liked.set(id, liking(ratingOf(body)));
  }
  return liked;
}

function liking({ stars }: Rating): number {
  const count = stars.reduce((all, each) => all + each, 0);
  const sum = stars.reduce((all, each, index) => all + each * (index + 1), 0);
  const mean = (sum + usual.reviews * usual.stars) / (count + usual.reviews);
  return Math.round((mean - usual.stars) * 20);
}
