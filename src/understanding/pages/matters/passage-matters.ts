import { spelledWords } from '../spelled-words.ts';
import type { WrittenPassage } from '../written-passage.ts';
import type { MatterReader, Wanted } from './read-matters.ts';

/** Matter → how much a passage is there to tell it, 0 to 1. */
export type PassageMatters = ReadonlyMap<string, number>;

/** What the heading says, against the merchant's own questions, a title that stands above several passages, and what the text touches. */
const strength = { heading: 1, question: 0.9, title: 0.7, text: 0.5 } as const;

export function passageMatters(passage: WrittenPassage, reader: MatterReader): PassageMatters {
  const read = (text: string) => reader.read(spelledWords(text));
  const title = read(titleOf(passage)).meant;
  const headed = read(headingOf(passage)).meant;
  const isWhole = titleOf(passage) === headingOf(passage);
  const matters = new Map<string, number>();
  const raise = (all: readonly string[], to: number): void => {
    for (const each of all) matters.set(each, Math.max(matters.get(each) ?? 0, to));
  };
  raise(
    sentences(passage).flatMap((text) => read(text).touched),
    strength.text,
  );
  raise(
    headed.filter((each) => isWhole || !title.includes(each)),
    strength.heading,
  );
  raise(title, strength.title);
  raise(
    passage.questions.flatMap((text) => read(text).meant),
    strength.question,
  );
  return matters;
}

function titleOf({ title }: WrittenPassage): string {
  return title.split(' › ')[0] ?? title;
}

/** The heading says it with the page's title before it: "Returns › What it costs". */
function headingOf({ title, heading }: WrittenPassage): string {
  return title.endsWith(heading) ? title : `${title} ${heading}`;
}

/** Each with the headings above it; what is told in figures as it is asked for. */
function sentences({ title, text }: WrittenPassage): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n/u)
    .map((sentence) =>
      [title, sentence, price.test(sentence) ? 'price' : '', street.test(sentence) ? 'located' : ''].join(' '),
    );
}

/** "5 Example Road". */
const street = /\d+ (?:\p{Lu}\p{L}+ )+(?:street|st|road|rd|avenue|ave|lane|square|drive|boulevard|way)\b/iu;
const price = /\p{Sc}\s?\d|\d\s?\p{Sc}/u;

const time =
  /\d+ ?(?:(?:to|a|-|–) ?\d+ ?)?(?:working |business )?(?:days?|weeks?|months?|years?|hours?|minutes?|días?|dias?|semanas?|meses|años?|horas?|tage|wochen|monate)|\b\d{1,2}(?::\d\d| ?[ap]m)\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/iu;

/** Of amounts, times and places those that a passage tells. */
export function wantedIn({ text }: WrittenPassage): readonly Wanted[] {
  return [
    ...(price.test(text) ? (['amount'] as const) : []),
    ...(time.test(text) ? (['time'] as const) : []),
    ...(street.test(text) ? (['place'] as const) : []),
  ];
}
