import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, day, percent } from './amounts.ts';
import { inOrder } from './days.ts';
import { productsMatch } from './products-match.ts';

const off = (shop: ShopFacts) => ({
  label: z.string().min(1).max(60).describe('What the shopper reads.'),
  percent: percent.optional(),
  amount: amountIn(shop.currency).optional(),
  free_shipping: z.boolean().default(false).describe('yes: the delivery costs nothing.'),
  methods: z
    .array(z.string().min(1))
    .nullable()
    .default(null)
    .describe('Ways to deliver that free_shipping is about, by their ids. Left out: every one.'),
  minimum: amountIn(shop.currency)
    .nullable()
    .default(null)
    .describe('What the goods it is about must cost at least, before anything comes off.'),
  from: day.nullable().default(null).describe('The first day, in the shop’s time zone.'),
  to: day.nullable().default(null).describe('The last day.'),
  combines: z.boolean().default(false).describe('yes: goes together with other discounts that say so too.'),
  ...productsMatch,
});

const coupon = (shop: ShopFacts) =>
  z
    .strictObject({
      code: z
        .string()
        .regex(/^[A-Za-z0-9_-]{2,40}$/u, 'may have letters, digits, - and _')
        .describe('What the shopper types; capitals do not count.'),
      ...off(shop),
      once_per_customer: z.boolean().default(false),
      uses: z.int().min(1).nullable().default(null).describe('Orders it may be used for, all together.'),
      budget: amountIn(shop.currency).nullable().default(null).describe('What it may take off, all orders together.'),
    })
    .refine((given) => takesOff(given), 'needs percent, amount or free_shipping')
    .refine(methodsFit, { error: 'are about free_shipping: say that too', path: ['methods'] })
    .refine((given) => !(given.percent !== undefined && given.amount), 'needs either percent or amount')
    .refine(inOrder, { error: 'ends before it begins', path: ['to'] });

const promotion = (shop: ShopFacts) =>
  z
    .strictObject({
      name: z.string().min(1).max(60).describe('For you; shoppers read the label.'),
      ...off(shop),
      pieces: z.int().min(2).nullable().default(null).describe('So many of these products must be in the cart.'),
      free_pieces: z
        .int()
        .min(1)
        .nullable()
        .default(null)
        .describe('Of every so many pieces, how many cost nothing: the cheapest.'),
    })
    .refine((given) => takesOff(given), 'needs percent, amount, free_pieces or free_shipping')
    .refine(methodsFit, { error: 'are about free_shipping: say that too', path: ['methods'] })
    .refine((given) => waysOff(given) < 2, 'needs one of percent, amount and free_pieces, not several')
    .refine(({ pieces, free_pieces: free }) => free === null || (pieces !== null && free < pieces), {
      error: 'needs pieces, and more of them: 3 pieces, 1 of them free',
      path: ['free_pieces'],
    })
    .refine(inOrder, { error: 'ends before it begins', path: ['to'] });

interface Off {
  readonly percent?: number | undefined;
  readonly amount?: object | undefined;
  readonly free_pieces?: number | null;
  readonly free_shipping: boolean;
}

function waysOff({ percent, amount, free_pieces: free }: Off): number {
  return [percent, amount, free ?? undefined].filter((given) => given !== undefined).length;
}

function takesOff(given: Off): boolean {
  return given.free_shipping || waysOff(given) > 0;
}

function methodsFit({
  methods,
  free_shipping: free,
}: Pick<Off, 'free_shipping'> & { readonly methods: unknown }): boolean {
  return methods === null || free;
}

/** `coupons.yaml`: what comes off with a code, and what comes off by itself. */
export const couponRules = (shop: ShopFacts) =>
  z.strictObject({
    coupons: z.array(coupon(shop)).max(5_000).default([]).describe('What comes off with a code.'),
    promotions: z.array(promotion(shop)).max(500).default([]).describe('What comes off by itself.'),
  });

export type Coupon = z.output<ReturnType<typeof couponRules>>['coupons'][number];
export type Promotion = z.output<ReturnType<typeof couponRules>>['promotions'][number];

/** Codes are compared so. */
export function couponKey(code: string): string {
  return code.trim().toUpperCase();
}
