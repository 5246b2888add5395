import { notNow, stateAfter, stepOrder } from '../orders/machine.ts';
import { notPaid } from '../orders/not-paid.ts';
import { type Order, orderOf, type Parcel } from '../orders/order.ts';
import { notFound, readOrder, stageOrder } from '../orders/order-documents.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { type Actor, type Trade, type TradeParts, transact } from '../trade.ts';
import type { Carriers, Shipment, ShipRequest } from './carrier.ts';
import { stageParcelNews } from './parcel-news.ts';
import { withOrderThere, withPiecesGone } from './send-off.ts';

export interface ShipInput {
  /** The order's id. */
  readonly order: string;
  /** A number that a person has from the carrier; `null`: it goes without one. Left out: the carrier is asked for one. */
  readonly tracking?: string | null;
  /** One of the shop's carriers, or with `tracking` any name that the shopper knows: `UPS`. */
  readonly carrier?: string;
  readonly grams?: number;
  readonly by: Actor;
}

export interface Shipped {
  readonly order: Order;
  readonly labelUrl: string | null;
}

export interface ShipParts extends TradeParts {
  readonly carriers: Carriers;
}

/**
 * Sends an order off: asks the carrier for a parcel, then writes number and state, takes the pieces out of the stock and tells the shopper.
 * The carrier is asked first, with a key of the order's: who crashes between the two and does it again gets the same parcel. An order
 * that is fetched is `packed` by it and lies ready. Refuses with `not-found`, `not-now` (details: status, and the tracking number when
 * a label was bought meanwhile), `no-address`, `no-carrier` (details: carrier), as `notPaid` and as the carrier do. Throws `CarrierDown`.
 */
export async function shipOrder(parts: ShipParts, input: ShipInput): Promise<Shipped | Refusal> {
  const stored = await parts.store.get('order', input.order);
  if (stored === null) return notFound;
  const order = orderOf(stored);
  const trying = { key: `ship:${order.id}`, by: input.by };
  if (order.shipping?.pickUp != null) return await transact(parts, trying, (trade) => layReady(trade, order.id));
  if (stateAfter(order.status, 'ship') === null) return withNumber(notNow(order), order.tracking);
  const unpaid = notPaid(order, parts.shop.currency);
  if (unpaid !== null) return unpaid;
  const parcel = await parcelFor(parts, order, input);
  if (isRefusal(parcel)) return parcel;
  return await transact(parts, trying, (trade) => sendOff(trade, { order: order.id, ...parcel }));
}

/** So that whoever has a label learns of the parcel there is. */
function withNumber(refusal: Refusal, tracking: string | null): Refusal {
  return { ...refusal, details: { ...refusal.details, tracking } };
}

/** A parcel that somebody brings. */
export interface SentParcel {
  readonly shipment: Omit<Shipment, 'carrier' | 'tracking'> & {
    readonly carrier: string | null;
    readonly tracking: string | null;
  };
  /** Which of the shop's carriers knows of it. */
  readonly via: string;
}

async function parcelFor(parts: ShipParts, order: Order, input: ShipInput): Promise<SentParcel | Refusal> {
  const id = input.carrier ?? order.shipping?.carrier ?? 'manual';
  if (input.tracking !== undefined) return byHand(parts, input.tracking, input.carrier ?? null);
  const carrier = parts.carriers.get(id);
  if (carrier === undefined) return { refused: 'no-carrier', details: { carrier: id } };
  const request = requestFor(parts, order, input);
  if (isRefusal(request)) return request;
  const shipment = await carrier.ship(request);
  return isRefusal(shipment) ? shipment : { shipment, via: id };
}

function byHand({ carriers }: ShipParts, tracking: string | null, carrier: string | null): SentParcel {
  const isOurs = carrier !== null && carriers.has(carrier);
  const name = isOurs ? null : carrier;
  return {
    shipment: { carrier: name, tracking: tracking?.trim() || null, trackingUrl: null, labelUrl: null },
    via: isOurs ? carrier : 'manual',
  };
}

function requestFor(parts: ShipParts, order: Order, { grams }: ShipInput): ShipRequest | Refusal {
  const { sender, parcel, zones } = parts.rules().shipping;
  if (order.address === null) return { refused: 'no-address' };
  const method = order.shipping?.method ?? '';
  const written = zones.flatMap(({ methods }) => methods).find(({ id }) => id === method);
  return {
    order: order.id,
    number: order.number,
    to: { ...order.address, name: order.address.name ?? order.contact?.name ?? null },
    from: sender,
    parcel: grams === undefined ? parcel : { ...parcel, grams },
    phone: order.contact?.phone ?? null,
    email: order.contact?.email ?? null,
    items: order.items.map(({ title, sku, quantity }) => ({ title, sku: sku ?? '', quantity })),
    method,
    service: written?.service ?? null,
    key: `ship:${order.id}`,
  };
}

/** The order has left the house with this parcel. What a shop system or a carrier reports can be told by it too. */
export async function sendOff(
  trade: Trade,
  { order: id, shipment, via }: SentParcel & { readonly order: string },
): Promise<Shipped | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const gone = await withPiecesGone(trade, read.order);
  if (isRefusal(gone)) return withNumber(gone, shipment.tracking);
  const { carrier, tracking, trackingUrl, labelUrl } = shipment;
  const parcel: Parcel = { state: 'announced', at: 0, place: null, via, heardAt: trade.now };
  const order: Order = { ...gone, carrier, tracking, trackingUrl, parcel };
  stageOrder(trade, order, read.revision);
  stageParcelNews(trade, order, { news: 'order-shipped', about: tracking ?? 'sent' });
  return { order, labelUrl };
}

async function layReady(trade: Trade, id: string): Promise<Shipped | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const packed = notPaid(read.order, trade.shop.currency) ?? stepOrder(trade, read.order, 'pack');
  if (isRefusal(packed)) return packed;
  const place = read.order.shipping?.label ?? null;
  const parcel: Parcel = { state: 'waiting', at: trade.now, place, via: 'manual', heardAt: trade.now };
  const order: Order = { ...packed, parcel };
  stageOrder(trade, order, read.revision);
  // Changed after it was ready, it is made ready once more, and the news of before may not have been told yet.
  stageParcelNews(trade, order, { news: 'parcel-waiting', about: `ready:${order.history.length}` });
  return { order, labelUrl: null };
}

/** A person says that it has been brought or fetched. Refuses with `not-found`, `not-now`. */
export async function deliverOrder(trade: Trade, id: string): Promise<Order | Refusal> {
  const read = await readOrder(trade, id);
  if (read === null) return notFound;
  const there = await withOrderThere(trade, read.order, new Date(trade.now).toISOString());
  if (isRefusal(there)) return there;
  const known = read.order.parcel ?? { place: null, via: 'manual' };
  const order: Order = { ...there, parcel: { ...known, state: 'delivered', at: trade.now, heardAt: trade.now } };
  stageOrder(trade, order, read.revision);
  stageParcelNews(trade, order, { news: 'order-delivered', about: 'by-hand' });
  return order;
}
