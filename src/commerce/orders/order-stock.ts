import type { Refusal } from '../refusal.ts';
import { release } from '../stock/release.ts';
import { reserve } from '../stock/reserve.ts';
import type { Trade } from '../trade.ts';
import type { Order } from './order.ts';

/** The order with all its pieces kept for it. Refuses as `reserve` does. */
export async function withPiecesKept(trade: Trade, order: Order): Promise<Order | Refusal> {
  const wants = order.items.flatMap(({ sku, product, quantity }) => {
    const place = order.shipping?.pickUp ?? undefined;
    return sku === null || product === null ? [] : [{ sku, product, quantity, ...(place !== undefined && { place }) }];
  });
  const reserved = await reserve(trade, wants);
  return 'refused' in reserved ? reserved : { ...order, reserved: [...reserved], reservedUntil: null };
}

/** The order with none of its pieces kept any more: they can be sold again. */
export async function withPiecesReleased(trade: Trade, order: Order): Promise<Order> {
  await release(trade, order.reserved);
  return { ...order, reserved: [], reservedUntil: null };
}
