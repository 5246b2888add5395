import type { InboxEntry } from './inbox-entry.ts';

/** An event and where it is: still with the platform, or in the conversation's inbox. */
export interface Question {
  /** Says what was heard, once it was. */
  entry: InboxEntry;
  durable: boolean;
  accepted(): void;
  duplicate(): void;
}
