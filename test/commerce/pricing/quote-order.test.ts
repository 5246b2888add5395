import { describe, expect, it } from 'vitest';
import { MoneyMixed } from '../../../src/commerce/money/as-dinero.ts';
import { line, newYork, noon, quote, standard, usd } from './pricing-shop.ts';

const shirt = { id: 'shirt', price: 2_000, category: ['Apparel', 'Shirts'] };
const mug = { id: 'mug', price: 1_000, was: 1_250, tags: ['gift'] };
const coupon = (given: object) => ({ coupons: { coupons: [{ code: 'TEN', label: 'Ten', ...given }] } });
const promotion = (given: object) => ({ coupons: { promotions: [{ name: 'promo', label: 'Promo', ...given }] } });

describe('a quote', () => {
  it('without rules is the goods and the delivery', () => {
    const { lines, subtotal, total, explanation } = quote(
      {},
      { lines: [line(shirt, 2), line(mug)], shipping: standard },
    );
    expect(lines[1]).toMatchObject({ sku: 'mug-1', unit: usd(1_000), list: usd(1_250), total: usd(1_000) });
    expect({ subtotal, total }).toEqual({ subtotal: usd(5_000), total: usd(5_490) });
    expect(explanation).toEqual([
      { label: '2 × shirt', amount: usd(4_000) },
      { label: 'mug', amount: usd(1_000) },
      { label: 'Standard', amount: usd(490) },
    ]);
  });

  it('of nothing is nothing, in the shop’s currency', () => {
    expect(quote({}, { lines: [] })).toMatchObject({ total: usd(0), lines: [], explanation: [] });
  });

  it('has the fee for a way to pay as a line of its own', () => {
    const fee = { label: 'Cash on delivery', price: usd(300) };
    const { explanation, charges } = quote({}, { lines: [line(mug)], fee });
    expect(explanation.at(-1)).toEqual({ label: 'Cash on delivery', amount: usd(300) });
    expect(charges).toMatchObject([{ kind: 'fee', price: usd(300), tax: usd(0) }]);
  });

  it('of goods in another currency than the delivery is a defect that a person sees', () => {
    const shipping = { ...standard, price: { amount: 490, currency: 'EUR' } };
    expect(() => quote({}, { lines: [line(mug)], shipping })).toThrow(MoneyMixed);
  });
});

describe('a coupon', () => {
  it('takes a percentage off, shared out to the lines', () => {
    const { discounts, lines, total } = quote(coupon({ percent: 10 }), {
      lines: [line(shirt), line({ id: 'pen', price: 333 })],
      coupons: [' ten '],
    });
    expect(discounts).toEqual([{ kind: 'coupon', id: 'TEN', label: 'Ten', amount: usd(233), off: 'goods' }]);
    expect(lines.map(({ discount }) => discount.amount)).toEqual([200, 33]);
    expect(total).toEqual(usd(2_100));
  });

  it('of an amount takes off no more than there is', () => {
    const { total, discounts } = quote(coupon({ amount: 50 }), { lines: [line(mug)], coupons: ['TEN'] });
    expect({ total, off: discounts[0]?.amount }).toEqual({ total: usd(0), off: usd(1_000) });
  });

  it('can make the delivery free, and is accepted before the delivery is known', () => {
    const rules = coupon({ free_shipping: true });
    const known = quote(rules, { lines: [line(mug)], coupons: ['TEN'], shipping: standard });
    expect(known.discounts).toMatchObject([{ off: 'shipping', amount: usd(490) }]);
    expect(known.total).toEqual(usd(1_000));
    const early = quote(rules, { lines: [line(mug)], coupons: ['TEN'] });
    expect(early).toMatchObject({ discounts: [], acceptedCoupons: ['TEN'], refusedCoupons: [] });
  });

  it('is about the products, categories and tags that it names', () => {
    for (const [match, off] of [
      [{ products: ['mug'] }, 100],
      [{ products: ['shirt-1'] }, 200],
      [{ categories: ['shirts'] }, 200],
      [{ tags: ['GIFT'] }, 100],
    ] as const) {
      const found = quote(coupon({ percent: 10, ...match }), { lines: [line(shirt), line(mug)], coupons: ['TEN'] });
      expect(found.discounts[0]?.amount).toEqual(usd(off));
    }
  });

  it.each([
    ['unknown', {}, { coupons: ['NOPE'] }],
    ['not-yet', { from: '2026-11-23' }, {}],
    ['expired', { to: '2026-11-21' }, {}],
    ['minimum', { minimum: 30.01 }, {}],
    ['not-these', { products: ['lamp'] }, {}],
    ['used', { once_per_customer: true }, { uses: new Map([['TEN', { times: 0, taken: 0, byCustomer: 1 }]]) }],
    ['used', { uses: 3 }, { uses: new Map([['TEN', { times: 3, taken: 0, byCustomer: 0 }]]) }],
    ['spent', { budget: 10 }, { uses: new Map([['TEN', { times: 3, taken: 1_000, byCustomer: 0 }]]) }],
    ['spent', { budget: 10 }, { uses: new Map([['TEN', { times: 3, taken: 701, byCustomer: 0 }]]) }],
  ] as const)('is refused with the word why: %s %j', (why, given, input) => {
    const found = quote(coupon({ percent: 10, ...given }), {
      lines: [line(shirt), line(mug)],
      coupons: ['TEN'],
      ...input,
    });
    expect(found.refusedCoupons).toMatchObject([{ why }]);
    expect(found.total).toEqual(usd(3_000));
    expect(found.refusedCoupons[0]?.minimum).toEqual(why === 'minimum' ? usd(3_001) : null);
  });

  it('counts from its first day to the end of its last in the shop’s time zone', () => {
    const on = (now: number) =>
      quote(coupon({ percent: 10, from: '2026-11-22', to: '2026-11-22' }), {
        lines: [line(mug)],
        coupons: ['TEN'],
        now,
      });
    const midnight = Date.UTC(2026, 10, 22, 5);
    expect(on(midnight - 1).refusedCoupons).toMatchObject([{ why: 'not-yet' }]);
    expect(on(midnight).refusedCoupons).toEqual([]);
    expect(on(midnight + 86_400_000 - 1).refusedCoupons).toEqual([]);
    expect(on(midnight + 86_400_000).refusedCoupons).toMatchObject([{ why: 'expired' }]);
  });

  it('given twice counts once', () => {
    const found = quote(coupon({ percent: 10, combines: true }), { lines: [line(mug)], coupons: ['TEN', 'ten'] });
    expect(found).toMatchObject({ total: usd(900), acceptedCoupons: ['TEN'], refusedCoupons: [] });
  });
});

