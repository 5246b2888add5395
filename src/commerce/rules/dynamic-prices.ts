import { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';

/** `dynamic-prices.yaml`: prices that move between a floor and a ceiling, by rules that can be read. */
export const dynamicPriceRules = (_shop: ShopFacts) =>
  z.strictObject({
    /** Nothing moves unless it is said. */
    on: z.boolean().default(false),
  });
