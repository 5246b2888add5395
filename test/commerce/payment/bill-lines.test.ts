import { describe, expect, it } from 'vitest';
import { billLines } from '../../../src/commerce/payment/bill-lines.ts';
import { couponRules } from '../../../src/commerce/rules/coupons.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { taxRules } from '../../../src/commerce/rules/tax.ts';
import { quoteOf } from './quote-of.ts';
import { facts, waitingOrder } from './selling-shop.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const rules = {
  ...usualRules(facts),
  tax: taxRules(facts).parse({ rates: [{ label: 'Sales tax', percent: 10 }] }),
  coupons: couponRules(facts).parse({ coupons: [{ code: 'FIVE', label: 'Coupon FIVE', amount: 5 }] }),
};
const shipping = { method: 'standard', label: 'Standard', price: usd(490) };
const fee = { label: 'Cash on delivery', price: usd(300) };
const destination = { country: 'US', region: 'CA', postcode: '94107' };

describe('the lines of a bill', () => {
  it('are the goods, what comes on top and what comes off, and add up', () => {
    const quote = quoteOf('Wool coat', { shipping, fee, destination, coupons: ['FIVE'] }, rules);
    const lines = billLines(waitingOrder(0, { quote, total: quote.total }), quote.total);
    expect(lines.map(({ label, quantity }) => `${quantity} ${label}`)).toEqual([
      '2 Wool coat',
      '1 Standard',
      '1 Cash on delivery',
      expect.stringMatching(/^1 .*FIVE/u),
      '1 Sales tax',
    ]);
    expect(lines.reduce((sum, { total }) => sum + total.amount, 0)).toBe(quote.total.amount);
    expect(lines.some(({ total }) => total.amount < 0)).toBe(true);
  });

  it('are one where a part is paid already, and where the order came without a quote', () => {
    const quote = quoteOf('Wool coat');
    const one = (amount: number) => [{ label: '#12345674', quantity: 1, total: usd(amount) }];
    expect(billLines(waitingOrder(0, { quote, total: quote.total }), usd(1500))).toEqual(one(1500));
    expect(billLines(waitingOrder(0), usd(4500))).toEqual(one(4500));
  });
});
