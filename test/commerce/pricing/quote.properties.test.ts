import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Money } from '../../../src/catalog/money.ts';
import { paidForCharge, paidForLine, refundFor } from '../../../src/commerce/pricing/paid-for.ts';
import type { Quote } from '../../../src/commerce/pricing/quote.ts';
import { noUses, type QuoteInput } from '../../../src/commerce/pricing/quote-input.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import type { ShopRules } from '../../../src/commerce/rules/shop-rules.ts';
import { facts, line, newYork, noon, rulesOf, type Written } from './pricing-shop.ts';

const runs = { numRuns: 250 };
const mostly = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: other });
const categories = ['Shirts', 'Books', 'Mugs'] as const;
const cents = (max: number) => fc.integer({ min: 0, max });
/** As a merchant writes amounts. */
const written = (max: number) => cents(max).map((amount) => amount / 100);
const percents = fc.constantFrom(0, 0.0001, 5, 8.875, 10, 19, 33.3333, 50, 99.99, 100);
const about = fc.constantFrom({}, { categories: ['Shirts'] }, { categories: ['Books', 'Mugs'] }, { products: ['p1'] });

const offs = fc.oneof(
  percents.map((percent) => ({ percent })),
  written(8_000).map((amount) => ({ amount })),
  fc.constant({ free_shipping: true }),
  percents.map((percent) => ({ percent, free_shipping: true })),
);
const conditions = fc.record({
  combines: fc.constantFrom(true, true, true, false),
  minimum: fc.option(mostly(written(5_000), written(50_000)), { freq: 2 }),
  match: about,
});
const coupon = fc.record({ off: offs, conditions, budget: fc.option(written(3_000), { freq: 2 }) });
const pieces = fc.record({ of: fc.integer({ min: 2, max: 4 }), free: fc.integer({ min: 1, max: 3 }) });
const promotion = fc.record({
  off: fc.oneof(
    offs,
    pieces.map(({ of, free }) => ({ pieces: of, free_pieces: Math.min(free, of - 1) })),
  ),
  conditions,
});
const rate = fc.record({
  percent: percents,
  shipping: fc.boolean(),
  categories: fc.option(fc.subarray([...categories], { minLength: 1 }), { freq: 2 }),
});

const rules = fc
  .record({
    coupons: fc.array(coupon, { minLength: 1, maxLength: 4, size: 'max' }),
    promotions: fc.array(promotion, { maxLength: 3, size: 'max' }),
    rates: mostly(fc.array(rate, { minLength: 1, maxLength: 3, size: 'max' }), fc.constant<never[]>([])),
    included: fc.boolean(),
  })
  .map((given): Written => {
    const flat = ({ match, minimum, combines }: { match: object; minimum: number | null; combines: boolean }) => ({
      ...match,
      minimum,
      combines,
    });
    return {
      tax: {
        prices_include_tax: given.included,
        rates: given.rates.map((each, index) => ({ ...each, label: `Tax ${index}` })),
      },
      coupons: {
        coupons: given.coupons.map(({ off, conditions: when, budget }, index) => ({
          code: `CODE${index}`,
          label: `Code ${index}`,
          ...off,
          ...flat(when),
          budget,
        })),
        promotions: given.promotions.map(({ off, conditions: when }, index) => ({
          name: `promo ${index}`,
          label: `Promo ${index}`,
          ...off,
          ...flat(when),
        })),
      },
    };
  });

const goods = fc.record({
  price: fc.oneof(cents(20_000), fc.constantFrom(0, 1, 333, 999)),
  quantity: fc.integer({ min: 1, max: 7 }),
  category: fc.constantFrom(...categories),
});

const codes = ['CODE0', 'code1', 'CODE2', 'CODE3', 'NOPE'];

const inputs = fc
  .record({
    goods: mostly(fc.array(goods, { minLength: 1, maxLength: 5, size: 'max' }), fc.constant<never[]>([])),
    shipping: fc.option(cents(2_000)),
    fee: fc.option(cents(500)),
    known: mostly(fc.constant(true), fc.constant(false)),
    codes: fc.oneof(fc.shuffledSubarray(codes), fc.shuffledSubarray(codes, { minLength: 2 })),
  })
  .map(
    ({ goods: all, shipping, fee, known, codes: coupons }): QuoteInput => ({
      lines: all.map(({ price, quantity, category }, index) =>
        line({ id: `p${index}`, price, category: [category] }, quantity),
      ),
      destination: known ? newYork : null,
      shipping: shipping === null ? null : { method: 'standard', label: 'Standard', price: usd(shipping) },
      coupons,
      uses: noUses,
      fee: fee === null ? null : { label: 'Fee', price: usd(fee) },
      now: noon,
    }),
  );

