import { degrade } from '../channel/degrade.ts';
import type { Message } from '../channel/message.ts';
import { partsWithOrigin } from '../channel/part-origin.ts';
import { tellAnswered } from './answered.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { OutboxEntry } from './conversation.ts';
import { deliverPart, type Place } from './deliver-part.ts';
import { present } from './keep.ts';
import { keepProgress } from './keep-progress.ts';
import type { Lane, Progress } from './lane.ts';
import { errorCode } from './log.ts';
import { readRecord, recordId } from './message-record.ts';
import { advanceTo, type Round } from './round.ts';

/** Empties a conversation's outbox, in order, while its turns go on. */
export function deliverLane(context: RuntimeContext, lane: Lane): Promise<void> {
  lane.hasNews = true;
  lane.delivering ??= deliverAll(context, lane);
  return lane.delivering;
}

async function deliverAll(context: RuntimeContext, lane: Lane): Promise<void> {
  try {
    while (lane.hasNews) {
      lane.hasNews = false;
      while (await deliverNext(context, lane));
    }
  } catch (error) {
    context.unwritten.add(lane);
    context.log.error('DELIVERY_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  } finally {
    lane.delivering = null;
    context.lanes.rest(lane);
  }
}

/** False when nothing is left, or it has to wait for another day. */
async function deliverNext(context: RuntimeContext, lane: Lane): Promise<boolean> {
  const adapter = adapterOf(context, lane);
  const { conversation } = lane.held ?? (await present(context.store, lane));
  const entry = conversation.outbox.find(({ event }) => lane.delivered.get(event) !== 'all');
  if (!entry || !adapter) return false;
  const round: Round = { context, lane, adapter, entry };
  switch (await deliverEntry(round, await messagesOf(context, lane, entry)).catch(whenUnwritten(round))) {
    case 'not-now':
      return false;
    case 'nobody-there':
      await dropAll(context, lane);
      return true;
    case 'done':
      if (adapter.capabilities.idempotent) context.unwritten.add(lane);
      tellAnswered(context, lane, entry.event);
      return true;
  }
}

/** Delivered it is, though the store does not know it yet. */
function whenUnwritten({ context, lane, entry }: Round): (error: unknown) => never {
  return (error) => {
    if (lane.delivered.get(entry.event) === 'all') tellAnswered(context, lane, entry.event);
    throw error;
  };
}

/** Nobody will ever see what else waits. */
async function dropAll(context: RuntimeContext, lane: Lane): Promise<void> {
  const waiting = lane.held?.conversation.outbox ?? [];
  for (const { event } of waiting) lane.delivered.set(event, 'all');
  await keepProgress(context, lane);
  for (const { event } of waiting) tellAnswered(context, lane, event);
}

async function messagesOf({ store }: RuntimeContext, lane: Lane, entry: OutboxEntry): Promise<readonly Message[]> {
  const said = lane.said.get(entry.event);
  if (said) return said;
  const stored = await store.get('message', recordId(lane.id, entry.event));
  return stored ? readRecord(stored).outbound : [];
}

async function deliverEntry(round: Round, messages: readonly Message[]): Promise<'done' | 'not-now' | 'nobody-there'> {
  const { lane, entry } = round;
  const parts = messages.flatMap((message, index) => partsOf(round, message, index));
  const progress = lane.delivered.get(entry.event) ?? entry;
  const left = progress === 'all' ? [] : parts.filter((place) => !isBefore(place, progress));
  for (const [index, place] of left.entries()) {
    const concluded = await deliverPart(round, place, left[index + 1] ?? null);
    if (concluded !== 'next') return concluded;
  }
  if (left.length === 0) await advanceTo(round, 'all');
  return 'done';
}

function partsOf({ context, lane, adapter }: Round, message: Message, index: number): Place[] {
  const { shop } = context.book();
  const locale = lane.held?.conversation.state.locale ?? shop.locale;
  const capabilities = adapter.capabilitiesFor?.(lane.address) ?? adapter.capabilities;
  const degraded = degrade(message, capabilities, { locale });
  const flow = lane.held?.conversation.flow ?? null;
  // What a preview loses, no shopper has missed.
  const isOwn = capabilities === adapter.capabilities;
  for (const { kind } of isOwn ? degraded.losses : []) context.onLoss?.(flow, adapter.id, kind);
  return partsWithOrigin(message, degraded).map((part, place) => ({ message: index, index: place, ...part }));
}

function isBefore(place: Place, progress: Exclude<Progress, 'all'>): boolean {
  return place.message < progress.message || (place.message === progress.message && place.index < progress.part);
}
