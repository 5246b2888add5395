import { createSpellingMender } from '../spelling.ts';
import { languageOf } from '../words.ts';
import { isCommonWord } from './common-words.ts';
import { type PassageMatters, passageMatters, wantedIn } from './matters/passage-matters.ts';
import { type MatterReader, matterReader, type Wanted } from './matters/read-matters.ts';
import { shopThings } from './shop-things.ts';
import { plainWords, type TermReader, termReader } from './terms.ts';
import type { WrittenPassage } from './written-passage.ts';

/** The passages of one language, ready to be asked. */
export interface PageIndex {
  readonly language: string;
  readonly passages: readonly IndexedPassage[];
  readonly terms: TermReader;
  readonly matters: MatterReader;
  /** How much of a matter the passage that has most of it says, 0 to 1. */
  mostOf(matter: string): number;
  /** How many passages tell as much of it. */
  passagesOf(matter: string): number;
  /** What a term tells: the fewer passages have it, the more. One that none has tells most. */
  rarity(term: string): number;
  /** Words with one slip become those that the pages have. */
  mend(words: readonly string[]): readonly string[];
  knows(word: string): boolean;
  /** Whether any passage has the term. */
  has(term: string): boolean;
  /** Terms of what the shop itself has, and does not sell. */
  readonly things: ReadonlySet<string>;
}

export interface IndexedPassage {
  readonly passage: WrittenPassage;
  /** Of each term how much the passage is about it, 0 to 1. */
  readonly weights: ReadonlyMap<string, number>;
  /** Terms of its title, its heading and what its page is also called. */
  readonly head: ReadonlySet<string>;
  readonly heading: ReadonlySet<string>;
  readonly questions: readonly ReadonlySet<string>[];
  /** What shoppers ask any shop that it tells, each 0 to 1. */
  readonly matters: PassageMatters;
  readonly tells: readonly Wanted[];
}

/** The parameters of BM25 for repeated terms and long passages, as they are mostly chosen. */
const saturation = 1.2;
const lengthShare = 0.75;
/** Among shorter words a slip makes another word: coats, costs. */
const shortestMended = 6;
const fieldWeight = { heading: 1, title: 0.85, question: 0.9, text: 1.1 } as const;

export function createPageIndexes(passages: readonly WrittenPassage[]): readonly PageIndex[] {
  const languages = [...new Set(passages.map(({ locale }) => languageOf(locale)))];
  return languages.map((language) =>
    createPageIndex(
      language,
      passages.filter(({ locale }) => languageOf(locale) === language),
    ),
  );
}

function createPageIndex(language: string, passages: readonly WrittenPassage[]): PageIndex {
  const terms = termReader(language);
  const matters = matterReader(language);
  const read = (text: string): readonly string[] => terms.read(plainWords(text));
  const texts = passages.map(({ text }) => read(text));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  const indexed = passages.map((passage, at) =>
    indexPassage(passage, { read, matters, text: texts[at] ?? [], average }),
  );
  const telling = new Map<string, number[]>();
  for (const passage of indexed)
    for (const [matter, much] of passage.matters) telling.set(matter, [...(telling.get(matter) ?? []), much]);
  const having = new Map<string, number>();
  for (const { weights } of indexed) for (const term of weights.keys()) having.set(term, (having.get(term) ?? 0) + 1);
  const rarity = (term: string): number => {
    const count = having.get(term) ?? 0;
    return Math.log(1 + (passages.length - count + 0.5) / (count + 0.5));
  };
  const vocabulary = [...new Set([...passages.flatMap(vocabularyOf), ...terms.known, ...matters.known])];
  const known = new Set(vocabulary);
  const mender = createSpellingMender(vocabulary);
  const mend = (words: readonly string[]): readonly string[] =>
    words.map((word) => (word.length < shortestMended || isCommonWord(word) ? word : mender(word)));
  return {
    language,
    passages: indexed,
    terms,
    matters,
    mostOf: (matter) => Math.max(0, ...(telling.get(matter) ?? [])),
    passagesOf: (matter) => countMost(telling.get(matter) ?? []),
    rarity,
    mend,
    knows: (word) => known.has(word),
    has: (term) => having.has(term),
    things: shopThings(
      passages.flatMap(({ questions }) => questions.map(plainWords)),
      terms,
    ),
  };
}

function vocabularyOf({ title, text, questions, also }: WrittenPassage): readonly string[] {
  return [title, text, ...questions, ...also].flatMap(plainWords);
}

interface Texts {
  readonly read: (text: string) => readonly string[];
  readonly matters: MatterReader;
  readonly text: readonly string[];
  readonly average: number;
}

function indexPassage(passage: WrittenPassage, { read, matters, text, average }: Texts): IndexedPassage {
  const heading = new Set(read(passage.heading));
  const head = new Set([...read(passage.title), ...passage.also.flatMap(read)]);
  const questions = passage.questions.map((question) => new Set(read(question)));
  const weights = new Map<string, number>();
  const raise = (term: string, weight: number): void =>
    void weights.set(term, Math.min(1, Math.max(weights.get(term) ?? 0, weight)));
  for (const [term, times] of counted(text)) raise(term, fieldWeight.text * saturated(times, text.length / average));
  for (const term of questions.flatMap((question) => [...question])) raise(term, fieldWeight.question);
  for (const term of head) raise(term, fieldWeight.title);
  for (const term of heading) raise(term, fieldWeight.heading);
  return {
    passage,
    weights,
    head,
    heading,
    questions,
    matters: passageMatters(passage, matters),
    tells: wantedIn(passage),
  };
}

function counted(terms: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** Near 1 for a term that a short passage has often. */
function saturated(times: number, length: number): number {
  return (times * (saturation + 1)) / (times + saturation * (1 - lengthShare + lengthShare * length));
}

function countMost(all: readonly number[]): number {
  const most = Math.max(0, ...all);
  return all.filter((each) => each === most).length;
}
