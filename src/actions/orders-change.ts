import { z } from 'zod';
import { noParts } from '../commerce/checkout/address-parts.ts';
import { readGivenAddress } from '../commerce/checkout/given-address.ts';
import { cancelOrder } from '../commerce/orders/cancel-order.ts';
import { changeAddress } from '../commerce/orders/change-address.ts';
import { type Altered, changeItems } from '../commerce/orders/change-items.ts';
import { changePayment } from '../commerce/orders/change-payment.ts';
import { isRefusal, type Refusal } from '../commerce/refusal.ts';
import { type ActionContext, defineAction } from './action.ts';
import { orderView, orderViewSchema } from './order-view.ts';
import { orderOwned, orderRef } from './orders-find.ts';
import { holdsOfOrder } from './orders-holds.ts';
import { changesWith, insteadOf, pickedItems } from './orders-pick.ts';
import { moneySchema } from './schemas.ts';

/** What a template leaves empty counts as left out. */
export const said = z
  .union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)])
  .nullish()
  .transform((text) => text?.trim().slice(0, 1_000) || null);

export const preview = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
  .describe('true: only tell what it comes to; nothing is changed.');

export const ordersCancel = defineAction({
  name: 'orders.cancel',
  about:
    'Call an order off before it is sent; what was paid goes back. Refuses with not-found, bad-number, not-now (details: status), ' +
    'not-allowed, once-only, bad-reason (details: reasons).',
  input: z.object({ order: orderRef, reason: said }),
  output: z.object({ order: orderViewSchema, refund: moneySchema.describe('What goes back now.') }),
  callers: ['flow'],
  holds: holdsOfOrder,
  async run({ order: given, reason }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    const cancelled = await cancelOrder(context, { order: order.id, reason });
    if (isRefusal(cancelled)) return cancelled;
    return { order: orderView(cancelled.order, context), refund: { ...cancelled.refund } };
  },
});

const alteredSchema = z.object({
  order: orderViewSchema,
  difference: moneySchema.describe('What it costs more; negative: less.'),
  refund: moneySchema.describe('What it costs less; 0 when it costs more.'),
  extra: moneySchema.describe('What it costs more; 0 when it costs less.'),
  due: moneySchema.describe('What the shopper has still to pay.'),
});

function alteredView({ order, difference, due }: Altered, context: ActionContext): z.input<typeof alteredSchema> {
  const { amount, currency } = difference;
  const refund = { amount: Math.max(0, -amount), currency };
  const extra = { amount: Math.max(0, amount), currency };
  return { order: orderView(order, context), difference: { ...difference }, refund, extra, due: { ...due } };
}

const part = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((text) => text?.slice(0, 500).trim() || null);
const addressParts = z.object({
  lines: z.array(z.string().max(500)).max(20).nullish(),
  postcode: part,
  city: part,
  region: part,
  country: part,
});

export const ordersChangeAddress = defineAction({
  name: 'orders.change-address',
  about:
    'Send an order that has not left to another address. Refuses with bad-address as checkout.address does (hand details.understood back as ' +
    'so_far), not-delivered (details: country), not-found, bad-number, not-now (details: status), not-allowed, once-only, nothing-to-do.',
  input: z.object({
    order: orderRef,
    address: z.union([part, addressParts]).describe('In words, or as an address slot has it.'),
    part: part.describe('What the words answer: the first of details.missing.'),
    so_far: addressParts.nullish().describe('details.understood of the refusal before.'),
    name: part.describe('Who it is for, where that is not the customer.'),
    preview,
  }),
  output: alteredSchema,
  callers: ['flow'],
  async run({ order: given, name, preview: only, ...told }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    const checked = addressIn(told, order.address?.country ?? context.shop.country);
    if (isRefusal(checked)) return checked;
    const address = { ...checked.address, name: name?.slice(0, 100) ?? order.address?.name ?? null };
    const changed = await changeAddress(context, { order: order.id, address, preview: only });
    return isRefusal(changed) ? changed : alteredView(changed, context);
  },
});

interface ToldAddress {
  readonly address: string | null | z.output<typeof addressParts>;
  readonly part: string | null;
  readonly so_far?: z.output<typeof addressParts> | null | undefined;
}

function addressIn({ address, part: answered, so_far }: ToldAddress, country: string) {
  const parts = [typeof address === 'string' ? null : address, so_far].flatMap((given) =>
    given == null ? [] : [{ ...noParts, ...given, lines: given.lines ?? [] }],
  );
  const text = typeof address === 'string' ? address : null;
  return readGivenAddress({ text, part: answered, houseNumber: null, parts }, country);
}

export const ordersChangeItems = defineAction({
  name: 'orders.change-items',
  about:
    'Other items, or another number of them, in an order that has not left. Refuses with not-found, bad-number, not-now (details: status), ' +
    'not-allowed, once-only, not-in-order, nothing-picked, nothing-left, too-many, same-product-only, no-such-option, nothing-to-do, ' +
    'out-of-stock, not-enough (details: available), not-a-way-to-pay.',
  input: z.object({ order: orderRef, items: pickedItems, instead: insteadOf, pay_by: said, preview }),
  output: alteredSchema,
  callers: ['flow'],
  holds: holdsOfOrder,
  async run({ order: given, items, instead, pay_by: payBy, preview: only }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    const changes = await changesWith(context, order, { items, instead });
    if (isRefusal(changes)) return changes;
    const changed = await changeItems(context, { order: order.id, items: changes, payBy, preview: only });
    return isRefusal(changed) ? changed : alteredView(changed, context);
  },
});

export const ordersChangePayment = defineAction({
  name: 'orders.change-payment',
  about:
    'Another way to pay for an order that has not left: one the customer has on file, or, while nothing is paid, one of the shop’s. Refuses ' +
    'with not-found, bad-number, not-now (details: status), not-allowed, once-only, not-a-way-to-pay, nothing-to-do, already-paid, not-enough.',
  input: z.object({ order: orderRef, pay_by: said, preview }),
  output: z.object({ order: orderViewSchema, refund: moneySchema, due: moneySchema }),
  callers: ['flow'],
  async run({ order: given, pay_by: payBy, preview: only }, context) {
    const order = await orderOwned(given, context);
    if ('refused' in order) return order;
    if (payBy === null) return { refused: 'not-a-way-to-pay' } satisfies Refusal;
    const changed = await changePayment(context, { order: order.id, payBy, preview: only });
    if (isRefusal(changed)) return changed;
    return { order: orderView(changed.order, context), refund: { ...changed.refund }, due: { ...changed.due } };
  },
});
