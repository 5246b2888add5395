import { describe, expect, it } from 'vitest';
import { decidePrice } from '../../../src/commerce/dynamic-pricing/decide-price.ts';
import { movingPriceOf } from '../../../src/commerce/dynamic-pricing/moving-price.ts';
import { momentIn, type PriceFacts } from '../../../src/commerce/dynamic-pricing/price-facts.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { aProduct, usd } from '../../catalog/shelf.ts';
import { movingPrice, noon, rulesFrom, facts as shop } from './pricing-shop.ts';

const mug = aProduct('mug', { price: 10_000, category: ['home', 'cups'], tags: ['gift'] });
const quiet: PriceFacts = { stock: 5, sold: () => 0, competitor: null, moment: momentIn('UTC', noon) };

function decided(dynamic: JsonObject, facts: Partial<PriceFacts> = {}, before: JsonObject | null = null) {
  const rules = rulesFrom({ dynamic: { on: true, ...dynamic } })['dynamic-prices'];
  const given = { product: mug, variant: mug.variants[0], facts: { ...quiet, ...facts } };
  return decidePrice(rules, { ...given, before: before === null ? null : movingPriceOf(before) }, shop.locale);
}

const rule = (change: string | number, when?: JsonObject): JsonObject => ({
  most_change_per_day: null,
  rules: [{ name: 'one', change, ...(when && { when }) }],
});

describe('what a price comes to', () => {
  it('is the base price where no rule fits', () => {
    const none = decided(rule('+5%', { stock: { below: 5 } }));
    expect(none).toMatchObject({ price: usd(10_000), rule: null });
    expect(none.reason).toBe('no rule fits: back to the base price, $100.00');
  });

  it('is told with the reason', () => {
    const few = decided(rule('+5%', { stock: { below: 5 }, weekdays: ['sun'] }), { stock: 3 });
    expect(few).toMatchObject({ price: usd(10_500), rule: 'one' });
    expect(few.reason).toBe('3 in stock, below 5, it is sun: +5% on $100.00');
  });

  it.each([
    ['+5%', 10_500],
    ['-10 %', 9_000],
    ['-2.50', 9_750],
    [-2.5, 9_750],
    ['competitor', 9_700],
    ['competitor - 1%', 9_603],
    ['to competitor minus 1 %', 9_603],
    ['competitor plus 2%', 9_894],
  ])('is changed by %s', (change, amount) => {
    expect(decided(rule(change), { competitor: usd(9_700) }).price).toEqual(usd(amount));
  });

  it('follows the first rule that fits, in the order in which they stand', () => {
    const rules = [
      { name: 'other things', products: ['bowl'], change: '+1%' },
      { name: 'no competitor known', change: 'competitor' },
      { name: 'cups', categories: ['Cups'], change: '+2%' },
      { name: 'gifts', tags: ['gift'], change: '+3%' },
    ];
    expect(decided({ rules })).toMatchObject({ rule: 'cups', price: usd(10_200) });
  });

  it('is kept between the floor and the ceiling, its own before the common ones', () => {
    expect(decided(rule('-50%'))).toMatchObject({ price: usd(8_000), reason: '−50% on $100.00; not below the floor' });
    expect(decided(rule('+50%'))).toMatchObject({
      price: usd(12_000),
      reason: '+50% on $100.00; not above the ceiling',
    });
    const limits = [{ products: ['mug-0'], floor: 99, ceiling: '101%' }];
    expect(decided({ ...rule('-50%'), limits }).price).toEqual(usd(9_900));
    expect(decided({ ...rule('+50%'), limits }).price).toEqual(usd(10_100));
  });

  it('stays the base price where no price is between the floor and the ceiling', () => {
    const limits = [{ products: ['mug'], floor: 130 }];
    expect(decided({ ...rule('+5%'), limits })).toMatchObject({ price: usd(10_000), rule: null });
  });

  it('moves no further in one day than is said, counted from where the day began', () => {
    const most = { ...rule('-20%'), most_change_per_day: 5 };
    expect(decided(most)).toMatchObject({ price: usd(9_500), reason: '−20% on $100.00; no further in one day' });
    const today = movingPrice({ price: usd(9_500), opened: 10_000 });
    expect(decided(most, {}, today).price).toEqual(usd(9_500));
    const yesterday = movingPrice({ price: usd(9_500), opened: 10_000, day: '2026-11-21' });
    expect(decided(most, {}, yesterday).price).toEqual(usd(9_000));
    const otherBase = movingPrice({ price: usd(4_000), base: usd(5_000), opened: 4_000 });
    expect(decided(most, {}, otherBase).price).toEqual(usd(9_500));
  });

  it('ends as is wished where a price between the limits does', () => {
    expect(decided({ ...rule('+5%'), ending: 0.99 }).price).toEqual(usd(10_499));
    expect(decided({ ...rule('+5%'), ending: 9.99 }).price).toEqual(usd(10_999));
    const limits = [{ products: ['mug'], ceiling: 105.5 }];
    expect(decided({ ...rule('+5%'), ending: 9.99, limits }).price).toEqual(usd(9_999));
    expect(decided({ ...rule('+5%'), ending: 0.99, limits: [{ floor: 104.5, ceiling: 104.9 }] }).price).toEqual(
      usd(10_490),
    );
    expect(decided({ ...rule('+5%', { stock: { below: 1 } }), ending: 0.99 }).price).toEqual(usd(10_000));
  });
});

