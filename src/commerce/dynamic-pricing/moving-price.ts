import { z } from 'zod';
import { type Money, moneySchema } from '../../catalog/money.ts';
import type { JsonObject } from '../../storage/json.ts';
import { isSameMoney } from '../money/reckon.ts';

/** More changes than that within the hours for which prices are held are kept as one: the lowest of them. */
const mostSteps = 60;

const schema = z.object({
  product: z.string(),
  title: z.string(),
  base: moneySchema,
  price: moneySchema,
  rule: z.string().nullable(),
  reason: z.string(),
  day: z.string(),
  opened: z.int(),
  steps: z.array(z.object({ amount: z.int(), until: z.number() })),
  at: z.number(),
});

/** The body of a `price` document, whose id is the SKU: what it costs now by the rules. */
export interface MovingPrice {
  readonly product: string;
  readonly title: string;
  /** What the catalogue asked when this was reckoned: it counts only as long as that stays so. */
  readonly base: Money;
  readonly price: Money;
  /** The rule's name; `null`: none fits, or the shop's limits alone. */
  readonly rule: string | null;
  /** In words, for the merchant. */
  readonly reason: string;
  /** `2026-12-01` in the shop's time zone, and the price in minor units with which that day began. */
  readonly day: string;
  readonly opened: number;
  /** What it cost before, and until when (epoch milliseconds), oldest first: for those who hold a price. */
  readonly steps: readonly { readonly amount: number; readonly until: number }[];
  /** When it changed last, epoch milliseconds. */
  readonly at: number;
}

/** Throws when the document is not such a price: the store was written by something else. */
export function movingPriceOf(body: JsonObject): MovingPrice {
  return schema.parse(body);
}

export function movingPriceBody({ base, price, steps, ...same }: MovingPrice): JsonObject {
  return {
    ...same,
    base: { ...base },
    price: { ...price },
    steps: steps.map((step) => ({ ...step })),
    updatedAt: same.at,
  };
}

export function isOfBase({ base }: MovingPrice, price: Money): boolean {
  return isSameMoney(base, price);
}

/** The best price there was from `since` on, in minor units. */
export function bestSince({ price, steps }: MovingPrice, since: number): number {
  return steps.reduce((best, { amount, until }) => (until > since ? Math.min(best, amount) : best), price.amount);
}

/** The steps with one more, without those that nobody can hold any more. */
export function withStep(
  steps: MovingPrice['steps'],
  step: MovingPrice['steps'][number],
  keepFrom: number,
): MovingPrice['steps'] {
  const kept = [...steps, step].filter(({ until }) => until > keepFrom);
  const [first, second, ...rest] = kept;
  if (kept.length <= mostSteps || first === undefined || second === undefined) return kept;
  return [{ amount: Math.min(first.amount, second.amount), until: second.until }, ...rest];
}
