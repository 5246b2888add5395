import { foldCase } from '../../understanding/normalise.ts';
import type { Choice } from '../message.ts';

/** A text in the forms in which it is compared. */
export interface Comparable {
  /** Lower case without accents; punctuation and emoji still there. */
  readonly folded: string;
  /** Words and numbers with one space between. */
  readonly key: string;
  readonly words: readonly string[];
}

export interface ComparableChoice extends Comparable {
  readonly choice: Choice;
}

const ascii = /^[\n\r\t -~]*$/;
const apostrophes = /['’‘`´]/g;
const notWord = /[^\p{L}\p{M}\p{N}]+/gu;
const notAsciiWord = /[^a-z0-9]+/g;
/** Of keycaps and emoji: a dress that tells nothing. */
const dress = /[\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/gu;

export function comparable(text: string): Comparable {
  const plain = ascii.test(text);
  const folded = foldCase(plain ? text : text.replace(dress, ''))
    .replace(/\s+/g, ' ')
    .trim();
  const key = folded
    .replace(apostrophes, '')
    .replace(plain ? notAsciiWord : notWord, ' ')
    .trim();
  return { folded, key, words: key === '' ? [] : key.split(' ') };
}

const known = new WeakMap<readonly Choice[], readonly ComparableChoice[]>();

/** The same menu is asked about again and again. */
export function comparableChoices(choices: readonly Choice[]): readonly ComparableChoice[] {
  const before = known.get(choices);
  if (before !== undefined) return before;
  const made = choices.map((choice) => ({ choice, ...comparable(choice.label) }));
  known.set(choices, made);
  return made;
}
