import type { DeliveryReport, InboundEvent, NotedContent } from '../channel/inbound.ts';
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
      ? await noteDelivery(context, lane, content)
      : await noteEvent(context, lane, event);
  } finally {
    context.lanes.rest(lane);
  }
}

/** How far a message came changes with every report: only the furthest is kept, and what failed becomes a dead letter. */
async function noteDelivery(
  context: RuntimeContext,
  lane: Lane,
  report: DeliveryReport,
): Promise<'accepted' | 'duplicate'> {
  if (report.optedOut) await withdrawConsent(context, lane);
  if (report.state !== 'failed') return noteReach(context, lane, report);
  const letter = report.optedOut ? null : await failedLetter(context, lane, report);
  if (letter === null) return 'duplicate';
  const { channel } = lane.address;
  context.log.error('DELIVERY_FAILED_LATER', { channel, reason: report.reason ?? 'no reason given' });
  return (await context.store.commit([letter])) === 'committed' ? 'accepted' : 'duplicate';
}

async function noteEvent(context: RuntimeContext, lane: Lane, event: NotedEvent): Promise<'accepted' | 'duplicate'> {
  const { conversation, ...entry } = event;
  const record = recordWrite({ conversation, turn: 0, at: entry.at, entry, outbound: [] }, 0);
  const kept = await keep(context.store, lane, (now): Change => {
    const isGone = entry.content.type === 'left' && entry.at >= (now.heardAt ?? 0);
    return { conversation: isGone ? { ...now, outbox: [] } : now, writes: [record] };
  });
  return kept === 'contested' ? 'duplicate' : 'accepted';
}
