import { withDeliveries } from './care.ts';
import type { RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import { keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { errorCode } from './log.ts';

/** Waits for the turns under way, and leaves every conversation so that the next process can go on at once. */
export async function release(context: RuntimeContext): Promise<void> {
  await Promise.all(context.lanes.active().map((lane) => settle(lane)));
  await Promise.all(context.lanes.active().map((lane) => letGo(context, lane)));
}

/** The turn's own promise is not kept anywhere; that it is over shows in the lane. */
export async function settle(lane: Lane): Promise<void> {
  while (lane.working || lane.delivering) await new Promise((resolve) => setImmediate(resolve));
  await lane.lock;
}

async function letGo(context: RuntimeContext, lane: Lane): Promise<void> {
  if (!lane.held) return;
  try {
    await keep(context.store, lane, (now) => ({ conversation: freed(context, withDeliveries(lane, now)), writes: [] }));
  } catch (error) {
    context.log.error('RELEASE_FAILED', { channel: lane.address.channel, code: errorCode(error) });
  }
}

function freed(context: RuntimeContext, conversation: Conversation): Conversation {
  const { inbox, outbox, lease } = conversation;
  const dueAt = inbox.length + outbox.length > 0 ? context.clock.now() : null;
  return { ...conversation, dueAt, lease: lease?.by === context.me ? null : lease };
}
