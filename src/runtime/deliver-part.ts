import type { DeliveryReceipt } from '../channel/adapter.ts';
import type { PartWithOrigin } from '../channel/part-origin.ts';
import type { Write } from '../storage/store.ts';
import { deadLetterWrite } from './dead-letter.ts';
import { attempt } from './delivery-attempt.ts';
import { deliveryKey } from './delivery-key.ts';
import { platformId } from './inbox-entry.ts';
import { keepProgress } from './keep-progress.ts';
import type { Progress } from './lane.ts';
import { pause, pauseAfter } from './pause.ts';
import { advanceTo, type Round } from './round.ts';
import { withdrawConsent } from './withdraw-consent.ts';

/** A part, and its place in the turn. */
export interface Place extends PartWithOrigin {
  readonly message: number;
  readonly index: number;
}

export type Concluded = 'next' | 'not-now' | 'nobody-there';

/** Tries until the channel has taken the part, or it is clear that it never will. */
export async function deliverPart(round: Round, place: Place, following: Place | null): Promise<Concluded> {
  const { settings } = round.context;
  const id = deliveryKey(round.lane.id, { turn: round.entry.turn, ...place });
  for (let failures = 0; ; ) {
    if (!(isOurs(round) || (await makeOurs(round)))) return 'not-now';
    const receipt = await attempt(round, place, id);
    if (receipt.result !== 'retry') return conclude(round, { id, place, following, receipt });
    if (receipt.afterMs === null) failures += 1;
    if (failures >= settings.mostDeliveries) {
      const rejected = { result: 'rejected', reason: receipt.reason } as const;
      return conclude(round, { id, place, following, receipt: rejected });
    }
    if (!(await waitFor(round, receipt.afterMs ?? pauseAfter(settings, failures)))) return 'not-now';
  }
}

/** It still has to be said, and, where repeating could be seen, we have claimed the conversation. */
function isOurs(round: Round): boolean {
  const { context, lane, adapter } = round;
  if (lane.held && !isLeft(round)) return false;
  if (adapter.capabilities.idempotent) return true;
  const lease = lane.held?.conversation.lease;
  return lease?.by === context.me && lease.until > context.clock.now();
}

/** Our claim has run out while something kept us: somebody else may have gone on. */
async function makeOurs(round: Round): Promise<boolean> {
  await keepProgress(round.context, round.lane);
  return isOurs(round) && isLeft(round);
}

/** The shopper may have gone meanwhile, or another process has said it. */
function isLeft({ lane, entry }: Round): boolean {
  return lane.held?.conversation.outbox.some(({ event }) => event === entry.event) ?? false;
}

/** While we wait, nobody else should think that we are gone. */
async function waitFor({ context, lane }: Round, ms: number): Promise<boolean> {
  for (let left = ms; left > 0 && !context.stopping.aborted; left -= context.settings.leaseMs / 3) {
    await keepProgress(context, lane);
    await pause(context, Math.min(left, context.settings.leaseMs / 3));
  }
  return !context.stopping.aborted;
}

interface Conclusion {
  readonly id: string;
  readonly place: Place;
  readonly following: Place | null;
  readonly receipt: Exclude<DeliveryReceipt, { result: 'retry' }>;
}

async function conclude(round: Round, conclusion: Conclusion): Promise<Concluded> {
  const { context, lane } = round;
  const { receipt, following } = conclusion;
  const after: Progress = following ? { message: following.message, part: following.index } : 'all';
  switch (receipt.result) {
    case 'delivered':
      await advanceTo(round, after);
      return 'next';
    case 'rejected':
      context.log.error('DELIVERY_REJECTED', { channel: lane.address.channel, reason: receipt.reason });
      await advanceTo(round, after, [deadLetter(round, conclusion, receipt.reason)]);
      return 'next';
    case 'opted-out':
      context.log.info('OPTED_OUT', { channel: lane.address.channel, reason: receipt.reason });
      await withdrawConsent(context, lane);
      await advanceTo(round, after);
      return 'next';
    case 'unreachable':
      context.log.info('UNREACHABLE', { channel: lane.address.channel, reason: receipt.reason });
      return 'nobody-there';
  }
}

function deadLetter({ context, lane, entry }: Round, { id, place }: Conclusion, reason: string): Write {
  const about = { conversation: lane.id, at: context.clock.now(), reason, inReplyTo: platformId(entry.event) };
  return deadLetterWrite({ ...about, key: id, part: place.part });
}
