import { conversationOf } from '../care/desk.ts';
import { type DeskConversation, latestConversations, waitingConversations } from '../care/waiting.ts';
import { isConversationId } from '../channel/ids.ts';
import type { Store } from '../storage/store.ts';
import { Failure } from './failure.ts';
import { pickByNumber } from './short-number.ts';

/** How many conversations a number may mean, beside those that wait. */
export const latestShown = 50;

/** By its whole id, or by the number that the list shows. Throws `Failure` when there is none. */
export async function findConversation(store: Store, wanted: string): Promise<DeskConversation> {
  if (isConversationId(wanted)) {
    const stored = await store.get('conversation', wanted);
    if (stored) return { id: wanted, conversation: conversationOf(stored) };
    throw new Failure(`There is no conversation ${wanted}.`);
  }
  const waiting = await waitingConversations(store);
  const latest = await latestConversations(store, latestShown);
  const others = latest.filter(({ id }) => !waiting.some((known) => known.id === id));
  return pickByNumber([...waiting, ...others], wanted);
}
