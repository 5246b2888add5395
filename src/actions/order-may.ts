import { z } from 'zod';
import type { Order } from '../commerce/orders/order.ts';
import { keptPieces } from '../commerce/orders/pieces.ts';
import { notCancellable, notChangeable, notExchangeable, notReturnable } from '../commerce/orders/policy.ts';
import type { Refusal } from '../commerce/refusal.ts';
import type { ActionContext } from './action.ts';

const yes = z.boolean();
const why = z.string().nullable();

/** What a shopper may do to an order now, and for what they may not, the word why not. */
export const orderMaySchema = {
  can: z.object({
    cancel: yes,
    change_address: yes,
    change_items: yes,
    change_payment: yes,
    return: yes,
    exchange: yes,
    reorder: yes,
    pay: yes.describe('It waits for money.'),
  }),
  why_not: z
    .object({
      cancel: why,
      change_address: why,
      change_items: why,
      change_payment: why,
      return: why,
      exchange: why,
      reorder: why,
    })
    .describe('As the actions refuse: not-now, not-allowed, too-late, once-only …; null: it can be done.'),
};

type May = z.output<z.ZodObject<typeof orderMaySchema>>;

export function orderMay(order: Order, asking: Pick<ActionContext, 'rules' | 'now' | 'by'>): May {
  const own = (refused: () => Refusal | null) =>
    order.customer === null ? 'not-allowed' : (refused()?.refused ?? null);
  const why_not = {
    cancel: own(() => notCancellable(asking, order)),
    change_address: own(() => notChangeable(asking, order, 'address')),
    change_items: own(() => notChangeable(asking, order, 'items')),
    change_payment: own(() => notChangeable(asking, order, 'payment')),
    return: own(() => notReturnable(asking, order) ?? nothingKept(order)),
    exchange: own(() => notExchangeable(asking, order) ?? nothingKept(order)),
    reorder: order.items.some(({ product }) => product !== null) ? null : 'not-found',
  };
  const { cancel, change_address, change_items, change_payment, exchange, reorder } = why_not;
  const can = {
    cancel: cancel === null,
    change_address: change_address === null,
    change_items: change_items === null,
    change_payment: change_payment === null,
    return: why_not.return === null,
    exchange: exchange === null,
    reorder: reorder === null,
    pay: order.status === 'awaiting-payment',
  };
  return { can, why_not };
}

function nothingKept(order: Order): Refusal | null {
  return [...keptPieces(order).values()].some((quantity) => quantity > 0) ? null : { refused: 'nothing-left' };
}
