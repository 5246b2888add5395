import { asciiDigits } from '../normalise.ts';
import { languageOf, type Word, wordsOf } from '../words.ts';
import { type Day, dayIn, isoOf, weekdayOf } from './calendar.ts';
import { dateWordsFor } from './date-words.ts';
import { numberWordsFor } from './number-words.ts';
import { type FoundDate, numericDates } from './numeric-date.ts';
import { restOf, valueWithRest } from './rest.ts';
import { type SlotContext, type SlotReading, unreadable } from './slot-reading.ts';
import { type DateVoice, type SpokenDate, spokenDateAt } from './spoken-date.ts';

const longestMessage = 300;

interface Located {
  readonly day: Day | null;
  readonly start: number;
  readonly end: number;
  readonly slight: boolean;
  readonly weekday: boolean;
}

const voicesFor = (language: string, today: Day): readonly DateVoice[] => {
  const numbers = numberWordsFor(language);
  return dateWordsFor(language).flatMap((dates, index) => {
    const words = numbers[index];
    return words === undefined ? [] : [{ today, dates, numbers: words }];
  });
};

const firstSpoken = (words: readonly Word[], at: number, voices: readonly DateVoice[]): SpokenDate | null => {
  for (const voice of voices) {
    const found = spokenDateAt(words, at, voice);
    if (found !== null) return found;
  }
  return null;
};

const spokenDates = (words: readonly Word[], voices: readonly DateVoice[]): readonly Located[] => {
  const dates: Located[] = [];
  for (let at = 0; at < words.length; ) {
    const spoken = firstSpoken(words, at, voices);
    const start = words[at]?.start ?? 0;
    const end = words[(spoken?.next ?? at + 1) - 1]?.end ?? start;
    if (spoken !== null)
      dates.push({ day: spoken.day, start, end, slight: spoken.slight ?? false, weekday: spoken.weekday ?? false });
    at = spoken?.next ?? at + 1;
  }
  return dates;
};

const blanked = (text: string, { start, end }: FoundDate): string =>
  text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);

const datesIn = (text: string, today: Day, locale: string): readonly Located[] => {
  const numeric = numericDates(text, { today, locale });
  if (numeric.includes(null)) return [];
  const found = numeric.filter((date) => date !== null);
  const left = found.reduce(blanked, text);
  const spoken = spokenDates(wordsOf(left), voicesFor(languageOf(locale), today));
  return [...found.map((date) => ({ ...date, slight: false, weekday: false })), ...spoken];
};

const goesWith = (date: Located, other: Located): boolean =>
  date.day === other.day ||
  (other.weekday && date.day !== null && other.day !== null && weekdayOf(date.day) === weekdayOf(other.day));

/** "Thursday, 24 December" names one day twice; two different days are no answer. */
const agreed = (dates: readonly Located[]): Located | null => {
  const [first] = [...dates].sort((one, other) => weight(one) - weight(other));
  if (first === undefined || !dates.every((other) => other.slight || goesWith(first, other))) return null;
  return {
    ...first,
    start: Math.min(...dates.map(({ start }) => start)),
    end: Math.max(...dates.map(({ end }) => end)),
  };
};

const weight = ({ slight, weekday }: Located): number => (slight ? 2 : weekday ? 1 : 0);

/** `YYYY-MM-DD` in the context's time zone. Without a year it is the next such day, today included. */
export const readDate = (text: string, context: SlotContext): SlotReading => {
  const today = dayIn(context.timeZone, context.now);
  if (today === null || text.length > longestMessage) return unreadable;
  const date = agreed(datesIn(asciiDigits(text), today, context.locale));
  if (date === null || date.day === null) return unreadable;
  const rest = restOf(text, date);
  return date.slight && rest !== null ? unreadable : valueWithRest(isoOf(date.day), rest);
};
