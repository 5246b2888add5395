import { freed, withCare } from './care.ts';
import { adapterOf, type RuntimeContext } from './context.ts';
import type { Conversation } from './conversation.ts';
import type { InboxEntry } from './inbox-entry.ts';
import { keep } from './keep.ts';
import type { Lane } from './lane.ts';
import { isHeldElsewhere } from './lease.ts';
import { recordWrite } from './message-record.ts';

/** Makes an event durable ahead of its turn. `duplicate` when it had been accepted before: then nothing has changed. */
export async function accept(
  context: RuntimeContext,
  lane: Lane,
  entry: InboxEntry,
): Promise<'accepted' | 'duplicate'> {
  const record = { conversation: lane.id, turn: 0, at: entry.at, entry, outbound: [] };
  const kept = await keep(context.store, lane, (now) => ({
    conversation: withEntry(context, lane, { ...now, inbox: [...now.inbox, entry] }),
    writes: [recordWrite(record, 0)],
  }));
  return kept === 'done' ? 'accepted' : 'duplicate';
}

/** Whoever is at work on the conversation keeps it; being due at once makes them see the new message. */
function withEntry(context: RuntimeContext, lane: Lane, conversation: Conversation): Conversation {
  const now = context.clock.now();
  if (isHeldElsewhere(conversation, context.me, now)) return { ...conversation, dueAt: now };
  // Whoever reaches the shopper goes on with it, at once.
  if (adapterOf(context, lane) === null) return freed(context, conversation);
  const isLeaving = context.stopping.aborted && !lane.slow && lane.delivering === null;
  return isLeaving ? freed(context, conversation) : withCare(context, lane, conversation);
}
