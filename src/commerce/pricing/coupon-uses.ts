import { z } from 'zod';
import type { Stored } from '../../storage/store.ts';
import { sumOf } from '../money/reckon.ts';
import type { Refusal } from '../refusal.ts';
import { type Coupon, couponKey } from '../rules/coupons.ts';
import type { Trade } from '../trade.ts';
import type { Quote } from './quote.ts';
import type { CouponUse, CouponUses } from './quote-input.ts';

/** Whose order it is. */
export interface CouponUser {
  readonly order: string;
  readonly customer: string;
}

/** All together, id `{code}`: kept where a coupon is limited, so that orders with one that is not never wait for each other. */
const sums = z.object({ times: z.int(), taken: z.int() });
type Sums = z.output<typeof sums>;

/** A customer's orders with it, id `{code}/{customer}`; `counted`: it is in the sums. */
const ownUses = z.object({ orders: z.record(z.string(), z.object({ taken: z.int(), counted: z.boolean() })) });
type OwnUses = z.output<typeof ownUses>;

/** How often these coupons were used. `order`: one that is being changed; what it took does not count against it. */
export async function readCouponUses(
  trade: Pick<Trade, 'store' | 'rules'>,
  codes: readonly string[],
  who: string | CouponUser,
): Promise<CouponUses> {
  const user = typeof who === 'string' ? { customer: who, order: '' } : who;
  const known = new Set(trade.rules.coupons.coupons.map(({ code }) => couponKey(code)));
  const keys = [...new Set(codes.map(couponKey))].filter((key) => known.has(key));
  const uses = await Promise.all(keys.map(async (key) => [key, await readUse(trade, key, user)] as const));
  return new Map(uses);
}

async function readUse(
  { store }: Pick<Trade, 'store'>,
  key: string,
  { customer, order }: CouponUser,
): Promise<CouponUse> {
  const [all, own] = await Promise.all([store.get('coupon-use', key), store.get('coupon-use', ownId(key, customer))]);
  const { times, taken } = sumsOf(all);
  const { [order]: this_, ...others } = ownUsesOf(own).orders;
  const counted = this_?.counted ? this_ : null;
  return {
    times: times - (counted ? 1 : 0),
    taken: taken - (counted?.taken ?? 0),
    byCustomer: Object.keys(others).length,
  };
}

/**
 * Counts the coupons that take something off this quote as used by this order. It is called once more after a change of the order: what
 * was counted before is replaced, and a coupon that does not count any more is given back. To be staged in the trade that writes the order: the documents are written against the revisions read
 * here, so of two orders that would both be the last use one is tried again, and refused: `coupon-used` or `coupon-spent`, with `code`.
 */
export async function stageCouponUses(trade: Trade, quote: Quote, user: CouponUser): Promise<Refusal | null> {
  const taken = takenByCode(quote);
  for (const key of idleCodes(quote)) await returnUse(trade, key, user);
  for (const coupon of trade.rules.coupons.coupons) {
    const amount = taken.get(couponKey(coupon.code));
    const refused = amount === undefined ? null : await stageUse(trade, { coupon, amount }, user);
    if (refused) return refused;
  }
  return null;
}

/** Given with this quote, and nothing comes off for them. What cannot be a code was never used and is not looked up. */
function idleCodes(quote: Quote): readonly string[] {
  const taken = takenByCode(quote);
  const given = [...quote.acceptedCoupons, ...quote.refusedCoupons.map(({ code }) => code)].map(couponKey);
  return [...new Set(given)].filter((key) => !taken.has(key) && /^[A-Z0-9_-]{2,40}$/u.test(key));
}

/** Gives back what this order has used: it was cancelled, or never paid. Nothing the second time. */
export async function stageCouponReturn(trade: Trade, quote: Quote, user: CouponUser): Promise<void> {
  for (const key of takenByCode(quote).keys()) await returnUse(trade, key, user);
}

async function returnUse(trade: Trade, key: string, { order, customer }: CouponUser): Promise<void> {
  const { stored, own } = await readOwn(trade, key, customer);
  const used = Object.hasOwn(own.orders, order) ? own.orders[order] : undefined;
  if (!used) return;
  const { [order]: _gone, ...orders } = own.orders;
  const id = ownId(key, customer);
  trade.stage({ kind: 'coupon-use', id, revision: stored?.revision ?? 0, body: { orders } });
  if (used.counted) await stageSums(trade, key, { times: -1, taken: -used.taken });
}

interface Use {
  readonly coupon: Coupon;
  /** What it takes off, in minor units. */
  readonly amount: number;
}

async function stageUse(
  trade: Trade,
  { coupon, amount }: Use,
  { order, customer }: CouponUser,
): Promise<Refusal | null> {
  const key = couponKey(coupon.code);
  const before = await readUse(trade, key, { order, customer });
  const refused = refusalFor(coupon, amount, before);
  if (refused) return refused;
  const { stored, own } = await readOwn(trade, key, customer);
  const counted = coupon.uses !== null || coupon.budget !== null;
  const previous = Object.hasOwn(own.orders, order) && own.orders[order]?.counted ? own.orders[order] : null;
  const orders = { ...own.orders, [order]: { taken: amount, counted } };
  trade.stage({ kind: 'coupon-use', id: ownId(key, customer), revision: stored?.revision ?? 0, body: { orders } });
  const more = { times: Number(counted) - (previous ? 1 : 0), taken: (counted ? amount : 0) - (previous?.taken ?? 0) };
  if (counted || previous) await stageSums(trade, key, more);
  return null;
}

function refusalFor(
  { code, once_per_customer: once, uses, budget }: Coupon,
  amount: number,
  use: CouponUse,
): Refusal | null {
  if ((once && use.byCustomer > 0) || (uses !== null && use.times >= uses)) {
    return { refused: 'coupon-used', details: { code } };
  }
  return budget !== null && use.taken + amount > budget.amount ? { refused: 'coupon-spent', details: { code } } : null;
}

async function stageSums({ store, stage }: Trade, key: string, more: Sums): Promise<void> {
  const stored = await store.get('coupon-use', key);
  const { times, taken } = sumsOf(stored);
  const body = { times: Math.max(0, times + more.times), taken: Math.max(0, taken + more.taken) };
  stage({ kind: 'coupon-use', id: key, revision: stored?.revision ?? 0, body });
}

async function readOwn({ store }: Trade, key: string, customer: string) {
  const stored = await store.get('coupon-use', ownId(key, customer));
  return { stored, own: ownUsesOf(stored) };
}

function takenByCode({ discounts, currency }: Quote): ReadonlyMap<string, number> {
  const coupons = discounts.filter(({ kind }) => kind === 'coupon');
  const keys = [...new Set(coupons.map(({ id }) => couponKey(id)))];
  return new Map(
    keys.map((key) => {
      const own = coupons.filter(({ id }) => couponKey(id) === key).map(({ amount }) => amount);
      return [key, sumOf(own, currency).amount];
    }),
  );
}

function ownId(key: string, customer: string): string {
  return `${key}/${customer}`;
}

function sumsOf(stored: Stored | null): Sums {
  return stored === null ? { times: 0, taken: 0 } : sums.parse(stored.body);
}

function ownUsesOf(stored: Stored | null): OwnUses {
  return stored === null ? { orders: {} } : ownUses.parse(stored.body);
}
