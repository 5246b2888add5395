import type { DeliveryReport, InboundEvent, NotedContent } from '../channel/inbound.ts';
import type { Write } from '../storage/store.ts';
import type { RuntimeContext } from './context.ts';
import { failedLetter } from './failed-letter.ts';
import { type Change, keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { recordWrite } from './message-record.ts';
import { noteReach } from './reach.ts';
import { withdrawConsent } from './withdraw-consent.ts';

export type NotedEvent = InboundEvent & { readonly content: NotedContent };

/** Keeps what nobody waits for an answer to. As `receive`: durable when it resolves, once per event. */
export async function note(context: RuntimeContext, event: NotedEvent): Promise<'accepted' | 'duplicate'> {
  const lane = context.lanes.of(event.conversation);
  try {
    const { content } = event;
    return content.type === 'delivery'
      ? await noteDelivery(context, lane, { event, report: content })
      : await noteEvent(context, lane, event);
  } finally {
    context.lanes.rest(lane);
  }
}

interface Reported {
  readonly event: NotedEvent;
  readonly report: DeliveryReport;
}

/** How far a message came changes with every report: only the furthest is kept, and what failed becomes a dead letter. */
async function noteDelivery(
  context: RuntimeContext,
  lane: Lane,
  { event, report }: Reported,
): Promise<'accepted' | 'duplicate'> {
  if (report.optedOut) await withdrawConsent(context, lane);
  if (report.state !== 'failed') return noteReach(context, lane, report);
  const letter = report.optedOut ? null : await failedLetter(context, lane, report);
  if (letter === null) return 'duplicate';
  // With the proof that it was told: a letter that somebody has dealt with must not come back when it is told again.
  if ((await context.store.commit([letter, proofOf(event)])) !== 'committed') return 'duplicate';
  const { channel } = lane.address;
  context.log.error('DELIVERY_FAILED_LATER', { channel, reason: report.reason ?? 'no reason given' });
  return 'accepted';
}

function proofOf({ conversation, ...entry }: NotedEvent): Write {
  return recordWrite({ conversation, turn: 0, at: entry.at, entry, outbound: [] }, 0);
}

async function noteEvent(context: RuntimeContext, lane: Lane, event: NotedEvent): Promise<'accepted' | 'duplicate'> {
  const kept = await keep(context.store, lane, (now): Change => {
    const isGone = event.content.type === 'left' && event.at >= (now.heardAt ?? 0);
    return { conversation: isGone ? { ...now, outbox: [] } : now, writes: [proofOf(event)] };
  });
  return kept === 'contested' ? 'duplicate' : 'accepted';
}
