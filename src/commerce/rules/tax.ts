import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { country, percent } from './amounts.ts';

/** `tax.yaml`: which tax is on what, by where it goes. The first rate that fits counts; none fits: no tax. */
export const taxRules = (_shop: ShopFacts) =>
  z.strictObject({
    /** Whether the prices in the catalogue have the tax in them. */
    prices_include_tax: z.boolean().default(false),
    rates: z
      .array(
        z.strictObject({
          label: z.string().min(1).max(60),
          percent,
          countries: z.array(country).min(1).nullable().default(null),
          /** States or provinces, as an address has them; of these countries. */
          regions: z.array(z.string().min(1)).nullable().default(null),
          /** Beginnings of postcodes. */
          postcodes: z.array(z.string().min(1)).nullable().default(null),
          /** Names of categories, anywhere in a product's path; `null`: everything. */
          categories: z.array(z.string().min(1)).nullable().default(null),
          /** Whether it is on delivery too. */
          shipping: z.boolean().default(true),
        }),
      )
      .max(500)
      .default([]),
  });
