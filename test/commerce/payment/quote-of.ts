import type { Quote } from '../../../src/commerce/pricing/quote.ts';
import { noUses, type QuoteInput } from '../../../src/commerce/pricing/quote-input.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { aProduct } from '../../catalog/shelf.ts';
import { facts } from './selling-shop.ts';

/** Two of these at 22.50, with what else is given. */
export function quoteOf(title: string, given: Partial<QuoteInput> = {}, rules = usualRules(facts)): Quote {
  const product = aProduct('coat', { title, price: 2250 });
  const [variant] = product.variants;
  const bare = { destination: null, shipping: null, coupons: [], uses: noUses, fee: null, now: 0 };
  return quoteOrder({ ...bare, lines: [{ product, variant, quantity: 2 }], ...given }, rules, facts);
}
