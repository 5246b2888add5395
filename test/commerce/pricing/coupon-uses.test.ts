import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/catalog/catalog.ts';
import { readCouponUses, stageCouponReturn, stageCouponUses } from '../../../src/commerce/pricing/coupon-uses.ts';
import type { Quote } from '../../../src/commerce/pricing/quote.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import { isRefusal, type Refusal } from '../../../src/commerce/refusal.ts';
import { type Trade, transact } from '../../../src/commerce/trade.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createMemoryStore } from '../../runtime/memory-store.ts';
import { facts, line, noon, rulesOf } from './pricing-shop.ts';

const nothingSold: Catalog = {
  search: () => Promise.reject(new Error('nobody searches here')),
  vocabulary: () => Promise.reject(new Error('nobody searches here')),
  facets: () => Promise.reject(new Error('nobody searches here')),
  product: async () => null,
  products: async () => [],
};

/** A shop with one coupon of 10 %, and the two things that orders do with it. */
function openCoupon(given: object, store: Store = createMemoryStore(new Map())) {
  const rules = rulesOf({ coupons: { coupons: [{ code: 'Ten', label: 'Ten', percent: 10, ...given }] } });
  const parts = { store, catalog: nothingSold, shop: facts, rules: () => rules, clock: { now: () => noon } };
  const inTrade = <Result>(key: string, work: (trade: Trade) => Promise<Result | Refusal>) =>
    transact(parts, { key, by: { who: 'shopper', customer: 'x' } }, work);

  /** Quotes and orders so many cents' worth, as checkout does; the same order again is a change of it. */
  const order = (id: string, customer: string, cents = 1_000, keepsRefused = false) =>
    inTrade(id, async (trade) => {
      const uses = await readCouponUses(trade, ['TEN'], { customer, order: id });
      const quote = quoteOrder(inputFor(cents, uses), rules, facts);
      const refused = quote.refusedCoupons[0]?.why;
      if (refused && !keepsRefused) return { refused };
      const spent = await stageCouponUses(trade, quote, { order: id, customer });
      if (spent) return spent;
      const stored = await trade.store.get('order', id);
      trade.stage({ kind: 'order', id, revision: stored?.revision ?? 0, body: {} });
      return quote;
    });
  const giveBack = (quote: Quote, id: string, customer: string) =>
    inTrade(`return:${id}`, async (trade) => {
      await stageCouponReturn(trade, quote, { order: id, customer });
      return 'done';
    });
  const uses = async (customer: string) => (await readCouponUses({ store, rules }, ['ten'], customer)).get('TEN');
  return { store, rules, order, giveBack, uses, inTrade };
}

const inputFor = (cents: number, uses: Awaited<ReturnType<typeof readCouponUses>>) => ({
  lines: [line({ id: 'thing', price: cents })],
  destination: null,
  shipping: null,
  coupons: ['TEN'],
  uses,
  fee: null,
  now: noon,
});

describe('a coupon that is used', () => {
  it('counts for its customer, and all together where it is limited', async () => {
    const { order, uses } = openCoupon({ uses: 5 });
    await order('1', 'ada');
    await order('2', 'ada', 2_000);
    expect(await uses('ada')).toEqual({ times: 2, taken: 300, byCustomer: 2 });
    expect(await uses('ben')).toEqual({ times: 2, taken: 300, byCustomer: 0 });
  });

  it('without a limit writes nothing that two customers share: their orders never wait for each other', async () => {
    const { order, store } = openCoupon({ once_per_customer: true });
    await order('1', 'ada');
    await order('2', 'ben');
    expect((await store.find('coupon-use', {})).map(({ id }) => id)).toEqual(['TEN/ada', 'TEN/ben']);
  });

  it('once per customer is refused the second time, and works again when the order came to nothing', async () => {
    const { order, giveBack } = openCoupon({ once_per_customer: true });
    const first = await order('1', 'ada');
    expect(await order('2', 'ada')).toEqual({ refused: 'used' });
    expect(isRefusal(await order('3', 'ben'))).toBe(false);
    await giveBack(first as Quote, '1', 'ada');
    expect(isRefusal(await order('2', 'ada'))).toBe(false);
  });

  it('is given back once, however often that is asked', async () => {
    const { order, giveBack, uses } = openCoupon({ uses: 5, budget: 100 });
    const [first] = [await order('1', 'ada'), await order('2', 'ada', 3_000)];
    for (const _again of [1, 2, 3]) await giveBack(first as Quote, '1', 'ada');
    expect(await uses('ada')).toEqual({ times: 1, taken: 300, byCustomer: 1 });
  });

  it('by an order that changes counts as it is now', async () => {
    const { order, uses } = openCoupon({ once_per_customer: true, uses: 1, budget: 5 });
    await order('1', 'ada', 1_000);
    expect(isRefusal(await order('1', 'ada', 4_000))).toBe(false);
    expect(await uses('ben')).toEqual({ times: 1, taken: 400, byCustomer: 0 });
    expect(await order('1', 'ada', 6_000)).toEqual({ refused: 'spent' });
  });

  it('by an order that changes so that it does not count any more is given back', async () => {
    const { order, uses } = openCoupon({ once_per_customer: true, uses: 1, minimum: 10 });
    await order('1', 'ada', 1_000);
    const smaller = await order('1', 'ada', 900, true);
    expect(smaller).toMatchObject({ refusedCoupons: [{ why: 'minimum' }], discounts: [] });
    expect(await uses('ada')).toEqual({ times: 0, taken: 0, byCustomer: 0 });
  });

  it('is refused at the last moment, when another order took the last use after the quote', async () => {
    const { order, inTrade, rules } = openCoupon({ uses: 1 });
    const quote = quoteOrder(inputFor(1_000, new Map()), rules, facts);
    await order('1', 'ada');
    const late = await inTrade('2', (trade) => stageCouponUses(trade, quote, { order: '2', customer: 'ben' }));
    expect(late).toEqual({ refused: 'coupon-used', details: { code: 'Ten' } });
  });
});

