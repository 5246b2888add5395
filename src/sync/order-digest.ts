import type { Order } from '../commerce/orders/order.ts';
import { digestOf } from './shop-links.ts';
import type { ShopOrder } from './shop-system.ts';

/** Of what a shop system is told about an order of ours. */
export interface OutwardOrder {
  readonly cancelled: boolean;
  readonly address: string;
  readonly items: string;
  /** Ids of refunds that are done. */
  readonly refunds: readonly string[];
  /** Ids of returns whose goods are here again, and for sale. */
  readonly returns: readonly string[];
}

export function outwardOf({ status, address, contact, items, refunds, returns }: Order): OutwardOrder {
  return {
    cancelled: status === 'cancelled',
    address: digestOf({ address, contact }),
    items: digestOf(items.map(({ sku, quantity }) => ({ sku, quantity }))),
    refunds: refunds.filter(({ state }) => state === 'done').map(({ id }) => id),
    returns: returns.filter(({ state, restocked }) => state === 'received' && restocked !== false).map(({ id }) => id),
  };
}

/** Of what matters here about an order of theirs: they touch orders for many other reasons. */
export function inwardDigest({ cancelled, fulfilled, parcels, refunded }: ShopOrder): string {
  return digestOf({ cancelled, fulfilled, parcels: parcels.map(({ at: _at, ...parcel }) => parcel), refunded });
}
