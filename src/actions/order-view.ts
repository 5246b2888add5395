import { z } from 'zod';
import type { Money } from '../catalog/money.ts';
import { lineLabel } from '../commerce/cart.ts';
import { addressLine } from '../commerce/checkout/address-line.ts';
import { type Ledger, ledgerOf } from '../commerce/orders/ledger.ts';
import type { Order, OrderItem } from '../commerce/orders/order.ts';
import { keptPieces, skuOf } from '../commerce/orders/pieces.ts';
import { stillToPay } from '../commerce/orders/settle-difference.ts';
import type { ActionContext } from './action.ts';
import { labelFor } from './labels.ts';
import { orderMay, orderMaySchema } from './order-may.ts';
import { moneySchema } from './schemas.ts';

const itemSchema = z.object({
  id: z.string().describe('The sku: what orders.return and orders.exchange take.'),
  label: z.string().describe('Title with the options.'),
  title: z.string(),
  quantity: z.int(),
  kept: z.int().describe('Pieces of this sku that are neither sent back nor asked to be.'),
  sku: z.string().nullable(),
  product: z.string().nullable(),
  options: z.record(z.string(), z.string()),
  price: moneySchema.nullable().describe('Of one piece, before discounts on the order.'),
  total: moneySchema.nullable(),
});

const refundSchema = z.object({
  amount: moneySchema,
  state: z.enum(['due', 'done', 'by-hand']).describe('due: on its way. by-hand: a person pays it.'),
  to: z.string().describe('original, or a way that the customer has on file.'),
  at: z.string(),
});

const returnSchema = z.object({
  id: z.string(),
  kind: z.enum(['return', 'exchange']),
  state: z.enum(['requested', 'received', 'refused']),
  items: z.array(z.object({ title: z.string(), quantity: z.int() })),
  instead: z.array(z.object({ title: z.string(), quantity: z.int() })),
  refund: moneySchema.describe('In an exchange negative where the shopper pays more.'),
});

export const orderViewSchema = z.object({
  id: z.string(),
  label: z.string().describe('Number and day, for buttons.'),
  number: z.string(),
  status: z
    .string()
    .describe(
      'awaiting-payment, placed, packed, shipped, out-for-delivery, delivered, return-requested, returned, exchange-requested, exchanged, ' +
        'cancelled, expired, or the shop’s own word.',
    ),
  delivered: z.boolean(),
  cancelled: z.boolean(),
  placed_at: z.string().nullable().describe('ISO 8601, like all times here.'),
  eta: z.string().nullable(),
  delivered_at: z.string().nullable(),
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  tracking_url: z.string().nullable(),
  parcel: z
    .object({ state: z.string(), place: z.string().nullable(), at: z.string().nullable() })
    .nullable()
    .describe('announced, on-its-way, out-for-delivery, delivered, waiting, failed or returned; null: not sent yet.'),
  pick_up: z.boolean().describe('The shopper fetches it.'),
  delivery: z.string().nullable().describe('What was chosen, as its merchant calls it.'),
  address: z.string().nullable().describe('In one line.'),
  items: z.array(itemSchema),
  pieces: z.int(),
  total: moneySchema.nullable(),
  pay_by: z.string().nullable(),
  payment: z
    .enum(['none', 'open', 'part-paid', 'paid', 'part-refunded', 'refunded'])
    .describe('none: its total is not known here.'),
  paid: moneySchema.nullable(),
  due: moneySchema.nullable().describe('What the shopper has still to pay.'),
  refunded: moneySchema.nullable(),
  refunds: z.array(refundSchema),
  returns: z.array(returnSchema),
  gift: z.boolean(),
  ...orderMaySchema,
});
export type OrderView = z.output<typeof orderViewSchema>;

export type OrderViewing = Pick<ActionContext, 'locale' | 'shop' | 'rules' | 'now' | 'by'>;

export function orderView(order: Order, context: OrderViewing): OrderView {
  const { id, number, status, eta, carrier, tracking, items, total } = order;
  const kept = keptPieces(order);
  return {
    ...{ id, number, status, eta, carrier, tracking },
    label: labelOf(order, context),
    delivered: status === 'delivered',
    cancelled: status === 'cancelled',
    placed_at: order.placedAt,
    delivered_at: order.deliveredAt,
    tracking_url: order.trackingUrl,
    parcel: parcelOf(order),
    pick_up: order.shipping?.pickUp != null,
    delivery: order.shipping && labelFor(order.shipping.label, context),
    address: order.address === null ? null : addressLine(order.address, context.locale),
    items: items.map((item) => itemView(item, kept.get(skuOf(item)) ?? 0)),
    pieces: items.reduce((sum, { quantity }) => sum + quantity, 0),
    total: total === null ? null : { ...total },
    ...moneyOf(order),
    returns: order.returns.map((back) => returnView(order, back)),
    gift: order.gift !== null,
    ...orderMay(order, context),
  };
}

export function itemView(item: OrderItem, kept: number): OrderView['items'][number] {
  const { title, quantity, sku, product, options, price } = item;
  const total = price === null ? null : { amount: price.amount * quantity, currency: price.currency };
  const label = lineLabel({ title, options });
  return { id: skuOf(item), label, title, quantity, kept, sku, product, options: { ...options }, price, total };
}

function parcelOf({ parcel }: Order): OrderView['parcel'] {
  if (parcel === null) return null;
  const { state, place, at } = parcel;
  return { state, place, at: at > 0 ? new Date(at).toISOString() : null };
}

function moneyOf(order: Order): Pick<OrderView, 'pay_by' | 'payment' | 'paid' | 'due' | 'refunded' | 'refunds'> {
  const ledger = ledgerOf(order);
  const money = (amount: number | undefined): Money | null =>
    ledger === null || amount === undefined ? null : { amount, currency: ledger.currency };
  const refunds = order.refunds.map(({ amount, state, to, at }) => {
    const original = order.payments.some(({ reference }) => reference === to);
    return { amount: { ...amount }, state, to: original ? 'original' : to, at: new Date(at).toISOString() };
  });
  const due = ledger === null ? null : stillToPay(order, ledger.currency);
  const sums = { paid: money(ledger?.paid), due, refunded: money(ledger?.refunded) };
  return { pay_by: order.payBy, payment: paymentState(ledger), ...sums, refunds };
}

function paymentState(ledger: Ledger | null): OrderView['payment'] {
  if (ledger === null) return 'none';
  const { paid, refunded, owed } = ledger;
  if (paid === 0) return owed === 0 ? 'paid' : 'open';
  if (refunded >= paid) return 'refunded';
  if (refunded > 0) return 'part-refunded';
  return owed > 0 ? 'part-paid' : 'paid';
}

function returnView(order: Order, back: Order['returns'][number]): OrderView['returns'][number] {
  const { id, kind, state, refund } = back;
  const items = back.items.map(({ sku, quantity }) => {
    const item = order.items.find((one) => skuOf(one) === sku);
    return { title: item === undefined ? sku : lineLabel(item), quantity };
  });
  const instead = back.instead.map((item) => ({ title: lineLabel(item), quantity: item.quantity }));
  return { id, kind, state, items, instead, refund: { ...refund } };
}

function labelOf({ number, placedAt }: Order, { locale, shop }: Pick<ActionContext, 'locale' | 'shop'>): string {
  const placed = placedAt === null ? Number.NaN : Date.parse(placedAt);
  if (Number.isNaN(placed)) return `#${number}`;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: shop.timeZone });
  return `#${number}, ${day.format(placed)}`;
}
