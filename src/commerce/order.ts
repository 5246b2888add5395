import { z } from 'zod';
import type { Money } from '../catalog/money.ts';
import type { Stored } from '../storage/store.ts';

/** A moment (epoch milliseconds or ISO 8601) or a day (`2026-12-01`), as carriers and shops give them. */
const when = z.union([z.number(), z.string()]).nullish();

const orderSchema = z.object({
  number: z.string().nullish(),
  customer: z.string().nullish(),
  status: z.string().default('placed'),
  placedAt: when,
  eta: when,
  deliveredAt: when,
  carrier: z.string().nullish(),
  tracking: z.string().nullish(),
  trackingUrl: z.string().nullish(),
  items: z.array(z.object({ title: z.string(), quantity: z.int().min(1).default(1) })).default([]),
  total: z.object({ amount: z.int(), currency: z.string() }).nullish(),
});

export interface Order {
  readonly id: string;
  /** What the shopper knows it by. */
  readonly number: string;
  /** `null`: nobody's, for whoever knows its number. Demo orders are. */
  readonly customer: string | null;
  /** `placed`, `packed`, `shipped`, `delivered`, `cancelled`, `returned`, or a word of the shop's own. */
  readonly status: string;
  /** ISO 8601, a moment or a day. */
  readonly placedAt: string | null;
  readonly eta: string | null;
  readonly deliveredAt: string | null;
  readonly carrier: string | null;
  readonly tracking: string | null;
  readonly trackingUrl: string | null;
  readonly items: readonly { readonly title: string; readonly quantity: number }[];
  readonly total: Money | null;
}

/** Throws when the document is not an order: the store was written by something else. */
export function orderOf({ id, body }: Stored): Order {
  const { number, customer, status, items, total, ...rest } = orderSchema.parse(body);
  return {
    id,
    number: number ?? id,
    customer: customer ?? null,
    status: rest.deliveredAt != null && status === 'shipped' ? 'delivered' : status,
    placedAt: isoOf(rest.placedAt),
    eta: isoOf(rest.eta),
    deliveredAt: isoOf(rest.deliveredAt),
    carrier: rest.carrier ?? null,
    tracking: rest.tracking ?? null,
    trackingUrl: rest.trackingUrl ?? null,
    items,
    total: total ?? null,
  };
}

function isoOf(time: string | number | null | undefined): string | null {
  return typeof time === 'number' ? new Date(time).toISOString() : (time ?? null);
}
