import { graphemeBorder } from '../../channel/cut.ts';
import { moodOf } from '../../understanding/sentiment.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import { type Rating, ratingBody, ratingOf, unrated, withReview } from './rating.ts';
import { mostWords, type Review, reviewBody, reviewId, reviewOf } from './review.ts';
import { reviewableOrder } from './reviewable-order.ts';

export interface NewReview {
  readonly customer: string;
  readonly product: string;
  /** `null`: the latest that fits. */
  readonly order: string | null;
  /** A whole number, 1 to 5. */
  readonly stars: number;
  readonly words: string | null;
  /** What the shopper writes in, as far as is known, BCP 47. */
  readonly locale: string;
}

export interface AddedReview {
  readonly review: Review;
  readonly rating: Rating;
  /** They had said something about it before; this stands in its place. */
  readonly replaced: boolean;
  /** There were more words than are kept. */
  readonly shortened: boolean;
}

/**
 * Keeps a shopper's word on what they bought and got. Refuses with `not-found`, `not-bought`, `not-delivered`. The product's rating is
 * written with it, so that reviews and their sum never differ.
 */
export async function addReview(trade: Trade, given: NewReview): Promise<AddedReview | Refusal> {
  const product = await trade.catalog.product(given.product);
  if (product === null) return { refused: 'not-found' };
  const order = await reviewableOrder({ store: trade.store, customer: given.customer }, product, given.order);
  if (isRefusal(order)) return order;
  const id = reviewId(order.id, product.id);
  const stored = await trade.store.get('review', id);
  const before = stored === null ? null : reviewOf(stored.body);
  const { words, shortened } = keptWords(given.words);
  const review: Review = {
    order: order.id,
    product: product.id,
    customer: given.customer,
    stars: given.stars,
    words,
    mood: words === null ? null : moodOf(words, { stars: given.stars, locale: given.locale }),
    at: before?.at ?? trade.now,
    editedAt: before === null ? null : trade.now,
  };
  trade.stage({ kind: 'review', id, revision: stored?.revision ?? 0, body: reviewBody(review) });
  const rating = await stageRating(trade, review, before?.stars ?? null);
  return { review, rating, replaced: before !== null, shortened };
}

async function stageRating(trade: Trade, { product, stars }: Review, before: number | null): Promise<Rating> {
  const stored = await trade.store.get('rating', product);
  const rating = withReview(stored === null ? unrated : ratingOf(stored.body), stars, before);
  trade.stage({ kind: 'rating', id: product, revision: stored?.revision ?? 0, body: ratingBody(rating) });
  return rating;
}

/** Cut between characters, not within one. */
function keptWords(given: string | null): { readonly words: string | null; readonly shortened: boolean } {
  const all = (given ?? '').toWellFormed().trim();
  if (all === '') return { words: null, shortened: false };
  if (all.length <= mostWords) return { words: all, shortened: false };
  return { words: all.slice(0, graphemeBorder(all, mostWords)), shortened: true };
}
