import type { ConversationId } from '../channel/ids.ts';
import type { NotedContent } from '../channel/inbound.ts';
import type { Message } from '../channel/message.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Store, Stored, Write } from '../storage/store.ts';
import type { InboxContent, InboxEntry } from './inbox-entry.ts';
import type { Transcript, TranscriptEntry } from './transcript.ts';

/**
 * The document of kind `message`: that an event was accepted, and what was answered. It is written in the same commit as its
 * consequence, and its id is what makes a second delivery impossible.
 */
export interface MessageRecord {
  readonly conversation: ConversationId;
  /** 0 while the event waits in the inbox. */
  readonly turn: number;
  readonly at: number;
  readonly entry: InboxEntry<InboxContent | NotedContent>;
  readonly outbound: readonly Message[];
  /** How what came in sounded, and what it was about; absent where that cannot be told. */
  readonly mood?: RecordedMood;
}

export interface RecordedMood {
  /** −1 to 1. */
  readonly score: number;
  readonly flow: string | null;
  /** Id of the product last looked at. */
  readonly product: string | null;
}

export function recordId(conversation: ConversationId, event: string): string {
  return `${conversation}/${event}`;
}

export function recordWrite(record: MessageRecord, revision: number): Write {
  return { kind: 'message', id: recordId(record.conversation, record.entry.id), revision, body: asBody(record) };
}

export function readRecord(stored: Stored): MessageRecord {
  return stored.body as unknown as MessageRecord;
}

/** A record is plain JSON by construction: messages and entries hold nothing else. */
function asBody(record: MessageRecord): JsonObject {
  return record as unknown as JsonObject;
}

export function createTranscript(store: Pick<Store, 'find'>): Transcript {
  const entries = async (where: { conversation: string; turn: object }, page: Page): Promise<TranscriptEntry[]> => {
    const sort = { by: 'turn', direction: page.direction } as const;
    const found = await store.find('message', { where, sort, limit: page.limit });
    return found.map((stored) => transcriptEntry(readRecord(stored)));
  };
  return {
    after: (conversation, turn, limit) => entries({ conversation, turn: { above: turn } }, { limit, direction: 'up' }),
    last: async (conversation, limit, before) => {
      const turn = before === undefined ? { above: 0 } : { above: 0, below: before };
      return (await entries({ conversation, turn }, { limit, direction: 'down' })).reverse();
    },
  };
}

interface Page {
  readonly limit: number;
  readonly direction: 'up' | 'down';
}

function transcriptEntry({ turn, at, entry, outbound }: MessageRecord): TranscriptEntry {
  const { content } = entry;
  const inbound = content.type === 'desk' || content.type === 'silence' || content.type === 'news' ? null : content;
  return { turn, at, inbound, inboundId: entry.id, outbound };
}
