import { shippingRules } from '../../../src/commerce/rules/shipping.ts';
import type { DeliveryQuestion } from '../../../src/commerce/shipping/delivery-options.ts';
import type { ShopFacts } from '../../../src/dialog/book.ts';

export const shop: ShopFacts = {
  name: 'Test shop',
  locale: 'en',
  currency: 'USD',
  country: 'US',
  timeZone: 'America/New_York',
};

/** As a merchant writes them. */
export const rulesOf = (written: unknown) => ({ shipping: shippingRules(shop).parse(written) });

export const dollars = (amount: number) => ({ amount: Math.round(amount * 100), currency: 'USD' });

export const to = (country: string, postcode: string | null = null, region: string | null = null) => ({
  country,
  postcode,
  region,
});

/** A question with everything that is not asked about filled in: a Monday morning in New York. */
export function question(written: unknown, given: Partial<DeliveryQuestion> = {}): DeliveryQuestion {
  const now = Date.parse('2026-11-23T10:00:00-05:00');
  return { rules: rulesOf(written), shop, destination: to('US', '10001'), goods: dollars(20), now, ...given };
}
