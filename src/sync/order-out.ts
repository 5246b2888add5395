import { type Order, orderOf } from '../commerce/orders/order.ts';
import { transact } from '../commerce/trade.ts';
import type { JsonObject } from '../storage/json.ts';
import { newShopOrder } from './new-shop-order.ts';
import { contactOf } from './order-contact.ts';
import { inwardDigest, type OutwardOrder, outwardOf } from './order-digest.ts';
import { forgetProblem, tellProblem } from './problems.ts';
import { ShopError } from './shop-error.ts';
import { type Link, linkWrite, numberOf, readLink, readLinks, textOf } from './shop-links.ts';
import type { ShopOrder, ShopSystem } from './shop-system.ts';
import { readSweep } from './sweep-state.ts';
import { actorOf, type SyncParts } from './sync-parts.ts';

export type SendOutcome = { readonly is: 'done' | 'nothing' | 'later'; readonly again?: number };

const nothing: SendOutcome = { is: 'nothing' };
/** Another process is at it. */
const soonMs = 5_000;

/** The first sweep of a large shop takes its time. */
const firstSweepMs = 30_000;

/** States of an order that was never paid: nobody else needs to know of it. */
const notOurs = ['awaiting-payment', 'expired'];

/**
 * Tells a shop system what it does not know yet of an order that was placed here: that there is one, that it was cancelled, that money
 * went back. Each is done once, however often this is tried: before an order is created it is noted that it will be, and whoever
 * finds such a note looks first whether it was. Throws `ShopError`.
 */
export async function sendOrder(parts: SyncParts, system: ShopSystem, id: string): Promise<SendOutcome> {
  const stored = await parts.store.get('order', id);
  const order = stored === null ? null : orderOf(stored);
  const link = await readLink(parts.store, system.id, ['order', id]);
  if (order === null || order.quote === null || isForeign(link)) return nothing;
  const sending = { parts, system, order };
  if (link !== null && link.theirs !== null) return await sendChanges(sending, link);
  if (notOurs.includes(order.status) || (order.status === 'cancelled' && link === null)) return nothing;
  return await place(sending, link);
}

interface Sending {
  readonly parts: SyncParts;
  readonly system: ShopSystem;
  readonly order: Order;
}

function isForeign(link: Link | null): boolean {
  return link !== null && textOf(link.body, 'origin') !== 'ours';
}

async function place(sending: Sending, link: Link | null): Promise<SendOutcome> {
  const { parts, system, order } = sending;
  const { state } = await readSweep(parts.store, system.id, parts.clock.now());
  // Until their products are known here, its lines could not name them.
  if (state.finishedAt === null) return { is: 'later', again: parts.clock.now() + firstSweepMs };
  if (link === null && isOlder(order, state.connectedAt)) return nothing;
  const asked = link === null ? null : numberOf(link.body, 'asked');
  const settled = (asked ?? 0) + system.settleMs;
  if (asked !== null && parts.clock.now() < settled) return { is: 'later', again: settled };
  const placedAt = order.placedAt === null ? parts.clock.now() : Date.parse(order.placedAt);
  const there = await system.findOrder(order.id, placedAt);
  if (there === null && order.status === 'cancelled') return nothing;
  const noted = await note(sending, { link, theirs: null, more: { origin: 'ours', asked: parts.clock.now() } });
  if (noted === null) return { is: 'later', again: parts.clock.now() + soonMs };
  const created = there ?? (await create(sending, placedAt));
  if (created === null) return { is: 'done' };
  return await placed(sending, { link: noted, created });
}

/** It was placed before this shop knew of theirs, and is looked after here. */
function isOlder({ placedAt }: Order, connectedAt: number): boolean {
  return placedAt !== null && Date.parse(placedAt) < connectedAt;
}

/** `null`: they do not take it, which a person has to look at. */
async function create({ parts, system, order }: Sending, placedAt: number): Promise<ShopOrder | null> {
  try {
    return await system.createOrder(await newShopOrder(parts.store, { system: system.id, order, placedAt }));
  } catch (error) {
    if (!(error instanceof ShopError) || error.code !== 'SHOP_REFUSED') throw error;
    await tell({ parts, system, order }, `it is not taken over there: ${error.message}`);
    return null;
  }
}

async function placed(sending: Sending, { link, created }: { link: Link; created: ShopOrder }): Promise<SendOutcome> {
  const { parts, order } = sending;
  const outward = { ...outwardOf(order), cancelled: false, refunds: [], returns: [] };
  const more = {
    origin: 'ours',
    asked: link.body['asked'] ?? null,
    seen: inwardDigest(created),
    sent: bodyOf(outward),
  };
  const linked = await note(sending, { link, theirs: created.id, more });
  if (linked === null) return { is: 'later', again: parts.clock.now() + soonMs };
  const total = order.total?.amount ?? null;
  if (total !== null && created.total.amount !== total) {
    await tell(
      sending,
      `over there it costs ${created.total.amount} (${created.total.currency}, smallest unit), here ${total}`,
    );
  } else await settle(sending);
  return await sendChanges(sending, linked);
}

