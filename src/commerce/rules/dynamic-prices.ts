import { z } from 'zod';
import { currencyExponent } from '../../catalog/currency.ts';
import type { Money } from '../../catalog/money.ts';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, day, percent } from './amounts.ts';
import { productsMatch } from './products-match.ts';

/** A part of the base price, or an amount. */
export type Bound = { readonly percent: number } | { readonly amount: Money };

/** What becomes of the base price; `competitor`: of the competitor's. */
export type PriceMove =
  | { readonly of: 'base'; readonly percent: number }
  | { readonly of: 'base'; readonly amount: Money }
  | { readonly of: 'competitor'; readonly percent: number };

/** Prices end so: what is left of them when they are divided by `modulus`, in minor units. */
export interface PriceEnding {
  readonly modulus: number;
  readonly rest: number;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `80%`, `80 %`. */
const percentText = z
  .string()
  .regex(/^\s*\d{1,4}(\.\d{1,4})?\s*%\s*$/u, 'is neither a percentage such as 80% nor an amount such as 49.90')
  .transform((text) => ({ percent: Number.parseFloat(text) }));

const bound = (currency: string) =>
  z.union([percentText, amountIn(currency).transform((amount) => ({ amount }))], {
    error: 'is neither a percentage such as 80% nor an amount such as 49.90',
  });

const ends = {
  below: z.int().min(0).optional().describe('Less than so many.'),
  above: z.int().min(0).optional().describe('More than so many.'),
};

function hasEnd({
  below,
  above,
}: {
  readonly below?: number | undefined;
  readonly above?: number | undefined;
}): boolean {
  return below !== undefined || above !== undefined;
}

const time = '([01]\\d|2[0-3]):[0-5]\\d';

const hours = z
  .string()
  .regex(new RegExp(`^${time}-(${time}|24:00)$`, 'u'), 'are not hours such as 18:00-22:00')
  .transform((text) => ({ from: text.slice(0, 5), to: text.slice(6) }))
  .refine(({ from, to }) => from !== to, 'end where they begin');

const when = z
  .strictObject({
    stock: z
      .strictObject(ends)
      .refine(hasEnd, 'needs below or above')
      .optional()
      .describe('Pieces that can be sold. Where you do not count them, this never fits.'),
    sold: z
      .strictObject({ days: z.int().min(1).max(90).describe('The last so many days.'), ...ends })
      .refine(hasEnd, 'needs below or above')
      .optional()
      .describe('Pieces ordered.'),
    weekdays: z.array(z.enum(weekdays)).min(1).optional(),
    hours: hours.optional().describe('By your shop’s clock; 22:00-06:00 goes over midnight.'),
    from: day.optional().describe('The first day.'),
    to: day.optional().describe('The last day, by your shop’s clock.'),
    competitor_cheaper_by: percentText.optional().describe('So much of the base price, or more.'),
  })
  .refine((given) => Object.keys(given).length > 0, 'says nothing; leave it out for a rule that always fits');

const limit = (shop: ShopFacts) =>
  z.strictObject({
    ...productsMatch,
    floor: bound(shop.currency).optional(),
    ceiling: bound(shop.currency).optional(),
  });

const priceRule = (shop: ShopFacts) =>
  z.strictObject({
    name: z.string().min(1).max(60).describe('For you, in the list of changes.'),
    ...productsMatch,
    when: when.optional().describe('All of it must hold; left out: always.'),
    change: moveIn(shop.currency).describe('+5%, -10%, -2.50, competitor, competitor - 1%.'),
  });

/** `dynamic-prices.yaml`: prices that move between a floor and a ceiling, by rules that can be read. */
export const dynamicPriceRules = (shop: ShopFacts) =>
  z
    .strictObject({
      on: z.boolean().default(false).describe('Nothing moves unless it is said.'),
      every_minutes: z.int().min(1).max(1_440).default(15).describe('How often prices are looked at.'),
      hold_hours: z
        .number()
        .min(0)
        .max(168)
        .default(24)
        .describe('How long a shopper keeps, in one conversation, the best price since they were first shown one.'),
      ...productsMatch,
      floor: bound(shop.currency).default({ percent: 80 }).describe('Never below: 80% of the base price, or 49.90.'),
      ceiling: bound(shop.currency).default({ percent: 120 }).describe('Never above.'),
      limits: z.array(limit(shop)).max(5_000).default([]).describe('Others for some products: the first that fits.'),
      most_change_per_day: percent
        .nullable()
        .default(10)
        .describe('Percent of the base price, up or down, in one day.'),
      ending: endingIn(shop.currency).nullable().default(null).describe('0.99: prices such as 12.99.'),
      competitor_attribute: z
        .string()
        .min(1)
        .max(200)
        .default('competitor_price')
        .describe('The column of your products with a competitor’s price.'),
      rules: z.array(priceRule(shop)).max(200).default([]).describe('The first that fits counts.'),
    })
    .refine(({ floor, ceiling }) => inOrder(floor, ceiling), { path: ['floor'], error: 'is above the ceiling' })
    .superRefine((all, context) => {
      all.limits.forEach((one, index) => {
        if (inOrder(one.floor ?? all.floor, one.ceiling ?? all.ceiling)) return;
        context.addIssue({ code: 'custom', path: ['limits', index], message: 'has its floor above its ceiling' });
      });
    });

export type DynamicPriceRules = z.output<ReturnType<typeof dynamicPriceRules>>;
export type PriceRule = DynamicPriceRules['rules'][number];

/** A percentage and an amount can only be compared once there is a price. */
function inOrder(floor: Bound, ceiling: Bound): boolean {
  if ('percent' in floor && 'percent' in ceiling) return floor.percent <= ceiling.percent;
  if ('amount' in floor && 'amount' in ceiling) return floor.amount.amount <= ceiling.amount.amount;
  return true;
}

/** `0.99`: 12.99; `9.99`: 19.99, 29.99; where there are no cents `80`: 1280. */
function endingIn(currency: string) {
  return amountIn(currency)
    .refine(({ amount }) => amount < 1_000_000, 'is no ending')
    .transform(({ amount: rest }): PriceEnding => {
      const unit = 10 ** currencyExponent(currency);
      const digits = rest < unit ? 0 : String(Math.floor(rest / unit)).length;
      return { rest, modulus: unit * 10 ** digits };
    });
}

const moveWords = /^([+-])\s*(\d{1,9}(?:\.\d{1,4})?)\s*(%?)$/u;
const competitorWords = /^(?:to\s+)?competitor(?:\s*(\+|-|plus|minus)\s*(\d{1,2}(?:\.\d{1,4})?)\s*%)?$/u;
const moveHelp = 'is not a change such as +5%, -10%, -2.50 or competitor - 1%';

/** `+5%`, `-10 %`, `-2.50`, `competitor`, `competitor - 1%`, `to competitor minus 1 %`. */
function moveIn(currency: string) {
  return z.union([z.string(), z.number()], moveHelp).transform((given, context): PriceMove => {
    // YAML reads -2.50 and +2.50 as numbers.
    const words = typeof given === 'number' ? `${given < 0 ? '' : '+'}${given}` : given.trim().toLowerCase();
    const move = competitorMove(words) ?? baseMove(words, currency);
    if (move !== null) return move;
    context.issues.push({ code: 'custom', message: moveHelp, input: given });
    return z.NEVER;
  });
}

function competitorMove(words: string): PriceMove | null {
  const [match, sign, number = '0'] = competitorWords.exec(words) ?? [];
  if (match === undefined) return null;
  return { of: 'competitor', percent: sign === '-' || sign === 'minus' ? -Number(number) : Number(number) };
}

function baseMove(words: string, currency: string): PriceMove | null {
  const [, sign, number = '', unit] = moveWords.exec(words) ?? [];
  if (sign === undefined) return null;
  const signed = sign === '-' ? -1 : 1;
  if (unit === '%') return Number(number) > 1_000 ? null : { of: 'base', percent: signed * Number(number) };
  const amount = amountIn(currency).safeParse(Number(number));
  return amount.success ? { of: 'base', amount: { amount: signed * amount.data.amount, currency } } : null;
}
