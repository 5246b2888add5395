import type { ConversationId } from '../channel/ids.ts';
import type { InboundContent } from '../channel/inbound.ts';
import type { Message } from '../channel/message.ts';

/** One turn as it is kept: what came in, and everything that was said because of it. */
export interface TranscriptEntry {
  /** 1 for a conversation's first turn. */
  readonly turn: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** `null` when no shopper's event caused it (a time-out, a person at the desk). */
  readonly inbound: InboundContent | null;
  readonly inboundId: string;
  readonly outbound: readonly Message[];
}

export interface Transcript {
  /** Entries with a turn greater than `turn`, oldest first, at most `limit`. */
  after(conversation: ConversationId, turn: number, limit: number): Promise<readonly TranscriptEntry[]>;
  /** The newest `limit` entries before turn `before` (or all), oldest first. */
  last(conversation: ConversationId, limit: number, before?: number): Promise<readonly TranscriptEntry[]>;
}
