import type { ConversationId } from '../channel/ids.ts';
import type { MediaContent } from '../channel/inbound.ts';
import type { Unread } from '../channel/media.ts';

/** Turns what a shopper sent as a file into words for the engine. */
export interface MediaReader {
  /**
   * Fetches the file through its channel, keeps it, and says what is in it. Asked again about the same event it answers the
   * same without asking anybody. Takes seconds; rejects only with a `StoreError`.
   */
  read(sent: SentMedia): Promise<Heard>;
}

export interface SentMedia {
  readonly conversation: ConversationId;
  /** The event's id. */
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly content: MediaContent;
}

/** The words that were spoken or seen, or why there are none. */
export type Heard = { readonly text: string } | { readonly unread: Unread };
