import { z } from 'zod';
import type { JsonObject } from '../../storage/json.ts';
import type { Stored } from '../../storage/store.ts';
import { addressSchema } from '../address.ts';
import { unsettledOf } from '../payment/unsettled.ts';
import type { Quote } from '../pricing/quote.ts';

/** A moment (epoch milliseconds or ISO 8601) or a day (`2026-12-01`), as carriers and shops give them. */
const when = z.union([z.number(), z.string()]).nullish();
const money = z.object({ amount: z.int(), currency: z.string() });
const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

const itemSchema = z.object({
  title: z.string(),
  quantity: z.int().min(1).default(1),
  sku: text,
  product: text,
  options: z.record(z.string(), z.string()).default({}),
  /** Of one piece, as it was paid, before discounts on the order. */
  price: money.nullish().transform((value) => value ?? null),
});

const paymentSchema = z.object({
  /** The provider's id: `stripe`, `cash-on-delivery`; or a way that the customer has on file. */
  provider: z.string(),
  reference: z.string(),
  amount: money,
  state: z.enum(['open', 'paid', 'failed', 'closed']),
  url: text,
  /** The channel shows an invoice and takes the money itself. */
  invoice: z.boolean().optional(),
  /** What the shopper has to know to pay it, as its provider said: `iban`, `reference` … */
  instructions: z.record(z.string(), z.string()).optional(),
  at: z.number(),
});

const refundSchema = z.object({
  /** Unique in its order: the idempotency key. */
  id: z.string(),
  /** The payment's reference; another way to pay where the policy lets the money go elsewhere. */
  to: z.string(),
  amount: money,
  /** `due`: the provider has still to be asked. `by-hand`: a person has to pay it. */
  state: z.enum(['due', 'done', 'by-hand']),
  why: z.string(),
  reference: text,
  at: z.number(),
});

const changeSchema = z.object({
  at: z.number(),
  by: z.string(),
  what: z.string(),
  why: z.string().default(''),
});

const reservedSchema = z.object({ sku: z.string(), place: z.string(), quantity: z.int().min(1) });

const parcelSchema = z.object({
  /** One of carrier.ts' `parcelStates`. */
  state: z.string(),
  /** When the carrier said so, epoch ms; what it says of an earlier moment comes too late. */
  at: z.number(),
  place: text,
  /** Which of the shop's carriers can be asked: its id in shipping.yaml. */
  via: z.string(),
  /** When it was last heard of, be it that nothing has changed, epoch ms. */
  heardAt: z.number(),
});

const orderSchema = z.object({
  number: z.string().nullish(),
  customer: text,
  conversation: text,
  status: z.string().default('placed'),
  placedAt: when,
  eta: when,
  deliveredAt: when,
  carrier: text,
  tracking: text,
  trackingUrl: text,
  /** Where the parcel was last known to be; written by commerce/shipping. */
  parcel: parcelSchema.nullish().transform((value) => value ?? null),
  items: z.array(itemSchema).default([]),
  total: money.nullish().transform((value) => value ?? null),
  quote: z
    .custom<Quote>((value) => typeof value === 'object')
    .nullish()
    .transform((value) => value ?? null),
  address: addressSchema.nullish().transform((value) => value ?? null),
  contact: z
    .object({ name: text, email: text, phone: text })
    .nullish()
    .transform((value) => value ?? null),
  shipping: z
    .object({ method: z.string(), label: z.string(), carrier: z.string(), pickUp: text })
    .nullish()
    .transform((value) => value ?? null),
  /** How it is to be paid: a provider's id. */
  payBy: text,
  payments: z.array(paymentSchema).default([]),
  refunds: z.array(refundSchema).default([]),
  /** Pieces that are kept for it and have not left; given back when it comes to nothing. */
  reserved: z.array(reservedSchema).default([]),
  /** Until when they are kept while nothing is paid, epoch ms. */
  reservedUntil: z
    .number()
    .nullish()
    .transform((value) => value ?? null),
  coupons: z.array(z.string()).default([]),
  gift: z
    .object({ message: z.string() })
    .nullish()
    .transform((value) => value ?? null),
  /** Whether the shopper wants to be told here how it goes on. */
  notify: z.boolean().default(false),
  /** What is on its way back, or to be exchanged. */
  returns: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(['return', 'exchange']),
        items: z.array(z.object({ sku: z.string(), quantity: z.int().min(1) })),
        /** In an exchange: what comes instead, in the order of `items`. */
        instead: z.array(itemSchema).default([]),
        state: z.enum(['requested', 'received', 'refused']),
        /** False: what came back cannot be sold again. */
        restocked: z.boolean().optional(),
        /** In an exchange what comes instead may cost more: then it is negative, and to be paid. */
        refund: money,
        /** Whether `refund` has come off what the order is worth. */
        granted: z.boolean().default(false),
        /** `original`, or the id of a way to pay that the customer has on file. */
        to: z.string(),
        why: z.string(),
        at: z.number(),
      }),
    )
    .default([]),
  history: z.array(changeSchema).default([]),
});

type Read = z.output<typeof orderSchema>;

/** What others keep on an order (a real shop's own fields) stays there when it is written again. */
const keepingOthers: z.ZodType<Read> = orderSchema.loose();

/** An order from the yes on. The body of an `order` document; times are ISO 8601 here, a moment or a day. */
export type Order = Readonly<Omit<Read, 'number' | 'placedAt' | 'eta' | 'deliveredAt'>> & {
  readonly id: string;
  /** What the shopper knows it by. */
  readonly number: string;
  readonly placedAt: string | null;
  readonly eta: string | null;
  readonly deliveredAt: string | null;
};

export type OrderItem = Order['items'][number];
export type OrderReturn = Order['returns'][number];
export type Payment = Order['payments'][number];
export type Refund = Order['refunds'][number];
export type Parcel = NonNullable<Order['parcel']>;

/** Throws when the document is not an order: the store was written by something else. */
export function orderOf({ id, body }: Pick<Stored, 'id' | 'body'>): Order {
  const { number, status, placedAt, eta, deliveredAt, ...rest } = keepingOthers.parse(body);
  return {
    ...rest,
    id,
    number: number ?? id,
    status: deliveredAt != null && status === 'shipped' ? 'delivered' : status,
    placedAt: isoOf(placedAt),
    eta: isoOf(eta),
    deliveredAt: isoOf(deliveredAt),
  };
}

/** What is written; `placedAt` is sorted by, as epoch milliseconds. */
export function orderBody({ placedAt, ...order }: Order): JsonObject {
  const unsettled = unsettledOf(order);
  const body = { ...order, unsettled, placedAt: placedAt === null ? null : Date.parse(placedAt) };
  return JSON.parse(JSON.stringify(body)) as JsonObject;
}

function isoOf(time: string | number | null | undefined): string | null {
  return typeof time === 'number' ? new Date(time).toISOString() : (time ?? null);
}
