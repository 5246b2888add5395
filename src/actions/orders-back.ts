import { z } from 'zod';
import { exchangeItems } from '../commerce/orders/exchange-items.ts';
import { returnItems } from '../commerce/orders/return-items.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { defineAction } from './action.ts';
import { orderView, orderViewSchema } from './order-view.ts';
import { preview, said } from './orders-change.ts';
import { orderOwned, orderRef } from './orders-find.ts';
import { holdsOfOrder } from './orders-holds.ts';
import { changesFor, changesWith, insteadOf, pickedItems, piecesFor } from './orders-pick.ts';
import { moneySchema } from './schemas.ts';

export const ordersReturn = defineAction({
  name: 'orders.return',
  about:
    'Ask to send things back after delivery. Refuses with not-found, bad-number, not-now (details: status), not-allowed, too-late (details: ' +
    'until, days), once-only, not-returnable (details: label), not-in-order, nothing-picked, too-many (details: available), not-a-way-to-pay.',
  input: z.object({
    order: orderRef,
    items: pickedItems,
    why: said.describe('What is wrong with it.'),
    refund_to: said.describe('original, or a gift card the customer has, where the merchant’s policy says so.'),
    preview,
  }),
  output: z.object({
    order: orderViewSchema,
    refund: moneySchema,
    fee: moneySchema.nullable().describe('What sending back costs; off the refund already.'),
    refund_when: z.enum(['requested', 'received']).describe('At once, or when the goods have come.'),
    items: z.array(z.object({ label: z.string(), quantity: z.int() })),
  }),
  callers: ['flow'],
  async run({ order: given, items, why, refund_to: to, preview: only }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    const picked = changesFor(order, items);
    if (isRefusal(picked)) return picked;
    const wanted = { order: order.id, items: piecesFor(order, picked), why: why ?? '', to, preview: only };
    const asked = await returnItems(context, wanted);
    if (isRefusal(asked)) return asked;
    const view = orderView(asked.order, context);
    return {
      order: view,
      refund: { ...asked.refund },
      fee: asked.fee === null ? null : { ...asked.fee },
      refund_when: context.rules.orders.return.refund_when,
      items: labelled(view.returns.at(-1)?.items),
    };
  },
});

export const ordersExchange = defineAction({
  name: 'orders.exchange',
  about:
    'Ask for other things in the place of delivered ones. Refuses as orders.return does, and with same-product-only, no-such-option, ' +
    'nothing-to-do, out-of-stock, not-enough (details: available).',
  input: z.object({ order: orderRef, items: pickedItems, instead: insteadOf, pay_by: said, why: said, preview }),
  output: z.object({
    order: orderViewSchema,
    difference: moneySchema.describe('What it costs more, when the goods have come; negative: less.'),
    refund: moneySchema,
    extra: moneySchema,
    items: z.array(z.object({ label: z.string(), quantity: z.int() })),
    instead: z.array(z.object({ label: z.string(), quantity: z.int() })),
  }),
  callers: ['flow'],
  holds: holdsOfOrder,
  async run({ order: given, items, instead, pay_by: payBy, why, preview: only }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    const changes = await changesWith(context, order, { items, instead });
    if (isRefusal(changes)) return changes;
    if (changes.some((change) => change.instead === undefined)) return { refused: 'nothing-picked' };
    const wanted = { order: order.id, items: changes, payBy, why: why ?? '', preview: only };
    const asked = await exchangeItems(context, wanted);
    if (isRefusal(asked)) return asked;
    const { amount, currency } = asked.difference;
    const view = orderView(asked.order, context);
    const back = view.returns.at(-1);
    return {
      order: view,
      difference: { amount, currency },
      refund: { amount: Math.max(0, -amount), currency },
      extra: { amount: Math.max(0, amount), currency },
      items: labelled(back?.items),
      instead: labelled(back?.instead),
    };
  },
});

function labelled(lines: readonly { readonly title: string; readonly quantity: number }[] = []) {
  return lines.map(({ title, quantity }) => ({ label: title, quantity }));
}
