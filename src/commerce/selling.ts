import type { ShopFacts } from '../dialog/book.ts';
import type { PaymentProviders } from './payment/provider.ts';
import { type ShopRules, usualRules } from './rules/shop-rules.ts';
import type { Carriers } from './shipping/carrier.ts';

/** How a shop sells: the merchant's rules as they are now, ways to pay, carriers. */
export interface Selling {
  readonly rules: () => ShopRules;
  readonly payments: PaymentProviders;
  readonly carriers: Carriers;
}

/** Reading rules takes milliseconds, and a turn asks for them at each of its actions. */
const usual = new WeakMap<ShopFacts, Selling>();

/** Of a shop that has written nothing down and is connected with nobody. */
export function usualSelling(shop: ShopFacts): Selling {
  const known = usual.get(shop);
  if (known) return known;
  const rules = usualRules(shop);
  const selling = { rules: () => rules, payments: new Map(), carriers: new Map() };
  usual.set(shop, selling);
  return selling;
}
