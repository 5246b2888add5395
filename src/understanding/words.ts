import { foldCase } from './normalise.ts';

export interface Word {
  /** Lower case, without accents and apostrophes. */
  readonly text: string;
  /** Offsets in the text it was found in. */
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’‘`´][\p{L}\p{M}\p{N}]+)*/gu;

/** Each reader of a message asks for the same texts again. */
const mostRemembered = 16;
const remembered = new Map<string, readonly Word[]>();

export const wordsOf = (text: string): readonly Word[] => {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const words = foundWords(text);
  remembered.set(text, words);
  return words;
};

const foundWords = (text: string): readonly Word[] =>
  Array.from(text.matchAll(wordPattern), (found) => ({
    text: foldCase(found[0]).replace(/['’‘`´]/g, ''),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** `en` of `en-GB`. */
export const languageOf = (locale: string): string =>
  locale.slice(0, /[-_]/.exec(locale)?.index ?? locale.length).toLowerCase();
