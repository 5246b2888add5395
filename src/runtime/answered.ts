import { adapterOf, type RuntimeContext } from './context.ts';
import { platformId } from './inbox-entry.ts';
import { refresh } from './keep.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';

/** Tells whoever waits for it that an event has been answered and the answers are delivered. */
export function tellAnswered(context: RuntimeContext, lane: Lane, event: string): void {
  const inReplyTo = platformId(event);
  if (inReplyTo !== null) tellChannel(context, lane, inReplyTo);
  tellWaiting(lane, event);
}

/** What another process has answered, its own channel has been told of. */
export async function tellElsewhereAnswered(context: RuntimeContext, lane: Lane): Promise<void> {
  if (lane.answered.size === 0 || lane.work !== null || lane.delivering !== null) return;
  await refresh(context.store, lane);
  for (const event of lane.answered.keys()) if (!isPending(lane, event)) tellWaiting(lane, event);
  context.lanes.rest(lane);
}

/** The event waits for its turn, or its answers for delivery. */
export function isPending({ held, delivered, queue }: Lane, event: string): boolean {
  if (queue.some(({ entry }) => entry.id === event)) return true;
  if (held?.conversation.inbox.some(({ id }) => id === event)) return true;
  return held?.conversation.outbox.some((entry) => entry.event === event && delivered.get(event) !== 'all') ?? false;
}

function tellWaiting(lane: Lane, event: string): void {
  for (const tell of lane.answered.get(event) ?? []) tell();
  lane.answered.delete(event);
}

/** A channel's defect here must not look like a turn that failed. */
function tellChannel(context: RuntimeContext, lane: Lane, inReplyTo: string): void {
  try {
    adapterOf(context, lane)?.answered?.(inReplyTo, lane.address);
  } catch (error) {
    context.log.error('CHANNEL_DEFECT', { channel: lane.address.channel, code: errorCode(error) });
  }
}