describe('a rule fits', () => {
  const fits = (when: JsonObject, facts: Partial<PriceFacts> = {}) => decided(rule('+1%', when), facts).rule !== null;
  const at = (iso: string) => ({ moment: momentIn('America/New_York', Date.parse(iso)) });

  it('by stock, strictly, where the shop counts', () => {
    expect([4, 5, 6].map((stock) => fits({ stock: { below: 5 } }, { stock }))).toEqual([true, false, false]);
    expect([4, 5, 6].map((stock) => fits({ stock: { above: 5 } }, { stock }))).toEqual([false, false, true]);
    expect([4, 5, 6].map((stock) => fits({ stock: { above: 4, below: 6 } }, { stock }))).toEqual([false, true, false]);
    expect(fits({ stock: { below: 5 } }, { stock: null })).toBe(false);
  });

  it('by what was sold in so many days', () => {
    const sold = (days: number) => (days === 7 ? 12 : 0);
    expect(fits({ sold: { days: 7, above: 10 } }, { sold })).toBe(true);
    expect(fits({ sold: { days: 8, above: 10 } }, { sold })).toBe(false);
    expect(fits({ sold: { days: 8, below: 1 } }, { sold })).toBe(true);
  });

  it('by the clock on the shop’s wall, over midnight too', () => {
    const evening = { hours: '18:00-22:00' };
    const hours = ['2026-11-22T22:59:00Z', '2026-11-22T23:00:00Z', '2026-11-23T02:59:00Z', '2026-11-23T03:00:00Z'];
    expect(hours.map((iso) => fits(evening, at(iso)))).toEqual([false, true, true, false]);
    const night = { hours: '22:00-06:00' };
    expect(['T02:59', 'T03:00', 'T10:59', 'T11:00'].map((time) => fits(night, at(`2026-11-23${time}:00Z`)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(fits({ weekdays: ['sun'] }, at('2026-11-23T02:00:00Z'))).toBe(true);
    expect(fits({ weekdays: ['mon'] }, at('2026-11-23T02:00:00Z'))).toBe(false);
    expect(fits({ from: '2026-11-22', to: '2026-11-22' }, at('2026-11-23T02:00:00Z'))).toBe(true);
    expect(fits({ from: '2026-11-23' }, at('2026-11-23T02:00:00Z'))).toBe(false);
    expect(fits({ to: '2026-11-21' }, at('2026-11-23T02:00:00Z'))).toBe(false);
  });

  it('by a competitor who is cheaper by so much', () => {
    const when = { competitor_cheaper_by: '3%' };
    expect(fits(when)).toBe(false);
    expect([9_700, 9_701, 10_500].map((price) => fits(when, { competitor: usd(price) }))).toEqual([true, false, false]);
  });
});
