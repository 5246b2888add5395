import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';

const schema = z.strictObject({
  places: z
    .array(z.string().regex(/^[a-z0-9-]{1,40}$/u, 'may have a-z, 0-9 and -'))
    .min(1, 'has no place at all')
    .max(100)
    .refine((places) => new Set(places).size === places.length, 'has the same place twice')
    .default(['main'])
    .describe('In the order in which orders are served from them; the first is where imported pieces are.'),
  low_at: z.int().min(0).nullable().default(3).describe('So many pieces or fewer are low; null: nobody is warned.'),
});

/** `stock.yaml`: where things are, and when the shop is warned. */
export const stockRules = (_shop: ShopFacts) => schema;

export type StockRules = z.output<ReturnType<typeof stockRules>>;

/** Of a shop that has written nothing down. */
export const usualStock: StockRules = schema.parse({});
