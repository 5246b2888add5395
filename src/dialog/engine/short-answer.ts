import type { Ask, Choose } from '../book.ts';

const mostWords = 3;

/** "Size XXL" where something is to be said in free words, and answers are offered: one that is not among them is an answer too. */
export function isShortAnswer(step: Ask | Choose | null, text: string): boolean {
  const isOffered = step?.kind === 'ask' && step.type === 'text' && step.choices !== null;
  return isOffered && text.trim().split(/\s+/u).length <= mostWords;
}
