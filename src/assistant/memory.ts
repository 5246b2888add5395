import type { ModelMessage } from './language-model.ts';

/** What the model is told of the conversation so far. */
export interface Memory {
  /** Of all that came before `recent`; `null`: nothing did. */
  readonly summary: string | null;
  /** Oldest first, without the message that is to be answered now. */
  readonly recent: readonly ModelMessage[];
}

export const noMemory: Memory = { summary: null, recent: [] };
