import { adapterOf, type RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';

/** Rarely changing, so that most turns leave the index of due conversations alone. */
const coarseMs = 30_000;

/**
 * Who looks after what is left to do, and when somebody else should. Only where repeating a delivery could be seen, or a turn is
 * under way, does this process claim the conversation; it never takes it from one that is alive.
 */
export function withCare(context: RuntimeContext, lane: Lane, conversation: Conversation): Conversation {
  return { ...conversation, ...careFor(context, lane, conversation) };
}

export type Care = Pick<Conversation, 'lease' | 'dueAt'>;

export function careFor(
  context: RuntimeContext,
  lane: Lane,
  left: Care & Pick<Conversation, 'inbox' | 'outbox'>,
): Care {
  const { clock, me, settings } = context;
  const { inbox, outbox } = left;
  if (inbox.length === 0 && outbox.length === 0) return { lease: null, dueAt: null };
  const now = clock.now();
  if (isHeldElsewhere(left, me, now)) return left;
  if (inbox.length === 0 && adapterOf(context, lane)?.capabilities.idempotent) {
    return { lease: null, dueAt: Math.ceil(now / coarseMs + 1) * coarseMs };
  }
  const until = now + settings.leaseMs;
  return { lease: { by: me, until }, dueAt: until };
}

/** As the next process should find it, to go on at once. */
export function freed(context: RuntimeContext, conversation: Conversation): Conversation {
  const { inbox, outbox, lease } = conversation;
  const dueAt = inbox.length + outbox.length > 0 ? context.clock.now() : null;
  return { ...conversation, dueAt, lease: lease?.by === context.me ? null : lease };
}

/** Nobody else begins with it until the lease runs out, which is not soon. */
export function isClaimed({ clock, me, settings }: RuntimeContext, { lease }: Conversation): boolean {
  return lease?.by === me && lease.until - clock.now() > settings.leaseMs / 2;
}

/** The outbox without what is known to be delivered. */
export function withDeliveries(lane: Lane, conversation: Conversation): Conversation {
  return lane.delivered.size === 0 ? conversation : { ...conversation, outbox: undelivered(lane, conversation.outbox) };
}

export function undelivered(lane: Lane, outbox: Conversation['outbox']): Conversation['outbox'] {
  if (lane.delivered.size === 0) return outbox;
  return outbox.flatMap((entry) => {
    const progress = lane.delivered.get(entry.event);
    if (progress === 'all') return [];
    return progress ? { ...entry, ...progress } : entry;
  });
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
