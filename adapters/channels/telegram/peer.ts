import { type Address, type ConversationId, conversationId } from '../../../src/channel/ids.ts';
import type { IncomingMessage, IncomingUser } from './update-schema.ts';

/** Who the bot is. The username comes with `getMe`; until then a group's mention by name is not known. */
export interface BotIdentity {
  readonly id: number;
  readonly account: string;
  readonly username: string | null;
}

/**
 * In a private chat the peer is the chat. In a group it is `{chat}:{user}`, so that each member has a conversation and a cart
 * of their own; answers are shown in the group.
 */
export function conversationOf(
  chat: IncomingMessage['chat'],
  from: IncomingUser | undefined,
  account: string,
): ConversationId {
  const peer = isGroup(chat) && from ? `${chat.id}:${from.id}` : `${chat.id}`;
  return conversationId({ channel: 'telegram', account, peer });
}

export function isGroup(chat: IncomingMessage['chat']): boolean {
  return chat.type !== 'private';
}

/** The chat that shows what is sent to this address, or `null` when it is none of Telegram's. */
export function chatOf(to: Address): number | null {
  const match = /^(-?\d{1,16})(?::\d{1,16})?$/u.exec(to.peer);
  return match ? Number(match[1]) : null;
}
