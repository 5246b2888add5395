import type { Message } from '../channel/message.ts';
import type { JsonObject } from '../storage/json.ts';

/** Plain data that the engine asks the runtime to do. Its id is `conversation:turn:index`. */
export type Effect =
  | { readonly type: 'send'; readonly message: Message }
  | { readonly type: 'act'; readonly action: string; readonly input: JsonObject }
  /** Wake this conversation with a `silence` event unless the step has been answered by then. */
  | { readonly type: 'wake'; readonly afterMs: number; readonly asked: number }
  | { readonly type: 'handoff'; readonly reason: string }
  /** How what the shopper wrote sounds, −1 to 1, and what it was about: kept with the message, for the merchant. */
  | { readonly type: 'mood'; readonly score: number; readonly flow: string | null; readonly product: string | null }
  /** Something the merchant or developer should see; never with the shopper's words in it. */
  | { readonly type: 'note'; readonly code: NoteCode; readonly flow: string; readonly step: string };

export type NoteCode =
  | 'FLOW_LOOP'
  | 'ACTION_FAILED'
  | 'STEP_GONE'
  | 'STEP_CHANGED'
  | 'NOT_UNDERSTOOD'
  | 'GAVE_UP'
  | 'BAD_VALUE';
