import { z } from 'zod';
import { defineAction } from './action.ts';
import { orderFor, orderView, orderViewSchema, recentOrders } from './order-view.ts';
import { numberOr } from './schemas.ts';

const orderRef = z.union([
  z.string().transform((text) => text.slice(0, 500)),
  z.int().transform(String),
  z.object({ id: z.string().min(1) }).transform(({ id }) => id),
]);

export const ordersTrack = defineAction({
  name: 'orders.track',
  about: 'Where an order is: its status, expected day, carrier and tracking number. Refuses with not-found.',
  input: z.object({ order: orderRef.describe('The order, its id or its number, with or without #.') }),
  output: orderViewSchema,
  callers: ['flow'],
  reads: true,
  async run({ order }, context) {
    const found = await orderFor(order, context);
    return found === null ? { refused: 'not-found' } : orderView(found, context);
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
    const orders = await recentOrders(context, limit);
    return { orders: orders.map((order) => orderView(order, context)) };
  },
});
