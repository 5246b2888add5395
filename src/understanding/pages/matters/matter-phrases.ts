import { plainWords } from '../terms.ts';
import type { MatterWords } from './matter-words.ts';

/** By the first word, longest first. */
export type PhraseTable = ReadonlyMap<string, readonly Phrase[]>;

interface Phrase {
  readonly words: readonly string[];
  readonly classes: readonly string[];
}

const gap = '…';
const widestGap = 3;

export function phraseTable(matterWords: MatterWords): PhraseTable {
  const classes = new Map<string, string[]>();
  for (const [name, phrases] of Object.entries(matterWords)) {
    for (const phrase of phrases.split(',')) {
      const key = phrase
        .split(gap)
        .map((part) => plainWords(part).join(' '))
        .join(` ${gap} `);
      classes.set(key, [...(classes.get(key) ?? []), name]);
    }
  }
  const table = new Map<string, Phrase[]>();
  for (const [phrase, names] of classes) {
    const words = phrase.split(' ');
    const first = words[0] ?? '';
    table.set(first, [...(table.get(first) ?? []), { words, classes: names }]);
  }
  for (const phrases of table.values()) phrases.sort((one, other) => other.words.length - one.words.length);
  return table;
}

export type Told = ReadonlyMap<string, readonly string[]>;

/** Each class with the words that tell it. A longer phrase hides the shorter ones in it: a gift card is no card. */
export function classesIn(words: readonly string[], table: PhraseTable): Told {
  const told = new Map<string, readonly string[]>();
  for (let at = 0; at < words.length; ) {
    const found = phraseAt(words, at, table);
    for (const name of found?.classes ?? []) {
      told.set(name, [...(told.get(name) ?? []), ...words.slice(at, at + (found?.length ?? 0))]);
    }
    at += found?.step ?? 1;
  }
  return told;
}

/** All words that tell a class. */
export function wordsIn(table: PhraseTable): readonly string[] {
  const words = [...table.values()].flat().flatMap((phrase) => phrase.words);
  return [...new Set(words)].filter((word) => word !== gap);
}

interface Found {
  readonly classes: readonly string[];
  readonly length: number;
  readonly step: number;
}

function phraseAt(words: readonly string[], at: number, table: PhraseTable): Found | null {
  for (const phrase of table.get(words[at] ?? '') ?? []) {
    const length = lengthOf(phrase.words, words, at);
    // What stands in a gap tells its own.
    if (length > 0) return { classes: phrase.classes, length, step: phrase.words.includes(gap) ? 1 : length };
  }
  return null;
}

/** 0: the phrase is not there. */
function lengthOf(phrase: readonly string[], words: readonly string[], at: number): number {
  const open = phrase.indexOf(gap);
  if (open < 0) return phrase.every((word, offset) => words[at + offset] === word) ? phrase.length : 0;
  if (!phrase.slice(0, open).every((word, offset) => words[at + offset] === word)) return 0;
  const [next = ''] = phrase.slice(open + 1);
  const end = words.indexOf(next, at + open + 1);
  return end > 0 && end - at - open <= widestGap ? end - at + 1 : 0;
}
