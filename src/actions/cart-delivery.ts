import { z } from 'zod';
import type { PricedCart } from '../commerce/priced-cart.ts';
import { freeFromOf } from '../commerce/shipping/delivery-facts.ts';
import { type DeliveryOption, deliveryOptions } from '../commerce/shipping/delivery-options.ts';
import { knownDestination } from '../commerce/shipping/known-destination.ts';
import type { ActionContext } from './action.ts';
import { labelFor } from './labels.ts';
import { moneySchema } from './schemas.ts';

export const deliverySchema = z.object({
  label: z.string(),
  price: moneySchema,
  free_from_more: moneySchema.nullable().describe('How much more has to be in the cart for it to cost nothing.'),
  earliest: z.string().describe('A day, 2026-12-01, by the shop’s calendar: there between the two.'),
  latest: z.string(),
});
type DeliveryView = z.output<typeof deliverySchema>;

/** What the cheapest delivery costs and when it is there; only what is brought, where anything is. */
export async function deliveryForCart(
  { lines, total }: PricedCart,
  context: ActionContext,
): Promise<DeliveryView | null> {
  const { rules, shop, now } = context;
  if (lines.length === 0 || total.currency !== shop.currency) return null;
  const destination = await knownDestination(context, context.customer);
  if (destination === null) return null;
  const options = deliveryOptions({ rules, shop, destination, goods: total, now });
  const cheapest = cheapestOf(options);
  if (cheapest === null) return null;
  const { price, earliest, latest } = cheapest;
  const label = labelFor(cheapest.label, context);
  const freeFrom = freeFromOf(rules.shipping, destination, total);
  const more = freeFrom === null ? 0 : freeFrom.amount - total.amount;
  const free_from_more = more > 0 && price.amount > 0 ? { amount: more, currency: total.currency } : null;
  return { label, price: { ...price }, free_from_more, earliest, latest };
}

function cheapestOf(options: readonly DeliveryOption[]): DeliveryOption | null {
  const brought = options.filter(({ pickUp }) => pickUp === null);
  const ways = brought.length > 0 ? brought : options;
  return ways.toSorted((one, other) => one.price.amount - other.price.amount)[0] ?? null;
}
