import { type ConversationId, conversationId } from '../../../src/channel/ids.ts';
import type { Activity } from './activity-schema.ts';

/**
 * In a personal chat the peer is the chat. In a group chat or a team's channel it is `{chat}:{user}`, so that each member has a
 * conversation and a cart of their own, over all threads of a channel; answers are shown to all.
 */
export function conversationOf({ conversation, from }: Activity, account: string): ConversationId {
  const chat = withoutThread(conversation.id);
  const peer = isGroup(conversation) && from ? `${chat}:${from.id}` : chat;
  return conversationId({ channel: 'teams', account, peer });
}

export function isGroup({ conversationType }: Activity['conversation']): boolean {
  return conversationType !== undefined && conversationType !== 'personal';
}

const thread = /;messageid=(\d{1,20})$/u;

function withoutThread(id: string): string {
  return id.replace(thread, '') || id;
}

/** The message that a channel's thread began with; `null` outside threads. */
export function threadOf(id: string): string | null {
  return thread.exec(id)?.[1] ?? null;
}

/** The same channel, in this thread. */
export function inThread(id: string, to: string | null): string {
  return to === null ? id : `${withoutThread(id)};messageid=${to}`;
}
