import { isRefusal, type Refusal } from '../refusal.ts';
import { release } from '../stock/release.ts';
import { reserve } from '../stock/reserve.ts';
import type { Trade } from '../trade.ts';
import type { Order, OrderItem } from './order.ts';
import type { Swap } from './pieces.ts';

/** The order with all its pieces kept for it. Refuses as `reserve` does. */
export async function withPiecesKept(trade: Trade, order: Order): Promise<Order | Refusal> {
  const reserved = await keep(trade, order, order.items);
  return isRefusal(reserved) ? reserved : { ...order, reserved: [...reserved], reservedUntil: null };
}

/** The order with none of its pieces kept any more: they can be sold again. */
export async function withPiecesReleased(trade: Trade, order: Order): Promise<Order> {
  await release(trade, order.reserved);
  return { ...order, reserved: [], reservedUntil: null };
}

type Reserved = Order['reserved'];

/** What goes out of the order can be sold again; what comes in is kept for it. Refuses as `reserve` does. */
export async function withPiecesSwapped(trade: Trade, order: Order, swaps: readonly Swap[]): Promise<Order | Refusal> {
  let { out, rest }: { out: Reserved; rest: Reserved } = { out: [], rest: order.reserved };
  for (const { sku, quantity } of swaps) {
    const taken = takenFrom(rest, sku, quantity);
    out = [...out, ...taken.out];
    rest = taken.rest;
  }
  await release(trade, out);
  const kept = await keptFor(trade, order, swaps);
  return isRefusal(kept) ? kept : { ...order, reserved: [...rest, ...kept] };
}

/** Keeps what comes in. */
export async function keptFor(trade: Trade, order: Order, swaps: readonly Swap[]) {
  const coming = swaps.flatMap(({ instead, quantity }) => (instead === null ? [] : [{ ...instead, quantity }]));
  return await keep(trade, order, coming);
}

/** Where the order is fetched, if it is; what came without a SKU or product (imported) is not counted here. */
async function keep(trade: Trade, { shipping }: Order, items: readonly OrderItem[]) {
  const place = shipping?.pickUp ?? undefined;
  const wants = items.flatMap(({ sku, product, quantity }) =>
    sku === null || product === null ? [] : [{ sku, product, quantity, ...(place !== undefined && { place }) }],
  );
  return await reserve(trade, wants);
}

/** Pieces of one SKU out of what is kept; an imported order has nothing kept here. */
export function takenFrom(reserved: Reserved, sku: string | null, quantity: number): { out: Reserved; rest: Reserved } {
  let open = quantity;
  const out: Reserved = [];
  const rest = reserved.flatMap((one) => {
    const taken = one.sku === sku ? Math.min(open, one.quantity) : 0;
    open -= taken;
    if (taken > 0) out.push({ ...one, quantity: taken });
    return taken === one.quantity ? [] : [{ ...one, quantity: one.quantity - taken }];
  });
  return { out, rest };
}
