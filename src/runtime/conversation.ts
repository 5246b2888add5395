import type { ChannelId, ConversationId } from '../channel/ids.ts';
import { type DialogState, freshState } from '../dialog/state.ts';
import type { InboxEntry } from './inbox-entry.ts';

/** A conversation as it is stored: everything a turn needs and leaves behind, in one document, so that a turn is one write. */
export interface Conversation {
  readonly channel: ChannelId;
  /** When somebody should look at it though nothing comes in (undelivered replies, unanswered messages); epoch ms. */
  readonly dueAt: number | null;
  readonly handoffSince: number | null;
  readonly handoffReason: string | null;
  /** The flow on top, for "how many people are in a changed flow". */
  readonly flow: string | null;
  readonly updatedAt: number;
  /** When the shopper last wrote, by the platform's clock; epoch ms. */
  readonly heardAt: number | null;
  readonly customer: string;
  /** As the channel tells it. */
  readonly name: string | null;
  readonly state: DialogState;
  /** Accepted and not yet answered, oldest first. */
  readonly inbox: readonly InboxEntry[];
  /** Said and not yet known to be delivered, oldest first. */
  readonly outbox: readonly OutboxEntry[];
  /** Who is at work on it. A hint that saves double work: what is right is decided by the revision. */
  readonly lease: Lease | null;
}

/** Points at the messages of a turn, which its message document holds. */
export interface OutboxEntry {
  readonly event: string;
  readonly turn: number;
  /** First message and part that are not delivered. */
  readonly message: number;
  readonly part: number;
}

export interface Lease {
  readonly by: string;
  readonly until: number;
}

export function freshConversation(id: ConversationId, channel: ChannelId): Conversation {
  return {
    channel,
    dueAt: null,
    handoffSince: null,
    handoffReason: null,
    flow: null,
    updatedAt: 0,
    heardAt: null,
    customer: id,
    name: null,
    state: freshState,
    inbox: [],
    outbox: [],
    lease: null,
  };
}
