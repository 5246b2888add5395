import { type Order, orderBody, orderOf } from '../../src/commerce/orders/order.ts';
import { isRefusal } from '../../src/commerce/refusal.ts';
import type { Carrier, Shipment, ShipRequest, Tracking } from '../../src/commerce/shipping/carrier.ts';
import type { ShipParts } from '../../src/commerce/shipping/ship-order.ts';
import { takeTrackings } from '../../src/commerce/shipping/take-trackings.ts';
import { reserve } from '../../src/commerce/stock/reserve.ts';
import { openStockRoom, type RoomSettings } from '../commerce/stock/stock-room.ts';

export const merchant = { who: 'merchant' } as const;

/** A carrier that does what it is told, and gives one parcel for one key. */
export function obedientCarrier(id = 'easypost') {
  const parcels = new Map<string, Shipment>();
  const asked: ShipRequest[] = [];
  const told = new Map<string, Tracking>();
  const carrier: Carrier = {
    id,
    async ship(request) {
      asked.push(request);
      const known = parcels.get(request.key);
      const tracking = `TRACK-${parcels.size + 1}`;
      const url = `https://track.example/${tracking}`;
      const shipment = known ?? {
        carrier: 'USPS',
        tracking,
        trackingUrl: url,
        labelUrl: 'https://labels.example/1.png',
      };
      parcels.set(request.key, shipment);
      return shipment;
    },
    track: async (tracking) => told.get(tracking) ?? null,
  };
  return { carrier, parcels, asked, told };
}

/** A shop with ten coats, of which two are kept for a placed order of Ann's; she wants to be told. */
export async function openParcelRoom(settings: RoomSettings = {}) {
  const room = await openStockRoom({ coat: { coat: 10 } }, settings);
  const easypost = obedientCarrier();
  const manual: Carrier = { id: 'manual', ship: async () => ({ refused: 'by-hand' }), track: async () => null };
  const carriers = new Map([
    ['easypost', easypost.carrier],
    ['manual', manual],
  ]);
  const parts: ShipParts = { ...room.parts, carriers };

  async function putOrder(given: Partial<Order> = {}, id = 'order-1'): Promise<Order> {
    const kept = await room.trade((trade) => reserve(trade, [{ sku: 'coat', product: 'coat', quantity: 2 }]));
    if (isRefusal(kept)) throw new Error(`refused: ${kept.refused}`);
    const order: Order = {
      ...orderOf({ id, body: {} }),
      customer: 'ann',
      conversation: 'webchat:shop:ann',
      status: 'placed',
      placedAt: new Date(room.now).toISOString(),
      address: {
        name: 'Ann',
        lines: ['1 Main Street'],
        postcode: '10001',
        city: 'New York',
        region: 'NY',
        country: 'US',
      },
      shipping: { method: 'standard', label: 'Standard', carrier: 'easypost', pickUp: null },
      items: [{ title: 'Coat', quantity: 2, sku: 'coat', product: 'coat', options: {}, price: null }],
      reserved: [...kept],
      notify: true,
      ...given,
    };
    const result = await room.store.commit([{ kind: 'order', id, revision: 0, body: orderBody(order) }]);
    if (result === 'conflict') throw new Error('conflict');
    return order;
  }

  async function order(id = 'order-1'): Promise<Order> {
    const stored = await room.store.get('order', id);
    if (stored === null) throw new Error(`no order ${id}`);
    return orderOf(stored);
  }

  /** What the shopper is told, in the order in which it was planned. */
  async function news(): Promise<readonly string[]> {
    const jobs = await room.store.find('job', { where: { name: 'news' }, sort: { by: 'runAt', direction: 'up' } });
    return jobs.map(({ body }) => String((body['data'] as { readonly news: unknown }).news));
  }

  const pieces = async () => {
    const level = (await room.shelf('coat'))?.levels?.get('main');
    return { onHand: level?.onHand ?? null, reserved: level?.reserved ?? null };
  };

  const hears = (state: Tracking['state'], at: number, given: Partial<Tracking> = {}) =>
    takeTrackings(parts, 'easypost', [
      { tracking: 'TRACK-1', state, at, since: null, expected: null, place: null, ...given },
    ]);

  return { room, parts, easypost, putOrder, order, news, pieces, hears };
}

export type ParcelRoom = Awaited<ReturnType<typeof openParcelRoom>>;