describe('several discounts', () => {
  const two = (combines: boolean) => ({
    coupons: {
      coupons: [
        { code: 'HALF', label: 'Half', percent: 50, combines },
        { code: 'FIVE', label: 'Five', amount: 5, combines },
      ],
    },
  });

  it('come off one after the other when they may be combined, in whatever order they are given', () => {
    const found = quote(two(true), { lines: [line(shirt)], coupons: ['FIVE', 'HALF'] });
    expect(found.discounts.map(({ id, amount }) => [id, amount.amount])).toEqual([
      ['HALF', 1_000],
      ['FIVE', 500],
    ]);
    const turned = quote(two(true), { lines: [line(shirt)], coupons: ['HALF', 'FIVE'] });
    expect({ ...turned, acceptedCoupons: ['FIVE', 'HALF'] }).toEqual(found);
  });

  it('that may not be combined: the one that takes off most', () => {
    const found = quote(two(false), { lines: [line(shirt)], coupons: ['FIVE', 'HALF'] });
    expect(found.total).toEqual(usd(1_000));
    expect(found.refusedCoupons).toEqual([{ code: 'FIVE', why: 'not-together', minimum: null }]);
  });

  it('that take off as much: no coupon is used up in vain', () => {
    const rules = {
      coupons: {
        coupons: [{ code: 'TEN', label: 'Ten', percent: 10 }],
        promotions: [{ name: 'sunday', label: 'Sunday', percent: 10 }],
      },
    };
    const found = quote(rules, { lines: [line(shirt)], coupons: ['TEN'] });
    expect(found.discounts).toMatchObject([{ kind: 'promotion' }]);
    expect(found.refusedCoupons).toMatchObject([{ why: 'not-together' }]);
  });

  it('leave out a coupon whose budget does not reach, and choose again', () => {
    const rules = {
      coupons: {
        coupons: [
          { code: 'BIG', label: 'Big', percent: 50, budget: 5 },
          { code: 'SMALL', label: 'Small', percent: 5 },
        ],
      },
    };
    const found = quote(rules, { lines: [line(shirt)], coupons: ['BIG', 'SMALL'] });
    expect(found.acceptedCoupons).toEqual(['SMALL']);
    expect(found.refusedCoupons).toMatchObject([{ code: 'BIG', why: 'spent' }]);
  });
});