const questions = fc.record({ rules: rules.map(rulesOf), input: inputs });
/** Everything for nothing, to who has the code. */
const gift = { code: 'CODE0', label: 'Gift', percent: 100, combines: true };
const giving = rules.map((given) => ({ ...given, coupons: { coupons: [gift] } }));

const usd = (amount: number): Money => ({ amount, currency: 'USD' });
const sum = (amounts: readonly Money[]) => amounts.reduce((all, { amount }) => all + amount, 0);
const ask = ({ rules: written_, input }: { readonly rules: ShopRules; readonly input: QuoteInput }) =>
  quoteOrder(input, written_, facts);

/** What tests count, so that none passes by never meeting what it is about. */
const counting = (...names: readonly string[]) => {
  const reached = new Map(names.map((name) => [name, 0]));
  return {
    saw: (name: string, really: boolean) => reached.set(name, (reached.get(name) ?? 0) + Number(really)),
    expectAll: (least: number) => {
      for (const [name, times] of reached) expect({ name, enough: times >= least }).toEqual({ name, enough: true });
    },
  };
};

it('lines, discounts, charges and taxes add up exactly to the total, line by line', () => {
  const seen = counting('discounted', 'shipping off', 'taxed on top', 'tax included', 'several discounts');
  fc.assert(
    fc.property(questions, (question) => {
      const quote = ask(question);
      const onTop = quote.taxes.filter(({ included }) => !included);
      for (const each of quote.lines) expect(each.total.amount).toBe(each.unit.amount * each.quantity);
      expect(quote.subtotal.amount).toBe(sum(quote.lines.map(({ total }) => total)));
      expect(sum(quote.discounts.filter(({ off }) => off === 'goods').map(({ amount }) => amount))).toBe(
        sum(quote.lines.map(({ discount }) => discount)),
      );
      expect(sum(quote.discounts.filter(({ off }) => off === 'shipping').map(({ amount }) => amount))).toBe(
        sum(quote.charges.map(({ discount }) => discount)),
      );
      expect(sum(quote.taxes.map(({ amount }) => amount))).toBe(
        sum([...quote.lines, ...quote.charges].map(({ tax }) => tax)),
      );
      expect(quote.total.amount).toBe(sum(quote.explanation.map(({ amount }) => amount)));
      expect(quote.total.amount).toBe(
        quote.subtotal.amount -
          sum(quote.discounts.map(({ amount }) => amount)) +
          sum(quote.charges.map(({ price }) => price)) +
          sum(onTop.map(({ amount }) => amount)),
      );
      seen.saw('discounted', sum(quote.lines.map(({ discount }) => discount)) > 0);
      seen.saw(
        'shipping off',
        quote.discounts.some(({ off }) => off === 'shipping'),
      );
      seen.saw('taxed on top', sum(onTop.map(({ amount }) => amount)) > 0);
      seen.saw(
        'tax included',
        quote.taxes.some(({ included, amount }) => included && amount.amount > 0),
      );
      seen.saw('several discounts', new Set(quote.discounts.map(({ id }) => id)).size > 1);
    }),
    runs,
  );
  seen.expectAll(15);
});

it('nothing ever costs less than nothing, and no discount takes more than there is', () => {
  const seen = counting('free goods', 'a line wholly discounted');
  fc.assert(
    fc.property(fc.oneof(questions, fc.record({ rules: giving.map(rulesOf), input: inputs })), (question) => {
      const quote = ask(question);
      expect(quote.total.amount).toBeGreaterThanOrEqual(0);
      for (const { discount, total, tax } of quote.lines) {
        expect(discount.amount).toBeGreaterThanOrEqual(0);
        expect(discount.amount).toBeLessThanOrEqual(total.amount);
        expect(tax.amount).toBeGreaterThanOrEqual(0);
        seen.saw('a line wholly discounted', total.amount > 0 && discount.amount === total.amount);
      }
      for (const { discount, price } of quote.charges) expect(discount.amount).toBeLessThanOrEqual(price.amount);
      for (const { amount } of quote.discounts) expect(amount.amount).toBeGreaterThan(0);
      seen.saw(
        'free goods',
        quote.subtotal.amount > 0 && sum(quote.lines.map((each) => paidForLine(each, quote))) === 0,
      );
    }),
    runs,
  );
  seen.expectAll(5);
});

