import type { Money } from '../../catalog/money.ts';
import type { JsonObject } from '../../storage/json.ts';
import { isSameMoney } from '../money/reckon.ts';
import type { Refusal } from '../refusal.ts';
import type { Checkout } from './read-checkout.ts';

/** Why an order cannot be placed as it was seen; `null`: it can, as far as this tells. */
export function whyNotPlaced(checkout: Checkout, seen: Money | null): Refusal | null {
  if (checkout.priced.lines.length === 0) return { refused: 'empty' };
  return whyIncomplete(checkout) ?? whyOtherwise(checkout, seen);
}

function whyIncomplete({ missing, draft, options, destination }: Checkout): Refusal | null {
  if (missing === 'delivery' && options.length === 0)
    return { refused: 'no-delivery', details: { country: destination?.country ?? null } };
  if (missing === 'payment' && draft.payBy !== null) return { refused: 'not-a-way-to-pay' };
  return missing === null ? null : { refused: 'missing', details: { missing } };
}

/** Without a total that was seen, everything must be as it was when it was put into the cart. */
function whyOtherwise(checkout: Checkout, seen: Money | null): Refusal | null {
  const { quote, priced } = checkout;
  if (seen !== null && isSameMoney(seen, quote.total)) return null;
  const [coupon] = quote.refusedCoupons;
  const change = changeOf(checkout, seen);
  if (coupon !== undefined) {
    const { code, why, minimum } = coupon;
    return { refused: 'coupon-refused', details: { code, why, minimum: minimum && { ...minimum }, ...change } };
  }
  const isAsAdded = priced.gone.length === 0 && priced.lines.every(({ line, price }) => isSameMoney(line.price, price));
  return seen === null && isAsAdded ? null : { refused: 'price-changed', details: change };
}

function changeOf({ quote, priced }: Checkout, seen: Money | null): JsonObject {
  const { total } = quote;
  const more = priced.lines.reduce(
    (sum, { line, price }) => sum + (price.amount - line.price.amount) * line.quantity,
    0,
  );
  return { was: { ...(seen ?? { ...total, amount: total.amount - more }) }, now: { ...total } };
}
