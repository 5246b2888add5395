import { expect, it } from 'vitest';
import { type OfferQuestion, offerFor } from '../../../src/commerce/pricing/offer-price.ts';
import { facts, noon, product, rulesOf, usd } from './pricing-shop.ts';

const mug = { id: 'mug', price: 1_000, category: ['Kitchen'], tags: ['Gift'] };
const nobody = { group: null, country: 'US', now: noon };

function offer(
  prices: object,
  asked: Partial<Pick<OfferQuestion, 'group' | 'country' | 'now'>> = {},
  goods: Parameters<typeof product>[0] = mug,
) {
  const made = product(goods);
  return offerFor(made, made.variants[0], { rules: rulesOf({ prices }), shop: facts, ...nobody, ...asked });
}

it('without lists and sales it is the catalogue’s price, with what it was when that was more', () => {
  expect(offer({})).toEqual({ price: usd(1_000) });
  expect(offer({}, {}, { ...mug, was: 1_500 })).toEqual({ price: usd(1_000), was: usd(1_500) });
  expect(offer({}, {}, { ...mug, was: 900 })).toEqual({ price: usd(1_000) });
});

it('of the lists that fit the shopper the first that has the SKU counts', () => {
  const lists = [
    { name: 'Trade', groups: ['trade'], prices: { 'mug-1': 7 } },
    { name: 'Canada', countries: ['CA'], prices: { 'mug-1': 12.5 } },
    { name: 'Trade in Canada', countries: ['CA'], groups: ['trade'], prices: { 'mug-1': 1, 'lamp-1': 2 } },
  ];
  expect(offer({ lists })).toEqual({ price: usd(1_000) });
  expect(offer({ lists }, { country: 'CA' })).toEqual({ price: usd(1_250) });
  expect(offer({ lists }, { country: 'CA', group: 'trade' })).toEqual({ price: usd(700) });
  const lamp = { ...mug, id: 'lamp' };
  expect(offer({ lists }, { country: 'CA', group: 'trade' }, lamp)).toEqual({ price: usd(200) });
  expect(offer({ lists }, { country: 'CA', group: 'friends' }, lamp)).toEqual({ price: usd(1_000) });
});

it('what a SKU is called is never taken for a part of the language', () => {
  const lists = [{ name: 'All', prices: { other: 1 } }];
  const odd = { ...product(mug).variants[0], sku: 'constructor' };
  const question = { rules: rulesOf({ prices: { lists } }), shop: facts, ...nobody };
  expect(offerFor(product(mug), odd, question)).toEqual({ price: usd(1_000) });
});

it('of the sales that run the best for the shopper counts, off the list’s price, and what it was is told', () => {
  const sales = [
    { name: 'ten', percent: 10 },
    { name: 'three', amount: 3, categories: ['kitchen'] },
    { name: 'half', percent: 50, tags: ['sport'] },
  ];
  expect(offer({ sales })).toEqual({ price: usd(700), was: usd(1_000) });
  const lists = [{ name: 'All', prices: { 'mug-1': 50 } }];
  expect(offer({ sales, lists })).toEqual({ price: usd(4_500), was: usd(5_000) });
  expect(offer({ sales: [{ name: 'away', amount: 99 }] })).toEqual({ price: usd(0), was: usd(1_000) });
});

it('a sale runs from the beginning of its first day to the end of its last, in the shop’s time zone', () => {
  const sales = [{ name: 'today', percent: 50, from: '2026-11-22', to: '2026-11-22' }];
  const midnight = Date.UTC(2026, 10, 22, 5);
  const at = (now: number) => offer({ sales }, { now }).price.amount;
  expect([midnight - 1, midnight, midnight + 86_399_999, midnight + 86_400_000].map(at)).toEqual([
    1_000, 500, 500, 1_000,
  ]);
});

it('lists and amounts in another currency than the product’s do not fit it', () => {
  const made = product(mug);
  const euros = { ...made.variants[0], price: { amount: 900, currency: 'EUR' } };
  const prices = {
    lists: [{ name: 'All', prices: { 'mug-1': 1 } }],
    sales: [
      { name: 'five', amount: 5 },
      { name: 'ten', percent: 10 },
    ],
  };
  expect(offerFor(made, euros, { rules: rulesOf({ prices }), shop: facts, ...nobody })).toEqual({
    price: { amount: 810, currency: 'EUR' },
    was: { amount: 900, currency: 'EUR' },
  });
});
