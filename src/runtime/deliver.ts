import type { ChannelAdapter, DeliveryReceipt } from '../channel/adapter.ts';
import { degrade } from '../channel/degrade.ts';
import type { Message } from '../channel/message.ts';
import type { RenderedPart } from '../channel/rendered-part.ts';
import type { Write } from '../storage/store.ts';
import { tellAnswered } from './answered.ts';
import { forgetWritten, withCare, withDeliveries } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { OutboxEntry } from './conversation.ts';
import { platformId } from './inbox-entry.ts';
import { hold, keep } from './keep.ts';
import type { Lane, Progress } from './lane.ts';
import { errorCode } from './log.ts';
import { readRecord, recordId } from './message-record.ts';
import { pause, pauseAfter } from './pause.ts';

/** Empties a conversation's outbox, in order, while its turns go on. */
export async function deliverLane(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.delivering) return;
  lane.delivering = true;
  try {
    while (await deliverNext(context, lane));
  } catch (error) {
    context.log.error('DELIVERY_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  } finally {
    lane.delivering = false;
    context.lanes.rest(lane);
  }
}

/** False when nothing is left, or it has to wait for another day. */
async function deliverNext(context: RuntimeContext, lane: Lane): Promise<boolean> {
  const adapter = adapterOf(context, lane);
  const { conversation } = lane.held ?? (await hold(context.store, lane));
  const entry = conversation.outbox.find(({ event }) => lane.delivered.get(event) !== 'all');
  if (!entry || !adapter) return false;
  const round: Round = { context, lane, adapter, entry };
  if (!(await deliverEntry(round, await messagesOf(context, lane, entry)))) return false;
  if (adapter.capabilities.idempotent) context.unwritten.add(lane);
  tellAnswered(context, lane, entry.event);
  return true;
}

interface Round {
  readonly context: RuntimeContext;
  readonly lane: Lane;
  readonly adapter: ChannelAdapter;
  readonly entry: OutboxEntry;
}

async function messagesOf({ store }: RuntimeContext, lane: Lane, entry: OutboxEntry): Promise<readonly Message[]> {
  const said = lane.said.get(entry.event);
  if (said) return said;
  const stored = await store.get('message', recordId(lane.id, entry.event));
  return stored ? readRecord(stored).outbound : [];
}

async function deliverEntry(round: Round, messages: readonly Message[]): Promise<boolean> {
  const { lane, entry } = round;
  const parts = messages.flatMap((message, index) => partsOf(round, message, index));
  const progress = lane.delivered.get(entry.event) ?? entry;
  const left = progress === 'all' ? [] : parts.filter((place) => !isBefore(place, progress));
  for (const [index, place] of left.entries()) {
    const following = left[index + 1];
    const after: Progress = following ? { message: following.message, part: following.index } : 'all';
    if (!(await deliverPart(round, place, after))) return false;
  }
  if (left.length === 0) await advanceTo(round, 'all');
  return true;
}

interface Place {
  readonly message: number;
  readonly index: number;
  readonly part: RenderedPart;
}

function partsOf({ context, lane, adapter }: Round, message: Message, index: number): Place[] {
  const { shop } = context.book();
  const locale = lane.held?.conversation.state.locale ?? shop.locale;
  const { parts, losses } = degrade(message, adapter.capabilities, { locale });
  const flow = lane.held?.conversation.flow ?? null;
  for (const { kind } of losses) context.onLoss?.(flow, adapter.id, kind);
  return parts.map((part, place) => ({ message: index, index: place, part }));
}

function isBefore(place: Place, progress: { readonly message: number; readonly part: number }): boolean {
  return place.message < progress.message || (place.message === progress.message && place.index < progress.part);
}

/** Tries until the channel has taken the part, or it is clear that it never will. False: not now. */
async function deliverPart(round: Round, place: Place, after: Progress): Promise<boolean> {
  const { context } = round;
  for (let failures = 0; ; ) {
    const receipt = await attempt(round, place);
    if (receipt.result !== 'retry') return conclude(round, { place, after, receipt });
    if (receipt.afterMs === null) failures += 1;
    if (failures >= context.settings.mostDeliveries) {
      const rejected = { result: 'rejected', reason: receipt.reason } as const;
      return conclude(round, { place, after, receipt: rejected });
    }
    if (!(await waitFor(round, receipt.afterMs ?? pauseAfter(context.settings, failures)))) return false;
  }
}

async function attempt({ adapter, lane, entry }: Round, place: Place): Promise<DeliveryReceipt> {
  const key = `${lane.id}:${entry.turn}:${place.message}:${place.index}`;
  try {
    return await adapter.deliver(place.part, lane.address, { key, inReplyTo: platformId(entry.event) });
  } catch (error) {
    return { result: 'rejected', reason: errorCode(error) };
  }
}

/** While we wait, nobody else should think that we are gone. */
async function waitFor({ context, lane }: Round, ms: number): Promise<boolean> {
  for (let left = ms; left > 0 && !context.stopping.aborted; left -= context.settings.leaseMs / 3) {
    await keepProgress(context, lane, []);
    await pause(context, Math.min(left, context.settings.leaseMs / 3));
  }
  return !context.stopping.aborted;
}

interface Conclusion {
  readonly place: Place;
  readonly after: Progress;
  readonly receipt: Exclude<DeliveryReceipt, { result: 'retry' }>;
}

async function conclude(round: Round, { place, after, receipt }: Conclusion): Promise<boolean> {
  const { context, lane } = round;
  switch (receipt.result) {
    case 'delivered':
      await advanceTo(round, after);
      return true;
    case 'rejected':
      context.log.error('DELIVERY_REJECTED', { channel: lane.address.channel, reason: receipt.reason });
      await advanceTo(round, after, [deadLetter(round, place, receipt.reason)]);
      return true;
    case 'unreachable':
      context.log.info('UNREACHABLE', { channel: lane.address.channel, reason: receipt.reason });
      await advanceTo(round, 'all');
      return true;
  }
}

function deadLetter({ context, lane, entry }: Round, place: Place, reason: string): Write {
  const id = `${lane.id}:${entry.turn}:${place.message}:${place.index}`;
  const part = JSON.parse(JSON.stringify(place.part));
  const body = { conversation: lane.id, at: context.clock.now(), reason, inReplyTo: platformId(entry.event), part };
  return { kind: 'dead-letter', id, revision: 0, body };
}

/** Where repeating could be seen, every delivery is written down before the next. */
async function advanceTo(round: Round, progress: Progress, writes: readonly Write[] = []): Promise<void> {
  const { context, lane, adapter, entry } = round;
  lane.delivered.set(entry.event, progress);
  if (adapter.capabilities.idempotent && writes.length === 0) return;
  await keepProgress(context, lane, writes);
}

/** Writes down what has been delivered. A dead letter that is there already is not written twice. */
export async function keepProgress(context: RuntimeContext, lane: Lane, writes: readonly Write[]): Promise<void> {
  const kept = await keep(context.store, lane, (now) => ({
    conversation: withCare(context, lane, withDeliveries(lane, now)),
    writes,
  }));
  if (kept === 'contested') return keepProgress(context, lane, []);
  forgetWritten(lane);
}
