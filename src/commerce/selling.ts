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

/** Of a shop that has written nothing down and is connected with nobody. */
export function usualSelling(shop: ShopFacts): Selling {
  const rules = usualRules(shop);
  return { rules: () => rules, payments: new Map(), carriers: new Map() };
}
