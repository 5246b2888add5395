import { adapterOf, type RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Lane } from './lane.ts';

/** Rarely changing, so that most turns leave the index of due conversations alone. */
const coarseMs = 30_000;

/**
 * Who looks after what is left to do, and when somebody else should. Only where repeating a delivery could be seen, or a turn is
 * under way, does this process claim the conversation.
 */
export function withCare(context: RuntimeContext, lane: Lane, conversation: Conversation): Conversation {
  const { clock, me, settings } = context;
  const { inbox, outbox } = conversation;
  if (inbox.length === 0 && outbox.length === 0) return { ...conversation, lease: null, dueAt: null };
  const now = clock.now();
  if (inbox.length === 0 && adapterOf(context, lane)?.capabilities.idempotent) {
    return { ...conversation, lease: null, dueAt: Math.ceil(now / coarseMs + 1) * coarseMs };
  }
  const until = now + settings.leaseMs;
  return { ...conversation, lease: { by: me, until }, dueAt: until };
}

/** The outbox without what is known to be delivered. */
export function withDeliveries(lane: Lane, conversation: Conversation): Conversation {
  if (lane.delivered.size === 0) return conversation;
  const outbox = conversation.outbox.flatMap((entry) => {
    const progress = lane.delivered.get(entry.event);
    if (progress === 'all') return [];
    return progress ? { ...entry, ...progress } : entry;
  });
  return { ...conversation, outbox };
}

/** After a commit: what the store knows need not be remembered. */
export function forgetWritten(lane: Lane): void {
  const outbox = lane.held?.conversation.outbox ?? [];
  for (const event of lane.delivered.keys()) {
    if (outbox.some((entry) => entry.event === event)) continue;
    lane.delivered.delete(event);
    lane.said.delete(event);
  }
}
