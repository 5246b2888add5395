import { z } from 'zod';
import type { JsonObject } from '../../storage/json.ts';

const count = z.int().min(0);
const schema = z.object({ stars: z.tuple([count, count, count, count, count]) });

/** What all reviews of a product come to. The body of a `rating` document, whose id is the product's. */
export interface Rating {
  /** Reviews with one star, with two, … with five. */
  readonly stars: readonly [number, number, number, number, number];
}

export const unrated: Rating = { stars: [0, 0, 0, 0, 0] };

/** Throws when the document is not a rating: the store was written by something else. */
export function ratingOf(body: JsonObject): Rating {
  return schema.parse(body);
}

export function ratingBody({ stars }: Rating): JsonObject {
  return { stars: [...stars] };
}

/** With a review more; `before`: the stars that it had so far, where it is an old one changed. */
export function withReview({ stars }: Rating, now: number, before: number | null): Rating {
  const [one, two, three, four, five] = stars;
  const more = (each: number, value: number) => each + (now === value ? 1 : 0) - (before === value ? 1 : 0);
  return { stars: [more(one, 1), more(two, 2), more(three, 3), more(four, 4), more(five, 5)] };
}

export interface Average {
  /** To one decimal. */
  readonly average: number;
  readonly count: number;
}

/** `null`: nobody has said anything yet. */
export function averageOf({ stars }: Rating): Average | null {
  const count = stars.reduce((all, each) => all + each, 0);
  if (count === 0) return null;
  const sum = stars.reduce((all, each, index) => all + each * (index + 1), 0);
  return { average: Math.round((sum * 10) / count) / 10, count };
}
