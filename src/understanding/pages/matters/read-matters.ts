import { languageOf } from '../../words.ts';
import { englishMatters } from './english-matters.ts';
import { classesIn, phraseTable, type Told, wordsIn } from './matter-phrases.ts';
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

/** Each line once, by the class that the fewest lines have: where that is not told, it is not looked at. */
const linesByClass = byRarestClass(allLines);

function byRarestClass(lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> {
  const counts = new Map<string, number>();
  for (const name of lines.flatMap(({ classes }) => classes)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const rarity = (name: string): number => counts.get(name) ?? 0;
  const byClass = new Map<string, Line[]>();
  for (const line of lines) {
    const [rarest = ''] = line.classes.toSorted((one, other) => rarity(one) - rarity(other));
    byClass.set(rarest, [...(byClass.get(rarest) ?? []), line]);
  }
  return byClass;
}

function createReader(matterWords: MatterWords | undefined): MatterReader {
  if (!matterWords) return { read: () => ({ meant: [], touched: [], told: new Set(), wants: [] }), known: [] };
  const table = phraseTable(matterWords);
  return { read: (words) => readLines(classesIn(words, table)), known: wordsIn(table) };
}

const wanted: readonly Wanted[] = ['amount', 'time', 'place'];

function readLines(told: Told): ReadMatters {
  const holding = [...told.keys()]
    .flatMap((name) => linesByClass.get(name) ?? [])
    .filter(({ classes }) => classes.every((name) => told.has(name)));
  const most = Math.max(0, ...holding.map(({ weight }) => weight));
  const meant = holding.filter(({ weight }) => weight === most);
  return {
    meant: [...new Set(meant.map(({ matter }) => matter))],
    touched: [...new Set(holding.map(({ matter }) => matter))],
    told: new Set(holding.flatMap(({ classes }) => classes.flatMap((name) => told.get(name) ?? []))),
    wants: wanted.filter((each) => wanting[each].some((name) => told.has(name))),
  };
}
