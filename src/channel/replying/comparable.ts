import { foldCase } from '../../understanding/normalise.ts';
import type { Choice } from '../message.ts';
import { shownLabel } from '../shown-label.ts';

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

/** Most labels and replies; they are their own key but for case. */
const plainWords = /^[a-z0-9]+(?: [a-z0-9]+)*$/i;
const ascii = /^[\n\r\t -~]*$/;
const apostrophes = /['’‘`´]/g;
const notWord = /[^\p{L}\p{M}\p{N}]+/gu;
const notAsciiWord = /[^a-z0-9]+/g;
/** Of keycaps and emoji: a dress that tells nothing. */
const dress = /[\ufe0e\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}]/gu;

export function comparable(text: string): Comparable {
  if (!plainWords.test(text)) return comparableSigns(text);
  const key = text.toLowerCase();
  return { folded: key, key, words: key.split(' ') };
}

function comparableSigns(text: string): Comparable {
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

const mostKnown = 5000;
const known = new Map<string, Comparable>();

/** Menus are read anew from where they are stored at each turn, yet all shoppers of a flow see the same few labels. */
export function comparableChoices(choices: readonly Choice[], first: number): readonly ComparableChoice[] {
  return choices.map((choice, index) => {
    const { folded, key, words } = comparableLabel(shownLabel(choice.label, first + index));
    return { choice, folded, key, words };
  });
}

function comparableLabel(label: string): Comparable {
  const before = known.get(label);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const made = comparable(label);
  known.set(label, made);
  return made;
}
