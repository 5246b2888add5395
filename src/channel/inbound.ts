import type { Money } from '../catalog/money.ts';
import type { ConversationId } from './ids.ts';
import type { MediaKind, Unread } from './media.ts';

/** One thing that happened on a channel, normalised. */
export interface InboundEvent {
  /** The platform's own id of this event: the only thing duplicates are told by. At most 200 characters. */
  readonly id: string;
  readonly conversation: ConversationId;
  /** When the platform says it was sent, epoch milliseconds. */
  readonly at: number;
  readonly content: InboundContent;
  readonly sender?: Sender;
  /** What brought the shopper here, where the platform says so. */
  readonly referral?: Referral;
}

export type InboundContent = AskedContent | NotedContent;

/** What waits for an answer. */
export type AskedContent =
  | { readonly type: 'text'; readonly text: string }
  /** A pressed button or picked row; `id` is the choice's. */
  | { readonly type: 'choice'; readonly id: string; readonly label?: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly label?: string }
  /** `own`: the platform vouches that the number is the shopper's; else it may be anybody's whom they know. */
  | { readonly type: 'contact'; readonly phone: string; readonly name?: string; readonly own?: true }
  /** The shopper opened the chat (Telegram's /start, the web chat's first visit). */
  | { readonly type: 'opened'; readonly payload?: string }
  | MediaContent
  /** A cart sent from the platform's own catalogue. */
  | { readonly type: 'order'; readonly items: readonly OrderedItem[]; readonly note?: string }
  /** The platform has taken a payment for an invoice of ours; `payload` is the invoice's. */
  | { readonly type: 'paid'; readonly payload: string; readonly total: Money; readonly reference: string }
  /** Something real that Parley cannot read; `what` is the channel's word for it. Answered politely, never dropped. */
  | { readonly type: 'unsupported'; readonly what: string };

/** What the platform tells about the shopper. */
export interface Sender {
  readonly name?: string;
  /** BCP 47, as the platform gives it. */
  readonly locale?: string;
}

/** A picture, a voice note or another file. Nothing the platform says of it is believed before the bytes are seen. */
export interface MediaContent {
  readonly type: 'media';
  readonly kind: MediaKind;
  /** What the channel's `fetchMedia` takes; at most 4,000 characters: an address that is signed is long. */
  readonly ref: string;
  /** As the platform names it, e.g. `audio/ogg; codecs=opus`. */
  readonly mediaType?: string;
  /** Bytes, as the platform says. */
  readonly size?: number;
  /** The file's name, for a person to read and nothing else. */
  readonly name?: string;
  /** What the shopper wrote under it. */
  readonly caption?: string;
  /** The same for files that were sent as one, such as an album: a refusal is told once for them all. */
  readonly group?: string;
  /** What was understood of it, in words; filled in when its turn comes, as is `unread`. */
  readonly heard?: string;
  /** Why nothing was. */
  readonly unread?: Unread;
}

/** What happened without anybody waiting for an answer: it is kept, and changes nothing that is said. */
export type NotedContent =
  /** The shopper blocked the shop, or removed it: what waits for them is dropped. */
  | { readonly type: 'left' }
  /** `emoji` is null when it was taken back. */
  | { readonly type: 'reaction'; readonly emoji: string | null; readonly to: string }
  | DeliveryReport;

/** How far something that was sent has come. Reports come in any order, some never. */
export interface DeliveryReport {
  readonly type: 'delivery';
  /** As it was delivered with; `null` where the platform keeps no key. */
  readonly key: string | null;
  /** The platform's id of what was sent. */
  readonly message: string;
  readonly state: 'sent' | 'delivered' | 'read' | 'failed';
  /** Why it failed, in words for the merchant, with no text or number of the shopper. */
  readonly reason?: string;
  /** The shopper wants no more news: consent is withdrawn. */
  readonly optedOut?: boolean;
}

export interface OrderedItem {
  /** The product's id in the shop. */
  readonly product: string;
  readonly quantity: number;
}

/** An advertisement or a link that started the talk. */
export interface Referral {
  /** What to count by: an advertisement's id, a campaign's tag. */
  readonly campaign: string;
  readonly kind: 'ad' | 'post' | 'link';
  readonly headline?: string;
  readonly url?: string;
}
