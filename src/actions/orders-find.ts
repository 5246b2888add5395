import { z } from 'zod';
import { type Order, orderOf } from '../commerce/orders/order.ts';
import { eightDigits, hasCheckDigit, numbersIn } from '../commerce/orders/order-number.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { ActionContext } from './action.ts';

/** An order as templates have it at hand: its id or number, with or without #, or an object that carries its id. */
export const orderRef = z
  .union([
    z.string().transform((text) => text.slice(0, 500)),
    z.int().transform(String),
    z.object({ id: z.string().min(1) }).transform(({ id }) => id),
  ])
  .describe('The order, its id or its number, with or without #.');

/** An order the customer may see: their own, or nobody's. Anybody else's is as if it did not exist. */
export async function orderFor(given: string, context: ActionContext): Promise<Order | null> {
  for (const id of numbersIn(given)) {
    const stored = await context.store.get('order', id);
    const order = stored === null ? null : orderOf(stored);
    if (order !== null && (order.customer === null || order.customer === context.customer)) return order;
  }
  return null;
}

/** Refuses with `bad-number` what can be no number of ours: a digit was mistyped; else with `not-found`. */
export async function orderSeen(given: string, context: ActionContext): Promise<Order | Refusal> {
  const order = await orderFor(given, context);
  if (order !== null) return order;
  const typed = eightDigits(given);
  const slip = typed.length > 0 && !typed.some(hasCheckDigit);
  return slip ? { refused: 'bad-number' } : { refused: 'not-found' };
}

/** One that the customer may change. An order that is nobody's can be looked at by its number alone: it refuses with `not-allowed`. */
export async function orderOwned(given: string, context: ActionContext): Promise<Order | Refusal> {
  const order = await orderSeen(given, context);
  if ('refused' in order) return order;
  return order.customer === null ? { refused: 'not-allowed' } : order;
}
