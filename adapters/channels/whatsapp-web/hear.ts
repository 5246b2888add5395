import type whatsapp from 'whatsapp-web.js';
import type { Happening } from './happening.ts';

export type On = (name: string, handler: (...given: readonly unknown[]) => void) => void;

/** Everything that a shopper can do, as plain data. */
export function hearHappenings(on: On, happened: (happening: Happening) => void): void {
  on('message', (message) => happened({ kind: 'message', message: rawOf(message) }));
  on('message_ciphertext_failed', (message) => happened({ kind: 'undecrypted', message: rawOf(message) }));
  on('message_edit', (message, after, before) => happened({ kind: 'edit', message: rawOf(message), after, before }));
  on('message_ack', (message, ack) => happened({ kind: 'ack', message: rawOf(message), ack }));
  on('message_reaction', (reaction) => happened({ kind: 'reaction', reaction: reactionOf(reaction) }));
  on('vote_update', (vote) => happened({ kind: 'vote', vote: voteOf(vote) }));
}

/** The library's raw data of a message. */
export function rawOf(message: unknown): unknown {
  return (message as Partial<whatsapp.Message> | null)?.rawData ?? null;
}

function reactionOf(reaction: unknown): unknown {
  const { id, msgId, reaction: emoji, senderId, timestamp } = { ...(reaction as Partial<whatsapp.Reaction>) };
  return { id, msgId, reaction: emoji, senderId, timestamp };
}

/** The library keeps no id of the vote itself. */
function voteOf(vote: unknown): unknown {
  const { voter, selectedOptions, interractedAtTs, parentMsgKey } = { ...(vote as VoteData) };
  return { voter, selectedOptions, interractedAtTs, parentMsgKey };
}

interface VoteData {
  readonly voter?: unknown;
  readonly selectedOptions?: unknown;
  readonly interractedAtTs?: unknown;
  /** Not in the library's types. */
  readonly parentMsgKey?: unknown;
}
