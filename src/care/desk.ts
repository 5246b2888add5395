import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../channel/ids.ts';
import type { DeskMove } from '../dialog/event.ts';
import type { Conversation } from '../runtime/conversation.ts';
import { type InboxEntry, ownEvent } from '../runtime/inbox-entry.ts';
import { recordWrite } from '../runtime/message-record.ts';
import { StoreError } from '../storage/errors.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Store, Stored, Write } from '../storage/store.ts';

export interface Move {
  readonly conversation: ConversationId;
  readonly does: DeskMove;
  /** Epoch milliseconds. */
  readonly now: number;
}

/**
 * Puts what a person at the desk does into the conversation's inbox, from any process: whoever runs the shop takes it up within a
 * second. Resolves with the entry's id when it is durable, `null` when there is no such conversation.
 */
export async function moveFromDesk(store: Store, { conversation, does, now }: Move): Promise<string | null> {
  const entry: InboxEntry = { id: `${deskEvent}${randomUUID()}`, at: now, content: { type: 'desk', does } };
  const record = recordWrite({ conversation, turn: 0, at: now, entry, outbound: [] }, 0);
  const changed = await changeConversation(store, conversation, (present) => ({
    conversation: { ...present, inbox: [...present.inbox, entry], dueAt: now },
    writes: [record],
  }));
  return changed ? entry.id : null;
}

/** Ids of what the desk does begin so. */
export const deskEvent = `${ownEvent}desk:`;

export function conversationOf({ body }: Stored): Conversation {
  return body as unknown as Conversation;
}

interface Change {
  readonly conversation: Conversation;
  readonly writes: readonly Write[];
}

const mostTries = 100;

/** Against the revision read, and again when somebody was faster. False when there is no such conversation. */
export async function changeConversation(
  store: Store,
  id: ConversationId,
  make: (present: Conversation) => Change,
): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries++) {
    const stored = await store.get('conversation', id);
    if (!stored) return false;
    const { conversation, writes } = make(conversationOf(stored));
    const body = conversation as unknown as JsonObject;
    const own: Write = { kind: 'conversation', id, revision: stored.revision, body };
    if ((await store.commit([own, ...writes])) === 'committed') return true;
  }
  throw new StoreError('STORE_FAILED', 'The conversation was changed all the time');
}
