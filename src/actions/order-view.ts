import { z } from 'zod';
import { type Order, orderOf } from '../commerce/orders/order.ts';
import type { StoreReader } from '../storage/store.ts';
import type { ActionContext } from './action.ts';
import { moneySchema } from './schemas.ts';

export const orderViewSchema = z.object({
  id: z.string(),
  label: z.string().describe('Number and day, for buttons.'),
  number: z.string(),
  status: z.string().describe('placed, packed, shipped, delivered, cancelled, returned, or the shop’s own word.'),
  delivered: z.boolean(),
  cancelled: z.boolean(),
  placed_at: z.string().nullable().describe('ISO 8601, like all times here.'),
  eta: z.string().nullable(),
  delivered_at: z.string().nullable(),
  carrier: z.string().nullable(),
  tracking: z.string().nullable(),
  tracking_url: z.string().nullable(),
  items: z.array(z.object({ title: z.string(), quantity: z.int() })),
  total: moneySchema.nullable(),
});
export type OrderView = z.output<typeof orderViewSchema>;

export function orderView(order: Order, context: Pick<ActionContext, 'locale' | 'shop'>): OrderView {
  const { placedAt, deliveredAt, trackingUrl, customer: _customer, items, total, ...same } = order;
  return {
    ...same,
    label: labelOf(order, context),
    delivered: order.status === 'delivered',
    cancelled: order.status === 'cancelled',
    placed_at: placedAt,
    delivered_at: deliveredAt,
    tracking_url: trackingUrl,
    items: items.map((item) => ({ ...item })),
    total: total === null ? null : { ...total },
  };
}

/** An order the customer may see: their own, or nobody's. Anybody else's is as if it did not exist. */
export async function orderFor(given: string, context: ActionContext): Promise<Order | null> {
  for (const id of spellings(given)) {
    const stored = await context.store.get('order', id);
    const order = stored === null ? null : orderOf(stored);
    if (order !== null && (order.customer === null || order.customer === context.customer)) return order;
  }
  return null;
}

/** Newest first. */
export async function recentOrders(
  { store, customer }: { readonly store: StoreReader; readonly customer: string },
  limit: number,
): Promise<readonly Order[]> {
  const newest = { by: 'placedAt', direction: 'down' } as const;
  return (await store.find('order', { where: { customer }, sort: newest, limit })).map(orderOf);
}

/** `#10234`, `order no. 10234 please`, `ab-12`: as written, then each word in it with a digit, also in upper case. */
function spellings(given: string): readonly string[] {
  const text = given.trim().slice(0, 200);
  const numbers = (text.match(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu) ?? []).filter((word) => /\d/.test(word)).slice(0, 3);
  return [...new Set([text, ...numbers, ...numbers.map((word) => word.toUpperCase())])].filter((id) => id !== '');
}

function labelOf({ number, placedAt }: Order, { locale, shop }: Pick<ActionContext, 'locale' | 'shop'>): string {
  const placed = placedAt === null ? Number.NaN : Date.parse(placedAt);
  if (Number.isNaN(placed)) return `#${number}`;
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: shop.timeZone });
  return `#${number}, ${day.format(placed)}`;
}
