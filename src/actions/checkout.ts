import { z } from 'zod';
import { lastOrder, openOrder } from '../commerce/checkout/last-order.ts';
import { defineAction } from './action.ts';
import { checkoutViewSchema, viewChanged, viewCheckout } from './checkout-view.ts';
import { orderView, orderViewSchema } from './order-view.ts';
import { nothing } from './schemas.ts';

export const checkoutShow = defineAction({
  name: 'checkout.show',
  about:
    'The order in the making: what is in the cart at today’s prices, what was said for it (address, delivery, payment, coupons), ' +
    'the total line by line, and what is still missing.',
  input: nothing,
  output: checkoutViewSchema,
  callers: ['flow'],
  reads: true,
  run: (_input, context) => viewCheckout(context),
});

export const checkoutAsBefore = defineAction({
  name: 'checkout.as-before',
  about: 'Take address, contact, delivery and way to pay from the customer’s last order. Refuses with nothing-known.',
  input: nothing,
  output: checkoutViewSchema,
  callers: ['flow'],
  async run(_input, context) {
    const last = await lastOrder(context, context.customer);
    if (last === null) return { refused: 'nothing-known' };
    const { address, contact, shipping, payBy } = last;
    const delivery = shipping?.method ?? null;
    const changes = { address, delivery, payBy, ...(contact === null ? {} : { contact }) };
    return await viewChanged(context, changes);
  },
});

export const checkoutOpenOrder = defineAction({
  name: 'checkout.open-order',
  about: 'The customer’s newest order that still waits for its money, to be paid or cancelled; null: there is none.',
  input: nothing,
  output: z.object({ order: orderViewSchema.nullable() }),
  callers: ['flow'],
  reads: true,
  async run(_input, context) {
    const open = await openOrder(context, context.customer);
    return { order: open && orderView(open, context) };
  },
});
