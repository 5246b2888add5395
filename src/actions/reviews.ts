import { z } from 'zod';
import { isRefusal } from '../commerce/refusal.ts';
import { addReview } from '../commerce/reviews/add-review.ts';
import { averageOf, type Rating } from '../commerce/reviews/rating.ts';
import { newestReviews, readRating } from '../commerce/reviews/read-reviews.ts';
import { defineAction } from './action.ts';
import { numberOr, productRef, ratingSchema, wholeNumber } from './schemas.ts';

const orderRef = z.union([
  z.string().trim().min(1).max(200),
  z.object({ id: z.string().min(1).max(200) }).transform(({ id }) => id),
]);

export const reviewsAdd = defineAction({
  name: 'reviews.add',
  about:
    'Keep stars and words for a product of an order of the shopper’s own that has arrived; said again, it stands in the place of ' +
    'what was said before. Refuses with not-stars, not-found, not-bought, not-delivered.',
  input: z.object({
    product: productRef,
    order: orderRef.nullish().describe('The latest that has it, when left out.'),
    stars: z.union([wholeNumber, z.number(), z.string().max(200)]).describe('1 to 5.'),
    words: z.string().max(100_000).nullish().describe('At most 2,000 characters are kept.'),
  }),
  output: z.object({
    stars: z.int(),
    words: z.string().nullable(),
    replaced: z.boolean().describe('Something had been said before.'),
    shortened: z.boolean().describe('There were more words than are kept.'),
    rating: ratingSchema.nullable(),
  }),
  callers: ['flow'],
  holds: async ({ product }) => [`rating/${product.id}`],
  async run({ product, order, stars, words }, context) {
    if (typeof stars !== 'number' || !Number.isInteger(stars) || stars < 1 || stars > 5)
      return { refused: 'not-stars' };
    const { customer, locale } = context;
    const given = { customer, locale, product: product.id, order: order ?? null, stars, words: words ?? null };
    const added = await addReview(context, given);
    if (isRefusal(added)) return added;
    const { review, rating, replaced, shortened } = added;
    return { stars: review.stars, words: review.words, replaced, shortened, rating: averageOf(rating) };
  },
});

export const reviewsShow = defineAction({
  name: 'reviews.show',
  about: 'What shoppers say of a product: average, how many gave how many stars, and the newest with words.',
  input: z.object({ product: productRef, limit: numberOr(3, { from: 1, to: 10 }) }),
  output: z.object({
    rating: ratingSchema.nullable().describe('Null when nobody has said anything yet.'),
    distribution: z.array(z.object({ stars: z.int(), count: z.int() })).describe('From five stars down to one.'),
    reviews: z.array(z.object({ stars: z.int(), words: z.string(), name: z.string().nullable(), at: z.string() })),
  }),
  callers: ['flow', 'assistant'],
  reads: true,
  async run({ product, limit }, { store }) {
    const [rating, reviews] = await Promise.all([
      readRating(store, product.id),
      newestReviews(store, product.id, limit),
    ]);
    const shown = reviews.map((review) => ({ ...review, at: new Date(review.at).toISOString() }));
    return { rating: averageOf(rating), distribution: distributionOf(rating), reviews: shown };
  },
});

function distributionOf({ stars }: Rating) {
  return stars.map((count, index) => ({ stars: index + 1, count })).toReversed();
}
