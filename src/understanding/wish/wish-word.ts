import { foldCase } from '../normalise.ts';
import { wordsOf } from '../words.ts';

/** A word of a wish, as it is compared. */
export interface WishWord {
  /** Folded: lower case, no accents, Arabic without points over its letters. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written onto the one before with a hyphen: "blu-ray", "x-large". */
  readonly joined: boolean;
  /** Something other than spaces stands before it: a comma, a full stop. */
  readonly opens: boolean;
}

/** Tatweel and vowel signs; hamza and madda, which many leave out; Devanagari's nukta. */
const marks = /[\u0640\u064b-\u065f\u0670\u093c]/gu;

export function foldWord(text: string): string {
  return foldCase(text).replace(marks, '').replaceAll('ى', 'ي');
}

export function foldPhrase(text: string): string {
  return wishWords(text)
    .map((word) => word.text)
    .join(' ');
}

export function wishWords(text: string): readonly WishWord[] {
  let before = 0;
  return wordsOf(text).map(({ text: word, start, end }) => {
    const between = text.slice(before, start);
    before = end;
    return { text: foldWord(word), start, end, joined: /^[-‐‑]$/u.test(between), opens: /[^\s\-‐‑]/u.test(between) };
  });
}

/** "shoes" and "shoe" are one word; so are "dresses" and "dress", "berries" and "berry". */
export function singular(word: string): string {
  if (word.length < 4 || word.endsWith('ss') || word.endsWith('us') || word.endsWith('is')) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/u.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

/** The form in which a phrase of the catalogue and one of a shopper are compared. */
export function phraseKey(words: readonly string[]): string {
  return words.map(singular).join(' ');
}
