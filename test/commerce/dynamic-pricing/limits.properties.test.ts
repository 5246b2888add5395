import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decidePrice } from '../../../src/commerce/dynamic-pricing/decide-price.ts';
import { movingPriceOf } from '../../../src/commerce/dynamic-pricing/moving-price.ts';
import { momentIn } from '../../../src/commerce/dynamic-pricing/price-facts.ts';
import { dynamicPriceRules } from '../../../src/commerce/rules/dynamic-prices.ts';
import { aProduct, usd } from '../../catalog/shelf.ts';
import { facts, movingPrice, noon } from './pricing-shop.ts';

const written = dynamicPriceRules(facts);

const percent = fc.integer({ min: 0, max: 1_000 });
const bound = fc.oneof(
  percent.map((value) => `${value / 4}%`),
  fc.integer({ min: 0, max: 60_000 }).map((cents) => cents / 100),
);
const change = fc.oneof(
  fc.tuple(fc.constantFrom('+', '-'), percent).map(([sign, value]) => `${sign}${value / 4}%`),
  fc.integer({ min: -60_000, max: 60_000 }).map((cents) => cents / 100),
  fc.tuple(fc.constantFrom('+', '-'), fc.nat(99)).map(([sign, value]) => `competitor ${sign} ${value}%`),
);
const ending = fc.constantFrom(null, 0.99, 0, 9.99, 0.5);

const world = fc.record({
  base: fc.integer({ min: 1, max: 50_000 }),
  competitor: fc.option(fc.integer({ min: 1, max: 50_000 })),
  before: fc.option(
    fc.record({ price: fc.nat(60_000), opened: fc.nat(60_000), today: fc.boolean(), same: fc.boolean() }),
  ),
  dynamic: fc.record({
    floor: bound,
    ceiling: bound,
    ending,
    most_change_per_day: fc.option(fc.nat(100)),
    rules: fc.array(fc.record({ name: fc.constant('r'), change }), { maxLength: 3 }),
  }),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function limitIn(given: string | number, base: number): number {
  return typeof given === 'number' ? Math.round(given * 100) : (base * Number.parseFloat(given)) / 100;
}

function run({ base, competitor, before, dynamic }: World) {
  const rules = written.parse({ on: true, ...dynamic });
  const product = aProduct('mug', { price: base });
  const moment = momentIn('UTC', noon);
  const known = { stock: 1, sold: () => 0, competitor: competitor === null ? null : usd(competitor), moment };
  const stored =
    before &&
    movingPrice({
      price: usd(before.price),
      opened: before.opened,
      base: usd(before.same ? base : base + 1),
      day: before.today ? moment.day : '2026-11-21',
    });
  const given = { product, variant: product.variants[0], facts: known, before: stored && movingPriceOf(stored) };
  return decidePrice(rules, given, 'en');
}

it('no price is below its floor or above its ceiling, whatever the rules say, and its currency stays', () => {
  const reached = { moved: 0, floor: 0, ceiling: 0, none: 0, refused: 0 };
  const check = (given: World): void => {
    const { floor, ceiling } = given.dynamic;
    const [low, high] = [limitIn(floor, given.base), limitIn(ceiling, given.base)];
    if (low > high && typeof floor === typeof ceiling) {
      reached.refused += 1;
      return;
    }
    const { price } = run(given);
    expect(price.currency).toBe('USD');
    const none = Math.ceil(low - 1e-9) > Math.floor(high + 1e-9);
    expect(price.amount).toBeGreaterThanOrEqual(none ? given.base : low - 1e-9);
    expect(price.amount).toBeLessThanOrEqual(none ? given.base : high + 1e-9);
    reached.none += none ? 1 : 0;
    reached.moved += price.amount === given.base ? 0 : 1;
    reached.floor += Math.abs(price.amount - low) < 1 ? 1 : 0;
    reached.ceiling += Math.abs(high - price.amount) < 1 ? 1 : 0;
  };
  fc.assert(fc.property(world, check), { numRuns: 500 });
  expect(Math.min(...Object.values(reached)), JSON.stringify(reached)).toBeGreaterThan(10);
});
