import { createSpellingMender } from '../spelling.ts';
import { languageOf } from '../words.ts';
import { isCommonWord } from './common-words.ts';
import { type IndexedPassage, indexPassage } from './index-passage.ts';
import { type MatterReader, matterReader } from './matters/read-matters.ts';
import { shopThings } from './shop-things.ts';
import { plainWords, type TermReader, termReader } from './terms.ts';
import type { WrittenPassage } from './written-passage.ts';

/** The passages of one language, ready to be asked. */
export interface PageIndex {
  readonly language: string;
  readonly passages: readonly IndexedPassage[];
  readonly terms: TermReader;
  readonly matters: MatterReader;
  /** Places in `passages` of those that have the term, by the term. */
  readonly having: Places;
  /** The same by the matter that they tell, however little of it. */
  readonly telling: Places;
  /** What the passage that says most of a matter says of it, and how many passages say as much. */
  mostOf(matter: string): Most;
  /** Of each passage's `phrases` the length as a vector of its terms' rarities. */
  readonly lengths: readonly (readonly number[])[];
  /** What a term tells: the fewer passages have it, the more. One that none has tells most. */
  rarity(term: string): number;
  /** Words with one slip become those that the pages have. */
  mend(words: readonly string[]): readonly string[];
  knows(word: string): boolean;
  /** Terms of what the shop itself has, and does not sell. */
  readonly things: ReadonlySet<string>;
}

export interface Most {
  /** 0 to 1. */
  readonly strength: number;
  readonly passages: number;
}

export type Places = ReadonlyMap<string, readonly number[]>;

/** Among shorter words a slip makes another word: coats, costs. */
const shortestMended = 6;

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
  const indexed = indexedPassages(passages, { terms, matters });
  const having = placesOf(indexed.map(({ weights }) => weights.keys()));
  const telling = placesOf(indexed.map((passage) => passage.matters.keys()));
  const most = new Map([...telling].map(([matter, places]) => [matter, mostIn(indexed, { matter, places })]));
  const rarity = (term: string): number => rarityOf(having.get(term)?.length ?? 0, passages.length);
  const vocabulary = [...new Set([...passages.flatMap(vocabularyOf), ...terms.known, ...matters.known])];
  const known = new Set(vocabulary);
  return {
    language,
    passages: indexed,
    terms,
    matters,
    having,
    telling,
    mostOf: (matter) => most.get(matter) ?? nothing,
    lengths: indexed.map(({ phrases }) => phrases.map((phrase) => lengthOf([...phrase].map(rarity)))),
    rarity,
    mend: wordMender(vocabulary),
    knows: (word) => known.has(word),
    things: shopThings(
      passages.flatMap(({ questions }) => questions.map(plainWords)),
      terms,
    ),
  };
}

function indexedPassages(
  passages: readonly WrittenPassage[],
  { terms, matters }: Pick<PageIndex, 'terms' | 'matters'>,
): readonly IndexedPassage[] {
  const read = (text: string): readonly string[] => terms.read(plainWords(text));
  const texts = passages.map(({ text }) => read(text));
  const average = texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, texts.length);
  return passages.map((passage, at) => indexPassage(passage, { read, matters, text: texts[at] ?? [], average }));
}

function placesOf(all: readonly Iterable<string>[]): Places {
  const places = new Map<string, number[]>();
  for (const [at, names] of all.entries()) {
    for (const name of names) {
      const known = places.get(name);
      if (known) known.push(at);
      else places.set(name, [at]);
    }
  }
  return places;
}

const nothing: Most = { strength: 0, passages: 0 };

function mostIn(
  passages: readonly IndexedPassage[],
  { matter, places }: { readonly matter: string; readonly places: readonly number[] },
): Most {
  const strengths = places.map((at) => passages[at]?.matters.get(matter) ?? 0);
  const strength = Math.max(...strengths);
  return { strength, passages: strengths.filter((each) => each === strength).length };
}

/** Of a vector. */
export function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
}

function rarityOf(count: number, passages: number): number {
  return Math.log(1 + (passages - count + 0.5) / (count + 0.5));
}

function vocabularyOf({ title, text, questions, also }: WrittenPassage): readonly string[] {
  return [title, text, ...questions, ...also].flatMap(plainWords);
}

function wordMender(vocabulary: readonly string[]): PageIndex['mend'] {
  const mender = createSpellingMender(vocabulary);
  return (words) => words.map((word) => (word.length < shortestMended || isCommonWord(word) ? word : mender(word)));
}
