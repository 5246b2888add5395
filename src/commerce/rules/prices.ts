import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country, day, percent } from './amounts.ts';

/** What a rule is about; all that is given must fit. */
export const productsMatch = {
  products: z.array(z.string().min(1)).nullable().default(null).describe('Ids or SKUs.'),
  categories: z.array(z.string().min(1)).nullable().default(null),
  tags: z.array(z.string().min(1)).nullable().default(null),
};

/** `prices.yaml`: price lists and sales. */
export const priceRules = (shop: ShopFacts) =>
  z.strictObject({
    /** Other prices for some: the first list that fits a shopper counts for the products in it. */
    lists: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(60),
          countries: z.array(country).nullable().default(null),
          /** Groups that a merchant puts customers into (`group` on the customer). */
          groups: z.array(z.string().min(1)).nullable().default(null),
          /** SKU → price of one. */
          prices: z.record(z.string(), amountIn(shop.currency)).default({}),
        }),
      )
      .max(100)
      .default([]),
    sales: z
      .array(
        z
          .strictObject({
            name: z.string().min(1).max(60),
            from: day.nullable().default(null),
            /** The last day, in the shop's time zone. */
            to: day.nullable().default(null),
            percent: percent.optional(),
            amount: amountIn(shop.currency).optional(),
            ...productsMatch,
          })
          .refine(
            (sale) => (sale.percent === undefined) !== (sale.amount === undefined),
            'needs either percent or amount',
          ),
      )
      .max(500)
      .default([]),
  });
