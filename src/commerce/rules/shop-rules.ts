import type { z } from 'zod';
import type { ShopFacts } from '../../dialog/book.ts';
import { couponRules } from './coupons.ts';
import { dynamicPriceRules } from './dynamic-prices.ts';
import { labelRules } from './labels.ts';
import { orderRules } from './orders.ts';
import { paymentRules } from './payment.ts';
import { priceRules } from './prices.ts';
import { shippingRules } from './shipping.ts';
import { stockRules } from './stock.ts';
import { taxRules } from './tax.ts';

/** One file each in the merchant's `shop` folder, `{topic}.yaml`; a file that is not there means its defaults. */
export const topics = {
  tax: taxRules,
  prices: priceRules,
  coupons: couponRules,
  shipping: shippingRules,
  payment: paymentRules,
  orders: orderRules,
  stock: stockRules,
  'dynamic-prices': dynamicPriceRules,
  labels: labelRules,
} as const;

export type Topic = keyof typeof topics;

/** How the shop sells: what a merchant has written down, checked and complete. */
export type ShopRules = { readonly [T in Topic]: z.output<ReturnType<(typeof topics)[T]>> };

/** How a shop sells that has written nothing down. */
export function usualRules(shop: ShopFacts): ShopRules {
  const usual = Object.entries(topics).map(([topic, rules]) => [topic, rules(shop).parse({})]);
  return Object.fromEntries(usual) as ShopRules;
}