describe('a promotion', () => {
  it('makes the cheapest pieces free: three for two', () => {
    const rules = promotion({ pieces: 3, free_pieces: 1, categories: ['Shirts'] });
    const cheap = { id: 'cheap', price: 500, category: ['Shirts'] };
    const three = quote(rules, { lines: [line(shirt, 2), line(cheap), line(mug, 5)] });
    expect(three.discounts).toMatchObject([{ kind: 'promotion', id: 'promo', amount: usd(500) }]);
    expect(three.lines.map(({ discount }) => discount.amount)).toEqual([0, 500, 0]);
    expect(quote(rules, { lines: [line(shirt, 2)] }).discounts).toEqual([]);
    expect(quote(rules, { lines: [line(shirt, 5), line(cheap)] }).discounts[0]?.amount).toEqual(usd(2_500));
  });

  it('gives no piece free that another has given free already', () => {
    const free = (name: string) => ({ name, label: name, pieces: 2, free_pieces: 1, combines: true });
    const rules = { coupons: { promotions: [free('one'), free('two')] } };
    const [many, single] = [line({ id: 'a', price: 999 }, 4), line({ id: 'b', price: 999 })];
    const totals = [
      [many, single],
      [single, many],
    ].map((lines) => quote(rules, { lines }).total.amount);
    expect(totals).toEqual([1_998, 1_998]);
  });

  it('from so many pieces on takes its percentage off', () => {
    const rules = promotion({ pieces: 2, percent: 25 });
    expect(quote(rules, { lines: [line(mug)] }).total).toEqual(usd(1_000));
    expect(quote(rules, { lines: [line(mug, 2)] }).total).toEqual(usd(1_500));
  });

  it('makes the delivery free from a minimum on', () => {
    const rules = promotion({ free_shipping: true, minimum: 50 });
    expect(quote(rules, { lines: [line(shirt, 2)], shipping: standard }).total).toEqual(usd(4_490));
    expect(quote(rules, { lines: [line(shirt, 3)], shipping: standard }).total).toEqual(usd(6_000));
  });
});

it('free delivery can be kept to some ways to deliver', () => {
  const rules = promotion({ free_shipping: true, methods: ['standard'] });
  const express = { method: 'express', label: 'Express', price: usd(1_290) };
  expect(quote(rules, { lines: [line(mug)], shipping: standard }).total).toEqual(usd(1_000));
  expect(quote(rules, { lines: [line(mug)], shipping: express }).total).toEqual(usd(2_290));
});

describe('tax', () => {
  const rate = { label: 'Sales tax', percent: 8.875, countries: ['US'], regions: ['New York'] };

  it('comes on top, rounded once for each line, after the discount', () => {
    const rules = { tax: { rates: [rate] }, ...coupon({ percent: 10 }) };
    const found = quote(rules, {
      lines: [line(shirt), line(mug)],
      coupons: ['TEN'],
      shipping: standard,
      destination: newYork,
    });
    expect(found.lines.map(({ tax }) => tax.amount)).toEqual([160, 80]);
    expect(found.charges[0]?.tax).toEqual(usd(43));
    expect(found.taxes).toEqual([
      { label: 'Sales tax', percent: 8.875, base: usd(3_190), amount: usd(283), included: false },
    ]);
    expect(found.explanation.at(-1)).toEqual({ label: 'Sales tax 8.875%', amount: usd(283) });
    expect(found.total).toEqual(usd(3_473));
  });

  it('is not known before the place is', () => {
    expect(quote({ tax: { rates: [rate] } }, { lines: [line(mug)] }).taxes).toEqual([]);
  });

  it('in the prices is told and is no part of the sum; before the place is known it is the home country’s', () => {
    const rules = {
      tax: {
        prices_include_tax: true,
        rates: [
          { label: 'Books', percent: 7, categories: ['Books'] },
          { label: 'VAT', percent: 19, countries: ['US'] },
        ],
      },
    };
    const book = { id: 'book', price: 1_070, category: ['Books'] };
    const found = quote(rules, { lines: [line(book), line({ id: 'pen', price: 1_190 })], shipping: standard });
    expect(found.taxes).toEqual([
      { label: 'Books', percent: 7, base: usd(1_070), amount: usd(70), included: true },
      { label: 'VAT', percent: 19, base: usd(1_680), amount: usd(268), included: true },
    ]);
    expect(found.total).toEqual(usd(2_750));
    expect(found.explanation.map(({ label }) => label)).toEqual(['book', 'pen', 'Standard']);
  });

  it('is the first rate’s that fits the place and the goods', () => {
    const rules = {
      tax: {
        rates: [
          { label: 'City', percent: 10, countries: ['US'], postcodes: ['100'], shipping: false },
          { label: 'State', percent: 4, countries: ['US'], regions: ['NY'] },
        ],
      },
    };
    const to = (postcode: string | null) =>
      quote(rules, { lines: [line(mug)], shipping: standard, destination: { country: 'US', region: 'NY', postcode } });
    expect(to('10001')).toMatchObject({ total: usd(1_590), charges: [{ tax: usd(0) }] });
    expect(to('14201').total).toEqual(usd(1_550));
    expect(
      quote(rules, { lines: [line(mug)], destination: { country: 'CA', region: null, postcode: null } }).taxes,
    ).toEqual([]);
  });
});

it('the same question has the same answer', () => {
  const ask = () => quote(coupon({ percent: 10 }), { lines: [line(shirt)], coupons: ['TEN'], now: noon });
  expect(ask()).toEqual(ask());
});
