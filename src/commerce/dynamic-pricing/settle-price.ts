import type { PriceEnding } from '../rules/dynamic-prices.ts';
import type { PriceLimits } from './moving-products.ts';

export interface Settling {
  readonly limits: PriceLimits;
  /** Where the price stood as the day began, and how far it may go from there; `null`: as far as it likes. */
  readonly day: { readonly opened: number; readonly most: number } | null;
  readonly ending: PriceEnding | null;
}

export type Held = 'floor' | 'ceiling' | 'day';

/** A price in minor units, and what kept it from being the one that was wanted, where something did. */
export interface Settled {
  readonly amount: number;
  readonly heldBy: Held | null;
}

/**
 * The nearest to `wanted` that may be. The floor and the ceiling hold whatever else is said; then the most a price may move in a
 * day; prices with the wished ending come last: where none lies in between, the price has another.
 */
export function settlePrice(wanted: number, { limits, day, ending }: Settling): Settled {
  const reach =
    day === null ? limits : overlap(limits, { floor: day.opened - day.most, ceiling: day.opened + day.most });
  const amount = within(wanted, reach);
  return { amount: ending === null ? amount : endedIn(amount, reach, ending), heldBy: heldBy(wanted, amount, limits) };
}

/** Where a day does not reach the limits, the nearer limit is all there is. */
function overlap(limits: PriceLimits, day: PriceLimits): PriceLimits {
  return { floor: within(day.floor, limits), ceiling: within(day.ceiling, limits) };
}

function within(amount: number, { floor, ceiling }: PriceLimits): number {
  return Math.min(Math.max(amount, floor), ceiling);
}

function heldBy(wanted: number, amount: number, { floor, ceiling }: PriceLimits): Held | null {
  if (wanted === amount) return null;
  if (amount === floor && wanted < floor) return 'floor';
  return amount === ceiling && wanted > ceiling ? 'ceiling' : 'day';
}

function endedIn(amount: number, reach: PriceLimits, { modulus, rest }: PriceEnding): number {
  const below = Math.floor((amount - rest) / modulus) * modulus + rest;
  const fitting = [below, below + modulus].filter((one) => one === within(one, reach));
  return fitting.reduce(
    (best, one) => (Math.abs(one - amount) < Math.abs(best - amount) ? one : best),
    fitting[0] ?? amount,
  );
}
