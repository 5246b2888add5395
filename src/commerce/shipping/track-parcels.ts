import type { JobRun } from '../../jobs/jobs.ts';
import { errorCode, type Log } from '../../runtime/log.ts';
import type { Order } from '../orders/order.ts';
import { readOrder, stageOrder } from '../orders/order-documents.ts';
import { walkOrders } from '../orders/walk-orders.ts';
import { type Trade, type TradeParts, transact } from '../trade.ts';
import type { Carriers } from './carrier.ts';
import { takeTrackings } from './take-trackings.ts';

export interface TrackParts extends TradeParts {
  readonly carriers: Carriers;
  readonly log: Log;
}

const hourMs = 3_600_000;
/** How often it is looked for parcels to ask about. */
const sweepMs = hourMs;
/** A parcel that its carrier has said nothing of for so long is asked about; webhooks tell much sooner. */
const silentMs = 6 * hourMs;
/** After so long nobody asks any more: carriers forget, and use numbers again. */
const longestMs = 60 * 24 * hourMs;

/** The errand `track-parcels`: asks carriers for parcels not heard of for a while. A carrier that is down is asked the next time. */
export function trackParcels(parts: TrackParts): JobRun {
  return async () => {
    const now = parts.clock.now();
    const down = new Set<string>();
    for await (const order of underWay(parts, now - longestMs)) {
      const via = order.parcel?.via ?? order.shipping?.carrier ?? '';
      if (isSilent(order, now) && !down.has(via) && !(await ask(parts, order, via))) down.add(via);
    }
    return { again: parts.clock.now() + sweepMs };
  };
}

function isSilent({ parcel }: Order, now: number): boolean {
  return parcel === null || parcel.heardAt <= now - silentMs;
}

/** Orders that have left and are not there, oldest first. `since`: placed from then on. */
export function underWay({ store }: Pick<TradeParts, 'store'>, since: number): AsyncGenerator<Order> {
  return walkOrders(store, { status: { in: ['shipped', 'out-for-delivery'] } }, since);
}

/** False when the carrier is out of reach. */
async function ask(parts: TrackParts, { id, tracking }: Order, via: string): Promise<boolean> {
  const carrier = parts.carriers.get(via);
  if (carrier === undefined || tracking === null) return true;
  try {
    const told = await carrier.track(tracking);
    await takeTrackings(parts, via, told === null ? [] : [{ ...told, tracking }]);
    const by = { who: 'system', what: via } as const;
    await transact(parts, { key: `asked:${id}`, by }, (trade) => noteAsked(trade, id));
    return true;
  } catch (error) {
    parts.log.warn('PARCEL_UNASKED', { carrier: via, code: errorCode(error) });
    return false;
  }
}

/** So that it is not asked about again at once, though nothing has changed. */
async function noteAsked(trade: Trade, id: string): Promise<null> {
  const read = await readOrder(trade, id);
  if (read === null || read.order.parcel === null || read.order.parcel.heardAt === trade.now) return null;
  stageOrder(trade, { ...read.order, parcel: { ...read.order.parcel, heardAt: trade.now } }, read.revision);
  return null;
}
