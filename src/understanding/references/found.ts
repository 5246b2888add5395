import type { WishWord } from '../wish/wish-word.ts';

/** A text in which something shown before may be meant. */
export interface Reading {
  readonly text: string;
  readonly words: readonly WishWord[];
  /** Whether it asks for a comparison: then numbers are places. */
  readonly compares: boolean;
}

/** What is meant, and the words that say so. */
export interface Found {
  readonly which: readonly number[] | 'last-seen' | 'all';
  readonly from: number;
  readonly to: number;
}

export function wordAt({ words }: Reading, at: number): string {
  return words[at]?.text ?? '';
}

/** Whether nothing comes any more, or a sign stands before it. */
export function endsAt({ words }: Reading, at: number): boolean {
  return at >= words.length || words[at]?.opens === true;
}
