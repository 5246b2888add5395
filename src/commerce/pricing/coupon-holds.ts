import { couponKey } from '../rules/coupons.ts';
import type { ShopRules } from '../rules/shop-rules.ts';

/** What a trade that uses these, or gives them back, waits in line for (`Action.holds`): all orders with a limited coupon count it. */
export function couponHolds({ coupons: { coupons } }: Pick<ShopRules, 'coupons'>, codes: readonly string[]): string[] {
  const given = new Set(codes.map(couponKey));
  const limited = coupons.filter(({ uses, budget }) => uses !== null || budget !== null);
  return limited
    .map(({ code }) => couponKey(code))
    .filter((key) => given.has(key))
    .map((key) => `coupon-use/${key}`);
}
