import type { ParcelState, Tracking } from '../../../src/commerce/shipping/carrier.ts';
import type { Log } from '../../../src/runtime/log.ts';
import type { Tracker } from './easypost-schema.ts';

/** "The current status of the package" (docs.easypost.com/docs/trackers). */
const states: Readonly<Record<string, ParcelState>> = {
  unknown: 'announced',
  pre_transit: 'announced',
  in_transit: 'on-its-way',
  out_for_delivery: 'out-for-delivery',
  delivered: 'delivered',
  available_for_pickup: 'waiting',
  return_to_sender: 'returned',
  failure: 'failed',
  cancelled: 'failed',
  error: 'failed',
};

/** A status that is new to us says at least that the parcel is somewhere. */
export function trackingOf(tracker: Tracker, { log, now }: { readonly log: Log; readonly now: number }): Tracking {
  const state = Object.hasOwn(states, tracker.status) ? states[tracker.status] : undefined;
  if (state === undefined) log.warn('PARCEL_STATE_UNKNOWN', { carrier: 'easypost', status: known(tracker.status) });
  const last = tracker.tracking_details.at(-1);
  return {
    tracking: tracker.tracking_code,
    state: state ?? 'on-its-way',
    at: momentOf(tracker.updated_at ?? tracker.created_at) ?? now,
    since: last?.status === tracker.status ? isoOf(last.datetime) : null,
    expected: isoOf(tracker.est_delivery_date),
    place: placeOf(last?.tracking_location ?? null),
  };
}

/** What a stranger calls a status goes into no log as it is. */
function known(status: string): string {
  return status.replace(/[^a-z_]/gu, '').slice(0, 40);
}

function momentOf(iso: string | null): number | null {
  const ms = iso === null ? Number.NaN : Date.parse(iso);
  return Number.isNaN(ms) ? null : ms;
}

function isoOf(iso: string | null): string | null {
  const ms = momentOf(iso);
  return ms === null ? null : new Date(ms).toISOString();
}

type Location = NonNullable<Tracker['tracking_details'][number]['tracking_location']>;

function placeOf(location: Location | null): string | null {
  const parts = [location?.city, location?.state, location?.country].filter((part) => part != null);
  return parts.length === 0 ? null : parts.join(', ').slice(0, 100);
}
