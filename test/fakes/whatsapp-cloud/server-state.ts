import type { GraphFailure } from './graph-failure.ts';
import type { ReadBody, SentBody } from './message-rules.ts';

export interface SentMessage {
  /** WhatsApp's id. */
  readonly id: string;
  /** The number or the business-scoped id that was named. */
  readonly to: string;
  readonly body: SentBody;
  readonly at: number;
}

export interface StoredFile {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** How a call goes wrong: Graph's own no, a socket that closes, no answer at all, or another answer. */
export type Trouble = GraphFailure | 'close' | 'hang' | { readonly answer: object };

export interface Plan {
  readonly trouble: Trouble;
  /** What the call must be about; anything when absent. */
  readonly about: string | null;
  /** It is done all the same; only the answer is lost. */
  readonly after: boolean;
}

/** Everything the API works on. */
export interface ServerState {
  readonly token: string;
  readonly phoneNumberId: string;
  readonly catalogId: string;
  readonly titles: ReadonlyMap<string, string>;
  readonly templates: ReadonlySet<string>;
  readonly isMetaAsked: boolean;
  readonly sent: SentMessage[];
  readonly reads: ReadBody[];
  readonly uploads: StoredFile[];
  readonly files: Map<string, StoredFile>;
  readonly plans: Plan[];
  /** By person: when they last wrote; `null` where the window is not looked at. */
  readonly heard: Map<string, number> | null;
  readonly refusals: string[];
  readonly calls: string[];
  now(): number;
}
