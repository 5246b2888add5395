import { type CheckoutDraft, destinationOf } from '../commerce/checkout/draft.ts';
import { servedCountries } from '../commerce/shipping/served-countries.ts';
import type { ActionContext } from './action.ts';

/** Where an address is that names no country: where the shopper has said to be, if the shop delivers there; else the shop's. */
export function countryFor(draft: CheckoutDraft, { shop, rules }: ActionContext): string {
  const said = destinationOf(draft)?.country ?? shop.country;
  const served = servedCountries(rules.shipping);
  return served === null || served.includes(said) ? said : shop.country;
}
