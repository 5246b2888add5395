import { fold } from '../fold.ts';
import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { hindi } from './hi.ts';
import type { Lexicon, Topic } from './lexicon.ts';
import { portuguese } from './pt.ts';
import { wholeWords } from './whole-words.ts';

/** All at once: nobody knows which language a model is going to write, or mixes in. */
const lexicons: readonly Lexicon[] = [english, german, spanish, portuguese, hindi, arabic];

const homonyms = new Set(['may', 'march', 'mar', 'mai', 'jan', 'sep', 'dec', 'oct', 'mayo', 'maio', 'août'].map(fold));

export interface NumberWord {
  readonly value: number;
  readonly scale: boolean;
  /** Counts only beside a currency, a percent or a unit. */
  readonly unsure: boolean;
}

export const numberWords: ReadonlyMap<string, NumberWord> = collectNumbers();
export const joinWords: ReadonlySet<string> = folded(lexicons.flatMap(({ joins }) => joins));
export const currencyWords: ReadonlyMap<string, string> = new Map(
  lexicons.flatMap(({ currencies }) => Object.entries(currencies).map(([word, code]) => [fold(word), code] as const)),
);
export const percentWords: ReadonlySet<string> = folded(lexicons.flatMap(({ percent }) => percent));
export const timeWords: ReadonlySet<string> = folded(lexicons.flatMap(({ time }) => time));
export const weekdayPatterns: readonly RegExp[] = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  wholeWords(lexicons.flatMap(({ weekdays }) => weekdays[day] ?? [])),
);
/** Words that are months and nothing else. */
export const monthPatterns: readonly RegExp[] = Array.from({ length: 12 }, (_, month) => wholeWords(monthWords(month)));
export const relativeDayWords: ReadonlyMap<string, number> = new Map(
  lexicons.flatMap(({ relativeDays }) => Object.entries(relativeDays).map(([word, day]) => [fold(word), day] as const)),
);

/** Words and short forms of a month, those that mean something else as well among them: for beside a number. */
export const monthNames: ReadonlyMap<string, number> = new Map(
  lexicons.flatMap(({ months }) => months.flatMap((words, month) => words.map((word) => [fold(word), month] as const))),
);

function monthWords(month: number): readonly string[] {
  const words = lexicons.flatMap(({ months }) => months[month] ?? []).map(fold);
  return words.filter((word) => !homonyms.has(word));
}

const topics = new Map<Topic, RegExp>();

/** Where the text speaks of this, in any of the languages. With the flag `g`. */
export function topicPattern(topic: Topic): RegExp {
  const known = topics.get(topic);
  if (known) return known;
  const made = wholeWords(lexicons.flatMap(({ patterns }) => patterns[topic].map((pattern) => fold(pattern))));
  topics.set(topic, made);
  return made;
}

export function speaksOf(topic: Topic, text: string): boolean {
  return text.search(topicPattern(topic)) !== -1;
}

function folded(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(fold));
}

function collectNumbers(): ReadonlyMap<string, NumberWord> {
  const unsure = folded(lexicons.flatMap((lexicon) => lexicon.unsure));
  const entries = lexicons.flatMap(({ numbers, scales }) => [
    ...Object.entries(numbers).map(([word, value]) => ({ word: fold(word), value, scale: false })),
    ...Object.entries(scales).map(([word, value]) => ({ word: fold(word), value, scale: true })),
  ]);
  return new Map(entries.map(({ word, value, scale }) => [word, { value, scale, unsure: unsure.has(word) }] as const));
}
