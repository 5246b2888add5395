import { userInfo } from 'node:os';
import { type ConversationId, conversationId } from '../channel/ids.ts';
import type { Store } from '../storage/store.ts';

/** People at this terminal, apart from machines. */
export const localAccount = 'local';

/** Who talks, and in which of their conversations: `/new` begins the next. */
export interface ChatPeer {
  readonly name: string;
  readonly number: number;
}

export function peerOf({ name, number }: ChatPeer): string {
  return number === 1 ? name : `${name}~${number}`;
}

export function chatOf(peer: ChatPeer): ConversationId {
  return conversationId({ channel: 'terminal', account: localAccount, peer: peerOf(peer) });
}

/** The last of them that has begun, else the first. */
export async function lastPeer(store: Pick<Store, 'get'>, name: string): Promise<ChatPeer> {
  let number = 1;
  while (await store.get('conversation', chatOf({ name, number: number + 1 }))) number += 1;
  return { name, number };
}

/** The name in the operating system; some containers give their processes none. */
export function ownName(): string {
  try {
    return userInfo().username || 'guest';
  } catch {
    return 'guest';
  }
}
