import { z } from 'zod';
import type { JsonObject } from '../../storage/json.ts';

/** In UTF-16 units, as texts are counted everywhere here. */
export const mostWords = 2_000;

const schema = z.object({
  order: z.string(),
  product: z.string(),
  customer: z.string(),
  stars: z.int().min(1).max(5),
  words: z.string().nullable(),
  mood: z.object({ score: z.number(), mood: z.enum(['good', 'mixed', 'bad']) }).nullable(),
  at: z.number(),
  editedAt: z.number().nullable(),
});

/** The body of a `review` document, whose id is `{order}/{product}`: one for each product of each order. */
export interface Review {
  readonly order: string;
  readonly product: string;
  readonly customer: string;
  /** 1 to 5. */
  readonly stars: number;
  /** The shopper's own, as written: data, whatever it says. */
  readonly words: string | null;
  /** How it sounds, for insight; `null` where there are no words, or none that can be read. */
  readonly mood: Mood | null;
  /** When it was first given and last changed, epoch milliseconds. */
  readonly at: number;
  readonly editedAt: number | null;
}

export interface Mood {
  /** −1 to 1. */
  readonly score: number;
  readonly mood: 'good' | 'mixed' | 'bad';
}

export function reviewId(order: string, product: string): string {
  return `${order}/${product}`;
}

/** Throws when the document is not a review: the store was written by something else. */
export function reviewOf(body: JsonObject): Review {
  return schema.parse(body);
}

export function reviewBody({ mood, ...same }: Review): JsonObject {
  return { ...same, mood: mood && { ...mood } };
}
