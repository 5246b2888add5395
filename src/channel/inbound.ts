import type { ConversationId } from './ids.ts';

/** One thing that happened on a channel, normalised. */
export interface InboundEvent {
  /** The platform's own id of this event: the only thing duplicates are told by. At most 200 characters. */
  readonly id: string;
  readonly conversation: ConversationId;
  /** When the platform says it was sent, epoch milliseconds. */
  readonly at: number;
  readonly content: InboundContent;
  readonly sender?: Sender;
}

export type InboundContent =
  | { readonly type: 'text'; readonly text: string }
  /** A pressed button or picked row; `id` is the choice's. */
  | { readonly type: 'choice'; readonly id: string; readonly label?: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly label?: string }
  | { readonly type: 'contact'; readonly phone: string; readonly name?: string }
  /** The shopper opened the chat (Telegram's /start, the web chat's first visit). */
  | { readonly type: 'opened'; readonly payload?: string }
  /** Something real that Parley cannot read; `what` is the channel's word for it. Answered politely, never dropped. */
  | { readonly type: 'unsupported'; readonly what: string };

/** What the platform tells about the shopper. */
export interface Sender {
  readonly name?: string;
  /** BCP 47, as the platform gives it. */
  readonly locale?: string;
}
