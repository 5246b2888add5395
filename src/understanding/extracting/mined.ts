import type { SlotContext } from '../slots/slot-reading.ts';
import { blanked } from '../wish/draft.ts';
import { type WishWord, wishWords } from '../wish/wish-word.ts';

/** A message out of which slots are taken; what was taken is blanked. */
export interface Mined {
  readonly written: string;
  readonly left: string;
  readonly words: readonly WishWord[];
  readonly context: SlotContext;
}

export interface FoundWords {
  /** As written. */
  readonly words: string;
  /** What is used up: the words, and those that announce them. */
  readonly start: number;
  readonly end: number;
}

export function minedOf(text: string, context: SlotContext): Mined {
  return { written: text, left: text, words: wishWords(text), context };
}

export function without(mined: Mined, span: FoundWords): Mined {
  const left = blanked(mined.left, span);
  return { ...mined, left, words: wishWords(left) };
}

export function foundAt({ written }: Mined, start: number, end: number): FoundWords {
  return { words: written.slice(start, end).trim(), start, end };
}

/** The words between two, as they stand; `null` when something between them was taken already. */
export function stretch({ written, left, words }: Mined, from: number, to: number): string | null {
  const [first, last] = [words[from], words[to - 1]];
  if (first === undefined || last === undefined) return null;
  const text = left.slice(first.start, last.end);
  return text === written.slice(first.start, last.end) ? text : null;
}
