import { z } from 'zod';
import { readCart } from '../commerce/cart.ts';
import { readDraft } from '../commerce/checkout/draft.ts';
import { type PlacedOrder, placeOrder } from '../commerce/checkout/place-order.ts';
import { couponHolds } from '../commerce/pricing/coupon-holds.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { stockHolds } from '../commerce/stock/stock-holds.ts';
import { type ActionContext, defineAction } from './action.ts';
import { receiptSchema, receiptView } from './checkout-view.ts';
import { moneySchema } from './schemas.ts';

const placedSchema = z.object({
  id: z.string().describe('What payments.start takes as the order.'),
  number: z.string(),
  status: z.string().describe('awaiting-payment or placed.'),
  total: moneySchema,
  pay: z
    .enum(['before', 'later', 'nothing'])
    .describe('before: it waits for its money; later: paid when it is delivered; nothing: it costs nothing.'),
  pay_by: z.string().nullable().describe('The way to pay, as payments.start takes it.'),
  until: z.string().nullable().describe('ISO 8601: till then its pieces are kept while it is not paid.'),
  eta: z.string().nullable().describe('The last day it should be there, if it is paid now.'),
  receipt: receiptSchema,
});

export const checkoutPlace = defineAction({
  name: 'checkout.place',
  about:
    'Place the order that was shown and said yes to. Refuses with empty, missing (details: missing), price-changed (details: was, now), ' +
    'out-of-stock or not-enough (details: label, available), no-delivery (details: country), not-a-way-to-pay, coupon-refused ' +
    '(details: code, why, was, now).',
  input: z.object({ total: moneySchema.nullish().describe('The total the shopper said yes to.') }),
  output: placedSchema,
  callers: ['flow'],
  async holds(_input, context) {
    const { cart } = await readCart(context, context.customer);
    const { draft } = await readDraft(context, context.customer);
    return [...stockHolds(cart.lines), ...couponHolds(context.rules, draft.coupons)];
  },
  async run({ total }, context) {
    const { customer, conversation, payments } = context;
    const placed = await placeOrder(context, { customer, conversation, payments, seen: total ?? null });
    return isRefusal(placed) ? placed : placedView(placed, context);
  },
});

function placedView({ order, pay }: PlacedOrder, context: ActionContext): z.output<typeof placedSchema> {
  const { id, number, status, payBy, reservedUntil, eta, quote } = order;
  const total = order.total ?? { amount: 0, currency: context.shop.currency };
  return {
    id,
    number,
    status,
    total: { ...total },
    pay,
    pay_by: payBy,
    until: reservedUntil === null ? null : new Date(reservedUntil).toISOString(),
    eta,
    receipt: receiptView({ lines: quote?.lines ?? [], explanation: quote?.explanation ?? [], total }, context),
  };
}
