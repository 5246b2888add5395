import { z } from 'zod';
import { newestOrders } from '../commerce/orders/order-documents.ts';
import { defineAction } from './action.ts';
import { orderView, orderViewSchema } from './order-view.ts';
import { orderRef, orderSeen } from './orders-find.ts';
import { numberOr } from './schemas.ts';

export const ordersTrack = defineAction({
  name: 'orders.track',
  about:
    'An order: where it is, what is in it, what it cost, what was paid and refunded, and what the shopper may do to it now. Refuses with ' +
    'not-found, and bad-number where a digit was mistyped.',
  input: z.object({ order: orderRef }),
  output: orderViewSchema,
  callers: ['flow'],
  reads: true,
  async run({ order }, context) {
    const found = await orderSeen(order, context);
    return 'refused' in found ? found : orderView(found, context);
  },
});

export const ordersRecent = defineAction({
  name: 'orders.recent',
  about: 'The customer’s own latest orders, newest first.',
  input: z.object({ limit: numberOr(5, { from: 1, to: 20 }) }),
  output: z.object({ orders: z.array(orderViewSchema) }),
  callers: ['flow'],
  reads: true,
  async run({ limit }, context) {
    const orders = await newestOrders(context, context.customer, limit);
    return { orders: orders.map((order) => orderView(order, context)) };
  },
});
