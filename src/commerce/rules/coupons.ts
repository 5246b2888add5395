import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, day, percent } from './amounts.ts';
import { productsMatch } from './prices.ts';

const off = (shop: ShopFacts) => ({
  label: z.string().min(1).max(60),
  percent: percent.optional(),
  amount: amountIn(shop.currency).optional(),
  free_shipping: z.boolean().default(false),
  /** What the goods must cost at least. */
  minimum: amountIn(shop.currency).nullable().default(null),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  /** Goes together with other discounts. */
  combines: z.boolean().default(false),
  ...productsMatch,
});

/** `coupons.yaml`: what comes off with a code, and what comes off by itself. */
export const couponRules = (shop: ShopFacts) =>
  z.strictObject({
    coupons: z
      .array(
        z.strictObject({
          code: z.string().regex(/^[A-Za-z0-9_-]{2,40}$/u, 'may have letters, digits, - and _'),
          ...off(shop),
          once_per_customer: z.boolean().default(false),
          /** Orders it may be used for, all together. */
          uses: z.int().min(1).nullable().default(null),
          /** What it may take off, all orders together. */
          budget: amountIn(shop.currency).nullable().default(null),
        }),
      )
      .max(5_000)
      .default([]),
    promotions: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(60),
          ...off(shop),
          /** Pieces of these products that must be in the cart: 3 for "three for two". */
          pieces: z.int().min(2).nullable().default(null),
          /** Of so many pieces, how many cost nothing (the cheapest). */
          free_pieces: z.int().min(1).nullable().default(null),
        }),
      )
      .max(500)
      .default([]),
  });
