import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { country, percent } from './amounts.ts';

/** `tax.yaml`: which tax is on what, by where it goes. The first rate that fits counts; none fits: no tax. */
export const taxRules = (_shop: ShopFacts) =>
  z.strictObject({
    prices_include_tax: z.boolean().default(false).describe('yes: the prices in the catalogue have the tax in them.'),
    rates: z
      .array(
        z.strictObject({
          label: z.string().min(1).max(60).describe('What the shopper reads: Sales tax.'),
          percent: percent.describe('8.25; 0 for what is free of tax.'),
          countries: z.array(country).min(1).nullable().default(null),
          regions: z.array(z.string().min(1)).nullable().default(null).describe('States or provinces.'),
          postcodes: z.array(z.string().min(1)).nullable().default(null).describe('Beginnings of postcodes.'),
          categories: z
            .array(z.string().min(1))
            .nullable()
            .default(null)
            .describe('Names of categories, anywhere in a product’s path. Left out: everything.'),
          shipping: z.boolean().default(true).describe('Whether it is on the delivery and on a fee for paying too.'),
        }),
      )
      .max(500)
      .default([]),
  });

export type TaxRate = z.output<ReturnType<typeof taxRules>>['rates'][number];
