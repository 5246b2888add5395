import { languageOf } from '../../words.ts';
import { plainWords } from '../terms.ts';
import { englishMatters } from './english-matters.ts';
import type { MatterWords } from './matter-words.ts';
import { shopMatters } from './shop-matters.ts';
import { spanishMatters } from './spanish-matters.ts';

/** What a text asks about, of what shoppers ask any shop. */
export interface ReadMatters {
  /** Those that say most of it: mostly one, several where it may be either, none where it is no such matter. */
  readonly meant: readonly string[];
  /** All that it touches. */
  readonly touched: readonly string[];
  /** The words by which it was told. */
  readonly told: ReadonlySet<string>;
  /** What it wants to be told: an amount, a time, a place. */
  readonly wants: readonly Wanted[];
}

export type Wanted = 'amount' | 'time' | 'place';

const wanting: Readonly<Record<Wanted, readonly string[]>> = {
  amount: ['cost'],
  time: ['long', 'when', 'deadline', 'hours'],
  place: ['where', 'whereareyou'],
};

export interface MatterReader {
  read(words: readonly string[]): ReadMatters;
  /** The words that tell a matter. */
  readonly known: readonly string[];
}

const wordsByLanguage: Readonly<Record<string, MatterWords>> = { en: englishMatters, es: spanishMatters };
const readers = new Map<string, MatterReader>();

export function matterReader(locale: string): MatterReader {
  const language = languageOf(locale);
  const ready = readers.get(language);
  if (ready) return ready;
  const reader = createReader(wordsByLanguage[language]);
  readers.set(language, reader);
  return reader;
}

/** Such classes say how something is asked, and not what about: half of what the others weigh. */
const aspects = new Set(
  `when long where which how what may must order send got day you me do want know buy use number after ago arrive policy possible there
   parcel home leave material sizename heat accept card way store page site compare new order colour stop data month year limit amount`.split(
    /\s+/u,
  ),
);

interface Line {
  readonly matter: string;
  readonly classes: readonly string[];
  readonly weight: number;
}

const allLines: readonly Line[] = Object.entries(shopMatters).flatMap(([matter, lines]) =>
  lines.map((line) => {
    const classes = line.split(' ');
    return { matter, classes, weight: classes.reduce((sum, each) => sum + (aspects.has(each) ? 1 : 2), 0) };
  }),
);

function createReader(matterWords: MatterWords | undefined): MatterReader {
  if (!matterWords) return { read: () => ({ meant: [], touched: [], told: new Set(), wants: [] }), known: [] };
  const table = phraseTable(matterWords);
  const known = [...new Set([...table.values()].flat().flatMap(({ words }) => words.filter((word) => word !== gap)))];
  return { read: (words) => readLines(classesIn(words, table)), known };
}

interface Phrase {
  readonly words: readonly string[];
  readonly classes: readonly string[];
}

const gap = '…';
const widestGap = 3;

/** By the first word, longest first. */
function phraseTable(matterWords: MatterWords): ReadonlyMap<string, readonly Phrase[]> {
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

type Told = ReadonlyMap<string, readonly string[]>;

/** Each class with the words that tell it. A longer phrase hides the shorter ones in it: a gift card is no card. */
function classesIn(words: readonly string[], table: ReadonlyMap<string, readonly Phrase[]>): Told {
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

interface Found {
  readonly classes: readonly string[];
  readonly length: number;
  readonly step: number;
}

function phraseAt(words: readonly string[], at: number, table: ReadonlyMap<string, readonly Phrase[]>): Found | null {
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

const wanted: readonly Wanted[] = ['amount', 'time', 'place'];

function readLines(told: Told): ReadMatters {
  const holding = allLines.filter(({ classes }) => classes.every((name) => told.has(name)));
  const most = Math.max(0, ...holding.map(({ weight }) => weight));
  const meant = holding.filter(({ weight }) => weight === most);
  return {
    meant: [...new Set(meant.map(({ matter }) => matter))],
    touched: [...new Set(holding.map(({ matter }) => matter))],
    told: new Set(holding.flatMap(({ classes }) => classes.flatMap((name) => told.get(name) ?? []))),
    wants: wanted.filter((each) => wanting[each].some((name) => told.has(name))),
  };
}
