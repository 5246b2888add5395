import type { Money } from '../catalog/money.ts';
import type { Unread } from '../channel/media.ts';
import type { Json, JsonObject } from '../storage/json.ts';

/** What `step` is told. Time comes in the event: the engine has no clock. */
export type DialogEvent =
  /** `unread`: the text stood under a file that could not be read. */
  | ({ readonly type: 'text'; readonly text: string } & UnreadFile & Happened)
  | ({ readonly type: 'choice'; readonly id: string } & Happened)
  | ({ readonly type: 'location'; readonly latitude: number; readonly longitude: number } & Happened)
  /** The shopper opened the chat; `payload` comes from the link. */
  | ({ readonly type: 'opened'; readonly payload: string | null } & Happened)
  | ({ readonly type: 'unsupported'; readonly what: string } & UnreadFile & Happened)
  /** The platform has taken a payment. */
  | ({ readonly type: 'paid'; readonly total: Money; readonly reference: string } & Happened)
  /** What an action of this turn returned. */
  | ({ readonly type: 'result'; readonly effect: number; readonly outcome: Outcome } & Happened)
  /** Nobody has answered the step that was asked in turn `asked`. */
  | ({ readonly type: 'silence'; readonly asked: number } & Happened)
  /** The shop tells something by itself: `order-paid`. */
  | ({ readonly type: 'news'; readonly news: string; readonly slots: JsonObject } & Happened)
  /** A person takes, answers, or gives the conversation back. */
  | ({ readonly type: 'desk'; readonly does: DeskMove } & Happened);

/** Why a file could not be read, and which files it was sent with: the refusal is said once for them all. */
export interface UnreadFile {
  readonly unread?: Unread;
  readonly group?: string;
}

interface Happened {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The platform's word on the shopper's language, when the conversation has none yet. */
  readonly locale?: string;
}

export type DeskMove = { readonly say: string } | 'take' | 'give-back';

export type Outcome =
  | { readonly result: 'returned'; readonly value: JsonObject }
  /** An expected no, with its word: `out-of-stock`. */
  | { readonly result: 'refused'; readonly reason: string; readonly details?: Json }
  | { readonly result: 'failed'; readonly code: string };
