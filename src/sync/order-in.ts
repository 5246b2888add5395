import { cancelOrder } from '../commerce/orders/cancel-order.ts';
import { type Order, orderBody, orderOf } from '../commerce/orders/order.ts';
import { readOrder, stageOrder } from '../commerce/orders/order-documents.ts';
import { isRefusal } from '../commerce/refusal.ts';
import { applyTracking } from '../commerce/shipping/apply-tracking.ts';
import { sendOff } from '../commerce/shipping/ship-order.ts';
import type { Trade } from '../commerce/trade.ts';
import { inwardDigest } from './order-digest.ts';
import { tellProblem } from './problems.ts';
import { type Link, linkByTheirs, linkWrite, readLink, textOf } from './shop-links.ts';
import type { ShopOrder, ShopParcel } from './shop-system.ts';

/** `again`: a parcel is known by now, and what was said of it can be followed next. */
export type OrderOutcome = 'same' | 'changed' | 'new' | 'conflict' | 'again';

export interface OrderIn {
  readonly system: string;
  readonly theirs: ShopOrder;
  readonly event: string | null;
}

/** What happened to an order over there happens here: to one of ours its parcels and its cancellation, to one of theirs everything. */
export async function bringOrder(trade: Trade, input: OrderIn): Promise<OrderOutcome> {
  const { system, theirs } = input;
  const link = (await linkByTheirs(trade.store, system, ['order', theirs.id])) ?? (await ownLink(trade, input));
  const digest = inwardDigest(theirs);
  if (link !== null && textOf(link.body, 'seen') === digest) return 'same';
  const ours = link?.ours ?? `${system}:${theirs.id.split('/').at(-1)}`;
  const stored = await trade.store.get('order', ours);
  const isOurs = link !== null && textOf(link.body, 'origin') === 'ours';
  const outcome = isOurs
    ? await follow(trade, input, stored === null ? null : orderOf(stored))
    : bring(trade, { input, ours, revision: stored?.revision ?? 0 });
  if (outcome !== 'again') stageSeen(trade, { input, link, ours, digest });
  return outcome;
}

/** An order that was created for one of ours by a process, or a shop, that did not live to note it. */
async function ownLink(trade: Trade, { system, theirs }: OrderIn): Promise<Link | null> {
  const { reference } = theirs;
  if (reference === null) return null;
  const link = await readLink(trade.store, system, ['order', reference]);
  if (link !== null) return link.theirs === null && textOf(link.body, 'origin') === 'ours' ? link : null;
  const stored = await trade.store.get('order', reference);
  if (stored === null || orderOf(stored).quote === null) return null;
  return { id: '', revision: 0, is: 'order', ours: reference, theirs: null, body: { origin: 'ours' } };
}

interface Seen {
  readonly input: OrderIn;
  readonly link: Link | null;
  readonly ours: string;
  readonly digest: string;
}

function stageSeen(trade: Trade, { input, link, ours, digest }: Seen): void {
  const { system, theirs, event } = input;
  const more = { origin: 'theirs', ...link?.body, seen: digest, event };
  trade.stage(
    linkWrite({ system, is: 'order', ours, theirs: theirs.id, revision: link?.revision ?? 0, more }, trade.now),
  );
}

async function follow(trade: Trade, input: OrderIn, order: Order | null): Promise<OrderOutcome> {
  if (order === null) return 'same';
  const { theirs, system } = input;
  const told = async (reason: string): Promise<OrderOutcome> => {
    await tellProblem(trade, system, { what: 'order', id: order.id, reason });
    return 'conflict';
  };
  if (theirs.refunded.amount > refundedOf(order))
    await told('money was given back over there, which Parley took: give it back here');
  if (theirs.cancelled) return order.status === 'cancelled' ? 'same' : await cancelled(trade, input, { order, told });
  const parcel = theirs.parcels.at(-1);
  if (parcel === undefined) return 'same';
  if (order.status === 'cancelled') return await told('it is cancelled here, and was sent over there');
  return await sent(trade, input, { order, parcel });
}

interface Following {
  readonly order: Order;
  readonly told: (reason: string) => Promise<OrderOutcome>;
}

async function cancelled(trade: Trade, { system }: OrderIn, { order, told }: Following): Promise<OrderOutcome> {
  const done = await cancelOrder(trade, { order: order.id, reason: `Cancelled in ${system}.` });
  return isRefusal(done) ? await told(`it is cancelled over there, and cannot be here: ${done.refused}`) : 'changed';
}

/** It leaves once; what a carrier says of its parcel comes whenever it is said. */
async function sent(
  trade: Trade,
  { system }: OrderIn,
  { order, parcel }: { order: Order; parcel: ShopParcel },
): Promise<OrderOutcome> {
  const { carrier, tracking, trackingUrl, expected, state, at } = parcel;
  if (order.status === 'placed' || order.status === 'packed') {
    const shipment = { carrier, tracking, trackingUrl, labelUrl: null };
    const shipped = await sendOff(trade, { order: order.id, shipment, via: system });
    if (isRefusal(shipped)) return 'conflict';
  } else if (order.tracking !== tracking && tracking !== null) await renumber(trade, order.id, parcel);
  if (tracking === null || state === 'announced') return 'changed';
  // Orders are found by what is stored of their parcels.
  if (order.tracking !== tracking) return 'again';
  await applyTracking(trade, { tracking, state, at, since: null, expected, place: null });
  return 'changed';
}

/** A number that came later, or was mended. */
async function renumber(trade: Trade, id: string, { carrier, tracking, trackingUrl }: ShopParcel): Promise<void> {
  const read = await readOrder(trade, id);
  if (read !== null) stageOrder(trade, { ...read.order, carrier, tracking, trackingUrl }, read.revision);
}

function refundedOf({ refunds }: Order): number {
  return refunds.reduce((sum, { amount }) => sum + amount.amount, 0);
}

interface Bringing {
  readonly input: OrderIn;
  readonly ours: string;
  readonly revision: number;
}

/** An order that was placed over there: to be found at the desk and counted; it belongs to nobody who talks here. */
function bring(trade: Trade, { input, ours, revision }: Bringing): OrderOutcome {
  const { system, theirs } = input;
  const parcel = theirs.parcels.at(-1) ?? null;
  const body = orderBody({
    ...orderOf({ id: ours, body: {} }),
    number: theirs.number,
    // Never null: an order without a customer may be seen by whoever knows its number.
    customer: `${system}:customer`,
    status: statusOf(theirs, parcel),
    placedAt: new Date(theirs.placedAt).toISOString(),
    eta: parcel?.expected ?? null,
    deliveredAt: parcel?.state === 'delivered' ? new Date(parcel.at).toISOString() : null,
    carrier: parcel?.carrier ?? null,
    tracking: parcel?.tracking ?? null,
    trackingUrl: parcel?.trackingUrl ?? null,
    items: theirs.items.map((item) => ({ ...item, product: null, options: {} })),
    total: theirs.total,
    address: theirs.address,
    contact: theirs.contact,
  });
  trade.stage({ kind: 'order', id: ours, revision, body });
  return revision === 0 ? 'new' : 'changed';
}

function statusOf({ cancelled, fulfilled }: ShopOrder, parcel: ShopParcel | null): string {
  if (cancelled) return 'cancelled';
  if (parcel?.state === 'delivered') return 'delivered';
  if (parcel?.state === 'out-for-delivery') return 'out-for-delivery';
  return fulfilled || parcel !== null ? 'shipped' : 'placed';
}