it('the order in which coupons are given and lines are put in the cart changes no total', () => {
  const seen = counting('several codes', 'several lines');
  fc.assert(
    fc.property(questions, fc.gen(), (question, gen) => {
      const { input } = question;
      const shuffled = <Item>(items: readonly Item[]): Item[] =>
        items.length === 0 ? [] : gen(fc.shuffledSubarray<Item>, [...items], { minLength: items.length });
      const other = { ...input, coupons: shuffled(input.coupons) };
      const [one, two] = [ask(question), ask({ ...question, input: other })];
      const byCode = (quote: Quote) => [...quote.refusedCoupons].sort((a, b) => a.code.localeCompare(b.code));
      expect({ ...two, refusedCoupons: byCode(two), acceptedCoupons: [...two.acceptedCoupons].sort() }).toEqual({
        ...one,
        refusedCoupons: byCode(one),
        acceptedCoupons: [...one.acceptedCoupons].sort(),
      });
      const turned = ask({ ...question, input: { ...input, lines: shuffled(input.lines) } });
      expect(turned.subtotal).toEqual(one.subtotal);
      expect(sum(turned.discounts.map(({ amount }) => amount))).toBe(sum(one.discounts.map(({ amount }) => amount)));
      seen.saw('several codes', input.coupons.length > 1);
      seen.saw('several lines', input.lines.length > 1);
    }),
    runs,
  );
  seen.expectAll(100);
});

it('every code that is given is accepted or refused, and what takes something off was accepted', () => {
  const seen = counting('accepted', 'not-together', 'minimum', 'spent', 'not-these', 'unknown');
  fc.assert(
    fc.property(questions, (question) => {
      const quote = ask(question);
      const said = [...quote.acceptedCoupons, ...quote.refusedCoupons.map(({ code }) => code)];
      expect(said.map((code) => code.toUpperCase()).sort()).toEqual(
        question.input.coupons.map((code) => code.toUpperCase()).sort(),
      );
      for (const { kind, id } of quote.discounts) if (kind === 'coupon') expect(quote.acceptedCoupons).toContain(id);
      seen.saw('accepted', quote.acceptedCoupons.length > 0);
      for (const { why } of quote.refusedCoupons) seen.saw(why, true);
    }),
    runs,
  );
  seen.expectAll(5);
});

it('refunds of pieces, in any order and any parts, give back exactly what was paid, and never more', () => {
  const seen = counting('uneven pieces', 'discounted', 'taxed on top', 'in several parts');
  fc.assert(
    fc.property(questions, fc.gen(), (question, gen) => {
      const quote = ask(question);
      const pieces_ = quote.lines.flatMap(({ sku, quantity }) => Array.from({ length: quantity }, () => sku));
      const inSomeOrder =
        pieces_.length === 0 ? [] : gen(fc.shuffledSubarray<string>, pieces_, { minLength: pieces_.length });
      const back = new Map<string, number>();
      let given = 0;
      while (inSomeOrder.length > 0) {
        const part = inSomeOrder.splice(0, gen(fc.integer, { min: 1, max: 4 }));
        for (const sku of new Set(part)) {
          const quantity = part.filter((each) => each === sku).length;
          const before = back.get(sku) ?? 0;
          const refund = refundFor(quote, { sku, before, quantity }).amount;
          expect(refund).toBeGreaterThanOrEqual(0);
          given += refund;
          back.set(sku, before + quantity);
        }
        seen.saw('in several parts', inSomeOrder.length > 0);
      }
      const charges = sum([paidForCharge('shipping', quote), paidForCharge('fee', quote)]);
      expect(given).toBe(sum(quote.lines.map((each) => paidForLine(each, quote))));
      expect(given + charges).toBe(quote.total.amount);
      seen.saw(
        'uneven pieces',
        quote.lines.some((each) => paidForLine(each, quote).amount % each.quantity > 0),
      );
      seen.saw('discounted', quote.discounts.length > 0);
      seen.saw(
        'taxed on top',
        quote.taxes.some(({ included, amount }) => !included && amount.amount > 0),
      );
      expect(refundFor(quote, { sku: 'p0-1', before: 7, quantity: 9 }).amount).toBe(0);
    }),
    runs,
  );
  seen.expectAll(20);
});

it('a quote is plain JSON: an order that is written and read again has the same', () => {
  fc.assert(
    fc.property(questions, (question) => {
      const quote = ask(question);
      expect(JSON.parse(JSON.stringify(quote))).toEqual(quote);
    }),
    { numRuns: 100 },
  );
});
