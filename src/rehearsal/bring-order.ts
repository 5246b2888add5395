import { newestOrders } from '../commerce/orders/order-documents.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { applyTracking } from '../commerce/shipping/apply-tracking.ts';
import type { ParcelState } from '../commerce/shipping/carrier.ts';
import { sendOff } from '../commerce/shipping/ship-order.ts';
import { type TradeParts, transact } from '../commerce/trade.ts';

/** What becomes of a parcel in a rehearsal, in the merchant's words. */
export const parcelMoves = {
  shipped: 'announced',
  'on its way': 'on-its-way',
  'out for delivery': 'out-for-delivery',
  waiting: 'waiting',
  failed: 'failed',
  delivered: 'delivered',
} as const satisfies Readonly<Record<string, ParcelState>>;

export type ParcelMove = keyof typeof parcelMoves;

/** The shopper's newest order goes on as if its merchant had sent it, and its carrier told of it. False: there is none that can. */
export async function bringOrder(parts: TradeParts, customer: string, move: ParcelMove): Promise<boolean> {
  const [newest] = await newestOrders(parts, customer, 1);
  if (newest === undefined) return false;
  const { id, number, tracking } = newest;
  const by = { who: 'merchant' } as const;
  const shipment = { carrier: null, tracking: `T${number}`, trackingUrl: null, labelUrl: null };
  if (tracking === null) {
    const sent = await transact(parts, { key: `rehearsed:${id}`, by }, (trade) =>
      sendOff(trade, { order: id, shipment, via: 'manual' }),
    );
    if (isRefusal(sent)) return false;
  }
  const told = {
    tracking: tracking ?? shipment.tracking,
    state: parcelMoves[move],
    at: parts.clock.now(),
    since: null,
  };
  const heard = await transact(parts, { key: `rehearsed:${id}:${move}`, by }, (trade) =>
    applyTracking(trade, { ...told, expected: null, place: null }),
  );
  return !isRefusal(heard);
}
