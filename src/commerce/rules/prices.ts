import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { amountIn, country, day, percent } from './amounts.ts';
import { inOrder } from './days.ts';
import { productsMatch } from './products-match.ts';

const list = (shop: ShopFacts) =>
  z.strictObject({
    name: z.string().min(1).max(60).describe('For you; shoppers do not see it.'),
    countries: z.array(country).nullable().default(null).describe('For what is sent there.'),
    groups: z.array(z.string().min(1)).nullable().default(null).describe('For customers of these groups.'),
    prices: z.record(z.string(), amountIn(shop.currency)).default({}).describe('SKU: price of one.'),
  });

const sale = (shop: ShopFacts) =>
  z
    .strictObject({
      name: z.string().min(1).max(60),
      from: day.nullable().default(null).describe('The first day, in the shop’s time zone.'),
      to: day.nullable().default(null).describe('The last day.'),
      percent: percent.optional(),
      amount: amountIn(shop.currency).optional(),
      ...productsMatch,
    })
    .refine(
      ({ percent, amount }) => (percent === undefined) !== (amount === undefined),
      'needs either percent or amount',
    )
    .refine(inOrder, { error: 'ends before it begins', path: ['to'] });

/** `prices.yaml`: price lists and sales. */
export const priceRules = (shop: ShopFacts) =>
  z.strictObject({
    lists: z
      .array(list(shop))
      .max(100)
      .default([])
      .describe('Other prices for some. Of the lists that fit a shopper the first that has a SKU counts.'),
    sales: z.array(sale(shop)).max(500).default([]).describe('What costs less for some days.'),
  });

export type PriceRules = z.output<ReturnType<typeof priceRules>>;