async function sendChanges(sending: Sending, link: Link): Promise<SendOutcome> {
  const { order, system, parts } = sending;
  const is = outwardOf(order);
  const was = sentOf(link, is);
  const theirs = link.theirs ?? '';
  if (JSON.stringify(is) === JSON.stringify(was)) return nothing;
  let sent = was;
  const keep = async (more: Partial<OutwardOrder>): Promise<boolean> => {
    sent = { ...sent, ...more };
    const current = await readLink(parts.store, system.id, ['order', order.id]);
    return (
      current !== null &&
      (await note(sending, { link: current, theirs, more: { ...current.body, sent: bodyOf(sent) } })) !== null
    );
  };
  const later: SendOutcome = { is: 'later', again: parts.clock.now() + soonMs };
  if (is.items !== was.items && !is.cancelled)
    await tell(sending, 'its items were changed after it was sent over: change them there, too');
  if (is.address !== was.address && !is.cancelled && order.address) {
    await system.changeAddress(theirs, order.address, contactOf(order));
  }
  if (!(await keep({ items: is.items, address: is.address }))) return later;
  for (const refund of order.refunds.filter(({ id }) => is.refunds.includes(id) && !was.refunds.includes(id))) {
    await system.refundOrder(theirs, { key: `${order.id}/${refund.id}`, amount: refund.amount, why: refund.why });
    if (!(await keep({ refunds: [...sent.refunds, refund.id] }))) return later;
  }
  for (const back of order.returns.filter(({ id }) => is.returns.includes(id) && !was.returns.includes(id))) {
    await putBack(sending, back);
    if (!(await keep({ returns: [...sent.returns, back.id] }))) return later;
  }
  if (is.cancelled && !was.cancelled) return await cancel(sending, { theirs, keep, later });
  return { is: 'done' };
}

/** What came back is for sale again, here and there: their count would take it off again here. */
async function putBack({ parts, system, order }: Sending, { id, items }: Order['returns'][number]): Promise<void> {
  const skus = items.map(({ sku }) => sku);
  const links = await readLinks(parts.store, system.id, ['variant', skus]);
  for (const { sku, quantity } of items) {
    const theirs = links.get(sku)?.theirs ?? null;
    if (theirs === null) continue;
    await system.adjustStock({ id: theirs, by: quantity, key: `${order.id}/${id}/${sku}` });
  }
}

interface Cancelling {
  readonly theirs: string;
  readonly keep: (more: Partial<OutwardOrder>) => Promise<boolean>;
  readonly later: SendOutcome;
}

async function cancel(sending: Sending, { theirs, keep, later }: Cancelling): Promise<SendOutcome> {
  const why = sending.order.history.findLast(({ what }) => what === 'cancel')?.why || 'Cancelled in a conversation.';
  try {
    await sending.system.cancelOrder(theirs, why);
  } catch (error) {
    if (!(error instanceof ShopError) || error.code !== 'SHOP_REFUSED') throw error;
    await tell(sending, 'it is cancelled here, and cannot be over there: was it sent?');
  }
  return (await keep({ cancelled: true })) ? { is: 'done' } : later;
}

interface Note {
  readonly link: Link | null;
  readonly theirs: string | null;
  readonly more: JsonObject;
}

/** The link as it is now; `null` when another process was quicker. */
async function note({ parts, system, order }: Sending, { link, theirs, more }: Note): Promise<Link | null> {
  const named = { system: system.id, is: 'order', ours: order.id, theirs } as const;
  const write = linkWrite({ ...named, revision: link?.revision ?? 0, more }, parts.clock.now());
  if ((await parts.store.commit([write])) === 'conflict') return null;
  return { id: write.id, revision: write.revision + 1, is: 'order', ours: order.id, theirs, body: write.body ?? {} };
}

async function tell({ parts, system, order }: Sending, reason: string): Promise<void> {
  await tellOrderDiffers(parts, system, { id: order.id, reason });
}

/** Something about an order of ours is not over there as it is here, and a person has to look at it. */
export async function tellOrderDiffers(
  parts: SyncParts,
  system: ShopSystem,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  parts.log.warn('SHOP_ORDER_DIFFERS', { system: system.id, order: id });
  await transact(parts, { key: `tell/${id}`, by: actorOf(system) }, (trade) =>
    tellProblem(trade, system.id, { what: 'order', id, reason }),
  );
}

async function settle({ parts, system, order }: Sending): Promise<void> {
  const by = actorOf(system);
  await transact(parts, { key: `tell/${order.id}`, by }, (trade) =>
    forgetProblem(trade, system.id, { what: 'order', id: order.id }),
  );
}

function bodyOf({ cancelled, address, items, refunds, returns }: OutwardOrder): JsonObject {
  return { cancelled, address, items, refunds: [...refunds], returns: [...returns] };
}

/** Where nobody noted what was sent, it was as it is now, and neither cancelled nor refunded. */
function sentOf({ body }: Link, is: OutwardOrder): OutwardOrder {
  const sent = body['sent'] as unknown as OutwardOrder | undefined;
  return sent ?? { cancelled: false, address: is.address, items: is.items, refunds: [], returns: [] };
}
