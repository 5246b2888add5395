import { orderStates } from '../commerce/orders/machine.ts';
import { drop, index, takeOrder, takeProduct, takeStock } from './apply-change.ts';
import type { ProductOutcome } from './product-in.ts';
import { sendTold } from './send-told.ts';
import { linksAfter } from './shop-links.ts';
import type { ShopSystem } from './shop-system.ts';
import { type Counts, type Phase, phases, readSweep, type SweepState, sweepWrite } from './sweep-state.ts';
import type { SyncParts } from './sync-parts.ts';

/** What began so long ago is looked at again: clocks differ, and an order may be written a moment after it was dated. */
const overlapMs = 5 * 60_000;
const dayMs = 24 * 60 * 60_000;
/** Of their orders, the first sweep brings those of a month. */
const firstOrdersMs = 30 * dayMs;
/** An order that is older does not change any more. */
const openOrdersMs = 90 * dayMs;

const pageSize = 100;

/** What a page has done, and where it goes on; `null`: the phase is over. */
interface Turned {
  readonly next: string | null;
  readonly counts: Partial<Counts>;
}

/**
 * Goes on with the sweep of a system, or begins one, page by page until it is over or `until` (epoch ms) has come. After a crash it goes on
 * with the page that it was at; a page is the same when it is done twice. Throws `ShopError`, `StoreError`, `SearchError`.
 */
export async function sweep(
  parts: SyncParts,
  system: ShopSystem,
  until: number,
): Promise<'done' | 'more' | 'elsewhere'> {
  for (;;) {
    const now = parts.clock.now();
    const { state: stored, revision } = await readSweep(parts.store, system.id, now);
    const state = stored.phase === null ? begun(stored, now) : stored;
    const turned = await turn(parts, system, state);
    const after = advanced(state, turned);
    if ((await parts.store.commit([sweepWrite(system.id, { state: after, revision }, now)])) === 'conflict')
      return 'elsewhere';
    if (after.phase === null) return 'done';
    if (parts.clock.now() >= until) return 'more';
  }
}

function begun(state: SweepState, now: number): SweepState {
  const whole = state.wholeAt === null || now - state.wholeAt >= dayMs;
  return { ...state, phase: 'products', cursor: null, begun: now, whole, counts: noCounts };
}

const noCounts: Counts = { new: 0, changed: 0, gone: 0, leftOut: 0, orders: 0, sent: 0 };

function advanced(state: SweepState, { next, counts: more }: Turned): SweepState {
  const counts = sumOf(state.counts, more);
  if (next !== null) return { ...state, cursor: next, counts };
  const phase = phases[phases.indexOf(state.phase ?? 'out') + 1] ?? null;
  if (phase !== null) return { ...state, phase, cursor: null, counts };
  const since = state.begun - overlapMs;
  const wholeAt = state.whole ? state.begun : state.wholeAt;
  return {
    ...state,
    phase,
    cursor: null,
    counts,
    wholeAt,
    finishedAt: state.begun,
    sinceProducts: since,
    sinceOrders: since,
    last: counts,
  };
}

function sumOf(counts: Counts, more: Partial<Counts>): Counts {
  const sum = (name: keyof Counts) => counts[name] + (more[name] ?? 0);
  return {
    ...{ new: sum('new'), changed: sum('changed'), gone: sum('gone') },
    ...{ leftOut: sum('leftOut'), orders: sum('orders'), sent: sum('sent') },
  };
}

function turn(parts: SyncParts, system: ShopSystem, state: SweepState): Promise<Turned> {
  const phase: Phase = state.phase ?? 'products';
  switch (phase) {
    case 'products':
      return products(parts, system, state);
    case 'gone':
      return gone(parts, system, state);
    case 'stock':
      return stock(parts, system, state);
    case 'orders':
      return orders(parts, system, state);
    case 'out':
      return out(parts, system, state);
  }
}

async function products(
  parts: SyncParts,
  system: ShopSystem,
  { cursor, whole, sinceProducts }: SweepState,
): Promise<Turned> {
  const page = await system.products({ cursor, changedSince: whole ? null : sinceProducts });
  const outcomes: ProductOutcome[] = [];
  for (const theirs of page.items) outcomes.push(await takeProduct(parts, system, { theirs, event: null }));
  // Those that are the same, too: a crash may have come between the store and the index.
  await index(parts, outcomes);
  const count = (is: string) => outcomes.filter((outcome) => outcome.is === is).length;
  return { next: page.next, counts: { new: count('new'), changed: count('changed'), leftOut: count('left-out') } };
}

async function gone(parts: SyncParts, system: ShopSystem, { cursor }: SweepState): Promise<Turned> {
  const links = await linksAfter(parts.store, system.id, { is: 'product', after: cursor, limit: pageSize });
  const theirs = links.flatMap((link) => link.theirs ?? []);
  const there = theirs.length === 0 ? new Set() : await system.existing(theirs);
  const outcomes: ProductOutcome[] = [];
  for (const id of theirs.filter((one) => !there.has(one))) outcomes.push(await drop(parts, system, id));
  await index(parts, outcomes);
  return { next: nextOf(links), counts: { gone: outcomes.length } };
}

async function stock(parts: SyncParts, system: ShopSystem, { cursor }: SweepState): Promise<Turned> {
  const links = await linksAfter(parts.store, system.id, { is: 'variant', after: cursor, limit: pageSize });
  const ids = links.flatMap((link) => link.theirs ?? []);
  if (ids.length > 0) await takeStock(parts, system, await system.stock(ids));
  return { next: nextOf(links), counts: {} };
}

async function orders(
  parts: SyncParts,
  system: ShopSystem,
  { cursor, sinceOrders, begun: now }: SweepState,
): Promise<Turned> {
  const page = await system.orders({ cursor, changedSince: sinceOrders ?? now - firstOrdersMs });
  let changed = 0;
  for (const theirs of page.items) {
    if ((await takeOrder(parts, system, { theirs, event: null })) !== 'same') changed += 1;
  }
  return { next: page.next, counts: { orders: changed } };
}

/** Of an order that waits for its money, or never got any, nobody is told. */
const told: readonly string[] = orderStates.filter((status) => status !== 'awaiting-payment' && status !== 'expired');

/** Orders of ours, by status and then by when they were placed: what the job at each change may have missed. */
async function out(parts: SyncParts, system: ShopSystem, state: SweepState): Promise<Turned> {
  const [status = 'placed', from = String(Math.max(state.connectedAt, state.begun - openOrdersMs))] =
    state.cursor?.split('|') ?? [];
  const where = { status, placedAt: { from: Number(from) } };
  const page = await parts.store.find('order', { where, sort: { by: 'placedAt', direction: 'up' }, limit: pageSize });
  let sent = 0;
  for (const { id } of page) if ((await sendTold(parts, system, id)).is === 'done') sent += 1;
  const last = Number(page.at(-1)?.body['placedAt'] ?? 0);
  if (page.length === pageSize) return { next: `${status}|${Math.max(last, Number(from) + 1)}`, counts: { sent } };
  const following = told[told.indexOf(status) + 1];
  return { next: following === undefined ? null : following, counts: { sent } };
}

function nextOf(links: readonly { readonly id: string }[]): string | null {
  return links.length < pageSize ? null : (links.at(-1)?.id ?? null);
}
