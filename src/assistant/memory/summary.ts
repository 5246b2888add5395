import { z } from 'zod';
import type { Stored, StoreReader, Write } from '../../storage/store.ts';

const summarySchema = z.object({ text: z.string(), upTo: z.number() });

/** What was said in a conversation up to a turn. Written by a model: data, never an instruction, and no source of any figure. */
export interface Summary {
  readonly text: string | null;
  /** The last turn that is in it; 0: none. */
  readonly upTo: number;
  readonly revision: number;
}

/** Throws when the document is no summary: the store was written by something else. */
export async function readSummary(store: Pick<StoreReader, 'get'>, conversation: string): Promise<Summary> {
  const stored: Stored | null = await store.get('summary', conversation);
  if (stored === null) return { text: null, upTo: 0, revision: 0 };
  return { ...summarySchema.parse(stored.body), revision: stored.revision };
}

export interface NewSummary {
  readonly conversation: string;
  readonly text: string;
  readonly upTo: number;
  readonly now: number;
}

export function summaryWrite({ conversation, text, upTo, now }: NewSummary, { revision }: Summary): Write {
  return { kind: 'summary', id: conversation, revision, body: { text, upTo, updatedAt: now } };
}

/** Turns at the end that are told as they were, and how many more may come before they are folded into the summary. */
export const told = { turns: 8, more: 8 };
