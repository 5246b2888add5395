import { setTimeout as pause } from 'node:timers/promises';
import { conversationOf, moveFromDesk } from '../care/desk.ts';
import { type ConversationId, parseConversationId } from '../channel/ids.ts';
import type { DeskMove } from '../dialog/event.ts';
import type { Store } from '../storage/store.ts';
import { Failure } from './failure.ts';
import { findConversation } from './inbox-find.ts';

/** A running shop looks once a second; this is longer. */
const takenWithinMs = 4_000;
const lookEveryMs = 100;

export async function makeMove(store: Store, wanted: string, does: DeskMove): Promise<string> {
  const { id } = await findConversation(store, wanted);
  const entry = await moveFromDesk(store, { conversation: id, does, now: Date.now() });
  if (entry === null) throw new Failure(`There is no conversation ${id}.`);
  return (await isTaken(store, id, entry)) ? doneWords(does) : keptWords(id);
}

async function isTaken(store: Store, id: ConversationId, entry: string): Promise<boolean> {
  for (let waited = 0; waited < takenWithinMs; waited += lookEveryMs) {
    const stored = await store.get('conversation', id);
    if (!stored || !conversationOf(stored).inbox.some((waiting) => waiting.id === entry)) return true;
    await pause(lookEveryMs);
  }
  return false;
}

/** A conversation at a terminal is delivered by that terminal. */
function keptWords(id: ConversationId): string {
  const runner = parseConversationId(id)?.channel === 'terminal' ? 'chat is open again' : 'shop runs';
  return `Kept. It will be delivered when the ${runner}.\n`;
}

function doneWords(does: DeskMove): string {
  if (does === 'take') return 'The conversation is yours. Parley stays silent in it until you give it back.\n';
  return does === 'give-back' ? 'Parley goes on with it.\n' : 'Sent.\n';
}
