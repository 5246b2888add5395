import { profileOf } from '../../customer/profile.ts';
import type { StoreReader } from '../../storage/store.ts';
import { type Average, averageOf, type Rating, ratingOf, unrated } from './rating.ts';
import { type Review, reviewOf } from './review.ts';

/** One of them as everybody may read it. */
export interface ShownReview {
  readonly stars: number;
  readonly words: string;
  /** The first name that the customer has given; nothing else tells who it was. */
  readonly name: string | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Reviews looked through for those with words. */
const mostLooked = 50;

export async function readRating(store: Pick<StoreReader, 'get'>, product: string): Promise<Rating> {
  const stored = await store.get('rating', product);
  return stored === null ? unrated : ratingOf(stored.body);
}

/** What stands beside a product; `null`: nobody has reviewed it. */
export async function readAverage(store: Pick<StoreReader, 'get'>, product: string): Promise<Average | null> {
  return averageOf(await readRating(store, product));
}

/** The newest with words. */
export async function newestReviews(
  store: Pick<StoreReader, 'find' | 'getMany'>,
  product: string,
  limit: number,
): Promise<readonly ShownReview[]> {
  const newest = { by: 'at', direction: 'down' } as const;
  const found = await store.find('review', { where: { product }, sort: newest, limit: mostLooked });
  const withWords = found
    .map(({ body }) => reviewOf(body))
    .filter(hasWords)
    .slice(0, limit);
  const names = await firstNames(
    store,
    withWords.map(({ customer }) => customer),
  );
  return withWords.map(({ stars, words, customer, at }) => ({ stars, words, name: names.get(customer) ?? null, at }));
}

function hasWords(review: Review): review is Review & { readonly words: string } {
  return review.words !== null;
}

async function firstNames(
  store: Pick<StoreReader, 'getMany'>,
  customers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await store.getMany('customer', [...new Set(customers)]);
  return new Map(
    found.flatMap(({ id, body }) => {
      const first =
        profileOf(body)
          .name?.trim()
          .split(/[\s,]+/u)[0] ?? '';
      return isName(first) ? [[id, first] as const] : [];
    }),
  );
}

/** An address or a number is no first name. */
function isName(word: string): boolean {
  return /^\p{L}[\p{L}\p{M}'’-]{0,29}$/u.test(word);
}
