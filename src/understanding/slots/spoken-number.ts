import type { Word } from '../words.ts';
import type { NumberWords } from './number-words.ts';

export interface SpokenNumber {
  readonly value: number;
  /** Index of the first word after it. */
  readonly next: number;
}

interface Sum {
  readonly thousands: number;
  readonly below: number;
}

/** "twenty" takes "one", "hundred" takes anything below it; "two three" is two numbers. */
const takes = (below: number, value: number): boolean =>
  value < 10 ? below % 10 === 0 && below % 100 !== 10 : value < 100 ? below % 100 === 0 : value < 1000 && below === 0;

const extended = (sum: Sum | null, word: string, words: NumberWords): Sum | null => {
  const value = words.values.get(word);
  const { thousands, below } = sum ?? { thousands: 0, below: 0 };
  if (value !== undefined && (sum === null || (value > 0 && takes(below, value))))
    return { thousands, below: below + value };
  const factor = words.multipliers.get(word);
  if (factor === undefined || thousands + below === 0) return null;
  if (factor === 1000) return thousands > 0 ? null : { thousands: below * 1000, below: 0 };
  return below > 0 && below < 100 ? { thousands, below: below * factor } : null;
};

const opening = (
  tokens: readonly Word[],
  at: number,
  words: NumberWords,
): { readonly sum: Sum | null; readonly next: number } => {
  const first = tokens[at]?.text ?? '';
  const second = tokens[at + 1]?.text ?? '';
  const one = { thousands: 0, below: 1 };
  if (words.articles.has(first) && words.multipliers.has(second))
    return { sum: extended(one, second, words), next: at + 2 };
  if (words.articles.has(first) && words.values.has(second) && !words.values.has(first))
    return opening(tokens, at + 1, words);
  const bare = words.multipliers.has(first) ? one : null;
  return { sum: extended(bare, first, words), next: at + 1 };
};

const halves = (tokens: readonly Word[], at: number, words: NumberWords): SpokenNumber | null => {
  if (!words.half.has(tokens[at]?.text ?? '')) return null;
  const article = words.articles.has(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const factor = words.multipliers.get(tokens[at + 1 + article]?.text ?? '');
  return factor === undefined ? { value: 0.5, next: at + 1 } : { value: factor / 2, next: at + 2 + article };
};

const andAHalf = (tokens: readonly Word[], at: number, words: NumberWords): number | null => {
  if (tokens[at]?.text !== words.joiner) return null;
  const article = words.articles.has(tokens[at + 1]?.text ?? '') ? 1 : 0;
  return words.half.has(tokens[at + 1 + article]?.text ?? '') ? at + 2 + article : null;
};

/** The number that begins at the word, as long as it goes. */
export const spokenNumberAt = (tokens: readonly Word[], at: number, words: NumberWords): SpokenNumber | null => {
  const half = halves(tokens, at, words);
  if (half !== null) return half;
  let { sum, next } = opening(tokens, at, words);
  if (sum === null) return null;
  while (next < tokens.length) {
    const joined = tokens[next]?.text === words.joiner ? 1 : 0;
    const longer: Sum | null = extended(sum, tokens[next + joined]?.text ?? '', words);
    if (longer === null) break;
    sum = longer;
    next += 1 + joined;
  }
  const value = sum.thousands + sum.below;
  const afterHalf = andAHalf(tokens, next, words);
  return afterHalf === null ? { value, next } : { value: value + 0.5, next: afterHalf };
};
