import { withAllComingBack } from '../orders/came-back.ts';
import { stepOrder } from '../orders/machine.ts';
import { type Order, orderOf, type Parcel } from '../orders/order.ts';
import { notFound, type ReadOrder, readOrder, stageOrder } from '../orders/order-documents.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { Trade } from '../trade.ts';
import type { ParcelState, Tracking } from './carrier.ts';
import { type ParcelNews, stageParcelNews } from './parcel-news.ts';
import { withOrderThere, withPiecesGone } from './send-off.ts';

export interface AppliedTracking {
  readonly order: Order;
  /** What the shopper is told of it, if they wanted to be told; `null`: nothing that they do not know. */
  readonly news: ParcelNews | null;
}

/**
 * What a carrier says of a parcel comes to its order, however often and in whatever order it is said: what is older than what is known
 * changes nothing, and a parcel that is there or back stays so. Refuses with `not-found` when no order has this number.
 */
export async function applyTracking(trade: Trade, tracking: Tracking): Promise<AppliedTracking | Refusal> {
  const read = await orderWith(trade, tracking.tracking);
  if (read === null) return notFound;
  const { order, revision } = read;
  if (!isNews(order.parcel, tracking)) return { order, news: null };
  const isSame = order.parcel?.state === tracking.state;
  const moved = isSame ? order : await movedTo(trade, order, tracking);
  const after = { ...moved, eta: tracking.expected ?? order.eta, parcel: parcelAfter(trade, order, tracking) };
  stageOrder(trade, after, revision);
  const news = isSame || isOver(order) ? null : newsOf(tracking.state);
  if (news !== null) stageParcelNews(trade, after, { news, about: `${tracking.state}:${tracking.at}` });
  return { order: after, news };
}

/** Carriers use their numbers again after some months: the latest order with it is meant. */
async function orderWith(trade: Trade, tracking: string): Promise<ReadOrder | null> {
  if (tracking === '') return null;
  const found = await trade.store.find('order', { where: { tracking } });
  const latest = found.map(orderOf).toSorted((one, other) => placed(other) - placed(one))[0];
  return latest === undefined ? null : await readOrder(trade, latest.id);
}

function placed({ placedAt }: Order): number {
  return placedAt === null ? 0 : Date.parse(placedAt);
}

/** How far a parcel has come; of two that are said of one moment, the further counts. */
const far: Readonly<Record<ParcelState, number>> = {
  announced: 0,
  'on-its-way': 1,
  'out-for-delivery': 2,
  failed: 3,
  waiting: 4,
  delivered: 5,
  returned: 5,
};

function isNews(known: Parcel | null, { state, at }: Tracking): boolean {
  if (known === null) return true;
  // Carriers fall back to it when they look again.
  if (state === 'announced' && known.state !== 'announced') return false;
  const knownFar = far[known.state as ParcelState] ?? 0;
  if (knownFar === far.delivered) return false;
  return at > known.at || (at === known.at && far[state] > knownFar);
}

/** Cancelled, or brought by other means: its parcel is of no interest any more. */
function isOver({ status }: Order): boolean {
  return !['placed', 'packed', 'shipped', 'out-for-delivery'].includes(status);
}

async function movedTo(trade: Trade, order: Order, { state, at, since }: Tracking): Promise<Order> {
  switch (state) {
    case 'announced':
      return order;
    case 'on-its-way':
    case 'waiting':
    case 'failed':
      return stepped(trade, await left(trade, order), 'try-again');
    case 'out-for-delivery':
      return stepped(trade, await left(trade, order), 'bring-out');
    case 'delivered': {
      const there = await withOrderThere(trade, await left(trade, order), since ?? new Date(at).toISOString());
      return isRefusal(there) ? order : there;
    }
    case 'returned':
      return cameBack(trade, await left(trade, order));
  }
}

/** A carrier that has it tells that it has left the house, though nobody here has said so. The order as it was where it had left before. */
async function left(trade: Trade, order: Order): Promise<Order> {
  const gone = await withPiecesGone(trade, order);
  return isRefusal(gone) ? order : gone;
}

/** The order as it was where the event cannot happen now. */
function stepped(trade: Trade, order: Order, event: 'try-again' | 'bring-out' | 'send-back'): Order {
  const after = stepOrder(trade, order, event);
  return isRefusal(after) ? order : after;
}

function cameBack(trade: Trade, order: Order): Order {
  const after = stepped(trade, order, 'send-back');
  return after === order ? order : withAllComingBack(trade, after);
}

function parcelAfter({ now, by }: Trade, { parcel }: Order, { state, at, place }: Tracking): Parcel {
  const via = parcel?.via ?? (by.who === 'system' ? by.what : 'manual');
  return { state, at, place, via, heardAt: now };
}

function newsOf(state: ParcelState): ParcelNews | null {
  switch (state) {
    case 'announced':
    case 'on-its-way':
      return null;
    case 'out-for-delivery':
      return 'out-for-delivery';
    case 'waiting':
      return 'parcel-waiting';
    case 'delivered':
      return 'order-delivered';
    case 'failed':
    case 'returned':
      return 'parcel-failed';
  }
}
