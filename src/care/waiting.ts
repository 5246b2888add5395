import { type ConversationId, isConversationId } from '../channel/ids.ts';
import type { Conversation } from '../runtime/conversation.ts';
import type { Store, Stored } from '../storage/store.ts';
import { conversationOf } from './desk.ts';

export interface DeskConversation {
  readonly id: ConversationId;
  readonly conversation: Conversation;
}

const most = 500;

/** Conversations that a person holds or should take, longest waiting first; 500 at most. */
export async function waitingConversations(store: Pick<Store, 'find'>): Promise<readonly DeskConversation[]> {
  const where = { handoffSince: { above: 0 } };
  const found = await store.find('conversation', { where, sort: { by: 'handoffSince', direction: 'up' }, limit: most });
  return found.flatMap(named);
}

/** The latest ones, whoever holds them. */
export async function latestConversations(
  store: Pick<Store, 'find'>,
  limit: number,
): Promise<readonly DeskConversation[]> {
  return (await store.find('conversation', { sort: { by: 'updatedAt', direction: 'down' }, limit })).flatMap(named);
}

function named(stored: Stored): readonly DeskConversation[] {
  return isConversationId(stored.id) ? [{ id: stored.id, conversation: conversationOf(stored) }] : [];
}