describe('many orders at the same moment', () => {
  /** Everything in the store gives way to everybody else. */
  function busyStore() {
    const store = createMemoryStore(new Map(), { yields: () => Promise.resolve() });
    let lost = 0;
    const commit: Store['commit'] = async (writes) => {
      const result = await store.commit(writes);
      if (result === 'conflict') lost += 1;
      return result;
    };
    return { store: { ...store, commit }, racesLost: () => lost };
  }

  it('use a coupon exactly as often as it may be used', async () => {
    const { store, racesLost } = busyStore();
    const { order, uses } = openCoupon({ uses: 7 }, store);
    const orders = await Promise.all(Array.from({ length: 40 }, (_, index) => order(`${index}`, `c${index}`)));
    expect(orders.filter((each) => !isRefusal(each))).toHaveLength(7);
    expect(orders.filter(isRefusal).every(({ refused }) => ['used', 'coupon-used'].includes(refused))).toBe(true);
    expect(await uses('nobody')).toMatchObject({ times: 7, taken: 700 });
    expect(racesLost()).toBeGreaterThan(7);
  });

  it('never pass a budget', async () => {
    const { order, uses } = openCoupon({ budget: 10.5 }, busyStore().store);
    const orders = await Promise.all(Array.from({ length: 30 }, (_, index) => order(`${index}`, `c${index}`)));
    expect(orders.filter((each) => !isRefusal(each))).toHaveLength(10);
    expect(await uses('nobody')).toMatchObject({ taken: 1_000 });
  });

  it('of one customer use it once', async () => {
    const { order } = openCoupon({ once_per_customer: true }, busyStore().store);
    const orders = await Promise.all(Array.from({ length: 20 }, (_, index) => order(`${index}`, 'ada')));
    expect(orders.filter((each) => !isRefusal(each))).toHaveLength(1);
  });
});

describe('whatever orders come, change and are given back', () => {
  const steps = fc.array(
    fc.record({
      order: fc.nat(5),
      customer: fc.nat(2),
      cents: fc.integer({ min: 10, max: 5_000 }),
      does: fc.constantFrom('order', 'order', 'give-back'),
    }),
    { minLength: 10, maxLength: 25 },
  );

  it('a coupon’s uses and budget are never exceeded, and the sums are those of the orders that hold it', async () => {
    const reached = { ordered: 0, refused: 0, back: 0 };
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const { order, giveBack, uses } = openCoupon({ uses: 3, budget: 6 });
        const holds = new Map<string, Quote>();
        for (const step of all) {
          const id = `${step.order}`;
          const customer = `c${step.order % 3}`;
          const held = holds.get(id);
          if (step.does === 'give-back' && held) {
            await giveBack(held, id, customer);
            holds.delete(id);
            reached.back += 1;
          } else if (step.does === 'order') {
            const quote = await order(id, customer, step.cents);
            if (isRefusal(quote)) reached.refused += 1;
            else holds.set(id, quote);
            reached.ordered += 1;
          }
          const taken = [...holds.values()].reduce((sum, quote) => sum + (quote.discounts[0]?.amount.amount ?? 0), 0);
          const now = await uses('nobody');
          expect(now).toEqual({ times: holds.size, taken, byCustomer: 0 });
          expect(now?.times).toBeLessThanOrEqual(3);
          expect(now?.taken).toBeLessThanOrEqual(600);
        }
      }),
      { numRuns: 80 },
    );
    expect(Math.min(reached.ordered, reached.refused, reached.back)).toBeGreaterThan(40);
  });
});
