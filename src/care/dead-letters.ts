import type { ConversationId } from '../channel/ids.ts';
import type { Message } from '../channel/message.ts';
import type { RenderedPart } from '../channel/rendered-part.ts';
import { ownEvent } from '../runtime/inbox-entry.ts';
import { recordWrite } from '../runtime/message-record.ts';
import type { Store, Stored, Write } from '../storage/store.ts';
import { changeConversation } from './desk.ts';

/** A part that a channel would not take. */
export interface DeadLetter {
  readonly id: string;
  readonly revision: number;
  readonly conversation: ConversationId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly reason: string;
  readonly part: RenderedPart;
}

const most = 500;

/** Oldest first; 500 at most. */
export async function deadLetters(store: Pick<Store, 'find'>): Promise<readonly DeadLetter[]> {
  const found = await store.find('dead-letter', { sort: { by: 'at', direction: 'up' }, limit: most });
  return found.map(deadLetterOf);
}

function deadLetterOf({ id, revision, body }: Stored): DeadLetter {
  return { ...(body as unknown as Omit<DeadLetter, 'id' | 'revision'>), id, revision };
}

/** False when somebody else has dropped or replayed it. */
export async function dropDeadLetter(store: Store, letter: DeadLetter): Promise<boolean> {
  return (await store.commit([deletion(letter)])) === 'committed';
}

function deletion({ id, revision }: DeadLetter): Write {
  return { kind: 'dead-letter', id, revision, body: null };
}

/**
 * Puts the part behind what the conversation still has to be told, and takes the letter away, in one commit. It comes back as a new
 * letter when the channel refuses it again. False when there is no such conversation.
 */
export function replayDeadLetter(store: Store, letter: DeadLetter, now: number): Promise<boolean> {
  const { conversation } = letter;
  const event = `${ownEvent}replay:${letter.id}:${now}`;
  const entry = { id: event, at: now, content: { type: 'unsupported', what: 'replay' } } as const;
  // No turn of the conversation is numbered so: the delivery's key must be a new one.
  const turn = -now;
  const record = recordWrite({ conversation, turn, at: now, entry, outbound: [messageOf(letter.part)] }, 0);
  const said = { event, turn, message: 0, part: 0 };
  return changeConversation(store, conversation, (present) => ({
    conversation: { ...present, outbox: [...present.outbox, said], dueAt: now },
    writes: [record, deletion(letter)],
  }));
}

/** The message that is shown as this part. */
function messageOf(part: RenderedPart): Message {
  switch (part.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
    case 'invoice':
    case 'receipt':
      return part;
    case 'buttons':
    case 'list':
      return { type: 'choices', text: part.text, choices: part.choices };
    case 'cards':
      return { type: 'products', text: part.text, products: part.cards, choices: part.choices };
    case 'image':
      return { type: 'image', url: part.url, alt: part.alt, text: part.caption };
  }
}
