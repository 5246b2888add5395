import { foldCase } from '../normalise.ts';
import { languageOf, wordsOf } from '../words.ts';
import type { PageLanguage } from './languages/language.ts';
import { pageLanguageOf } from './languages/page-languages.ts';

/** How a language's words become what is compared. */
export interface TermReader {
  /** What a text is about, in its order: stems, and `=name` where several words mean one matter. */
  read(words: readonly string[]): readonly string[];
  isEmpty(word: string): boolean;
  /** Words that are known without any page. */
  readonly known: readonly string[];
}

/** A term that begins so is a matter of a shop, whichever of its words was used. */
export const languageGroup = '=';

const longestPhrase = 5;
const shortestStem = 3;

const readers = new Map<string, TermReader>();

export function termReader(locale: string): TermReader {
  const language = languageOf(locale);
  const known = readers.get(language);
  if (known) return known;
  const reader = createReader(pageLanguageOf(locale));
  readers.set(language, reader);
  return reader;
}

export function termsOf(text: string, locale: string): readonly string[] {
  return termReader(locale).read(plainWords(text));
}

export function plainWords(text: string): readonly string[] {
  return wordsOf(text).map((word) => word.text);
}

function createReader(language: PageLanguage): TermReader {
  const empty = new Set(language.empty.map(foldCase));
  const stem = stemmer(language.endings);
  const groups = new Map<string, string>();
  for (const [name = '', ...others] of language.same) {
    for (const phrase of [name, ...others])
      groups.set(plainWords(phrase).map(stem).join(' '), `${languageGroup}${name}`);
  }
  const known = [...empty, ...language.same.flat().flatMap(plainWords)];
  return { read: (words) => readTerms(words, { empty, stem, groups }), isEmpty: (word) => empty.has(word), known };
}

interface Reading {
  readonly empty: ReadonlySet<string>;
  readonly stem: (word: string) => string;
  readonly groups: ReadonlyMap<string, string>;
}

function readTerms(words: readonly string[], { empty, stem, groups }: Reading): readonly string[] {
  const stems = words.map(stem);
  const terms: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = groupAt(stems, at, groups);
    if (found) terms.push(found.name);
    else if (!empty.has(words[at] ?? '')) terms.push(stems[at] ?? '');
    at += found?.length ?? 1;
  }
  return terms;
}

function groupAt(stems: readonly string[], at: number, groups: ReadonlyMap<string, string>) {
  for (let length = Math.min(longestPhrase, stems.length - at); length > 0; length -= 1) {
    const name = groups.get(stems.slice(at, at + length).join(' '));
    if (name !== undefined) return { name, length };
  }
  return null;
}

function stemmer(endings: readonly string[]): (word: string) => string {
  return (word) => {
    const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= shortestStem);
    return ending === undefined || /\d/u.test(word) || word.endsWith('ss') ? word : word.slice(0, -ending.length);
  };
}
