import { z } from 'zod';
import { newestOrders } from '../commerce/orders/order-documents.ts';
import { profileOf } from '../customer/profile.ts';
import { defineAction } from './action.ts';
import { cartViewSchema, readCart, viewCart } from './cart-view.ts';
import { readCustomer } from './customer.ts';
import { orderView } from './order-view.ts';
import { choiceSchema, nothing } from './schemas.ts';

/** More would not be read on a phone, and WhatsApp shows ten rows in a list. */
const ordersShown = 5;

export const factsCustomer = defineAction({
  name: 'facts.customer',
  about: 'What templates see as `customer`.',
  input: nothing,
  output: z.object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    locale: z.string().nullable(),
    subscribed: z.boolean(),
    recent_orders: z.array(choiceSchema),
  }),
  callers: [],
  reads: true,
  async run(_input, context) {
    const [{ body }, orders] = await Promise.all([
      readCustomer(context),
      newestOrders(context, context.customer, ordersShown),
    ]);
    const { name, email, locale, news } = profileOf(body);
    const recent = orders.map((order) => orderView(order, context)).map(({ id, label }) => ({ id, label }));
    return { id: context.customer, name, email, locale, subscribed: news?.given ?? false, recent_orders: recent };
  },
});

export const factsCart = defineAction({
  name: 'facts.cart',
  about: 'What templates see as `cart`.',
  input: nothing,
  output: cartViewSchema,
  callers: [],
  reads: true,
  async run(_input, context) {
    const { cart } = await readCart(context);
    return await viewCart(cart, context);
  },
});
