import type { Word } from '../words.ts';
import { addMonths, civilOf, type Day, dayOf, weekdayOf } from './calendar.ts';
import type { DateWords } from './date-words.ts';
import type { NumberWords } from './number-words.ts';
import { fullYear, nextOccurrence } from './numeric-date.ts';
import { spokenNumberAt } from './spoken-number.ts';

/** A language's words and the day to count from. */
export interface DateVoice {
  readonly today: Day;
  readonly dates: DateWords;
  readonly numbers: NumberWords;
}

export interface SpokenDate {
  /** Null when it names a date that does not exist. */
  readonly day: Day | null;
  /** Index of the first word after it. */
  readonly next: number;
  /** Too slight to count beside other words: "sat", "sun". */
  readonly slight?: boolean;
  /** Only a weekday was named: it goes with any date that falls on it. */
  readonly weekday?: boolean;
}

type Rule = (words: readonly Word[], at: number, voice: DateVoice) => SpokenDate | null;

const longestPhrase = 5;

const phrase = (words: readonly Word[], from: number, to: number): string =>
  words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ');

/** The longest of the phrases that begins at the word: where it ends. */
const phraseEnd = (words: readonly Word[], at: number, has: (phrase: string) => boolean): number | null => {
  for (let next = Math.min(words.length, at + longestPhrase); next > at; next -= 1) {
    if (has(phrase(words, at, next))) return next;
  }
  return null;
};

const relativeDay: Rule = (words, at, { today, dates }) => {
  const next = phraseEnd(words, at, (text) => dates.days.has(text));
  return next === null ? null : { day: today + (dates.days.get(phrase(words, at, next)) ?? 0), next };
};

const countAt = (
  words: readonly Word[],
  at: number,
  voice: DateVoice,
): { readonly value: number; readonly next: number } | null => {
  const text = words[at]?.text ?? '';
  if (/^\d{1,3}$/.test(text)) return { value: Number(text), next: at + 1 };
  const spoken = spokenNumberAt(words, at, voice.numbers);
  return spoken ?? (voice.dates.one.has(text) ? { value: 1, next: at + 1 } : null);
};

const moved = (today: Day, count: number, unit: 'day' | 'week' | 'month'): Day | null => {
  if (!Number.isInteger(count) || Math.abs(count) > 999) return null;
  switch (unit) {
    case 'day':
      return today + count;
    case 'week':
      return today + 7 * count;
    case 'month':
      return addMonths(today, count);
  }
};

/** "three days", without telling yet in which direction. */
const spanAt = (words: readonly Word[], at: number, voice: DateVoice) => {
  const count = countAt(words, at, voice);
  if (count === null) return null;
  // "A couple of days".
  const place = skip(words, count.next, voice);
  const unit = voice.dates.units.get(words[place]?.text ?? '');
  return unit === undefined ? null : { count: count.value, unit, next: place + 1 };
};

const spanAhead: Rule = (words, at, voice) => {
  const { ahead, ago } = voice.dates;
  const start = phraseEnd(words, at, (text) => ahead.includes(text) || ago.includes(text));
  const span = start === null ? null : spanAt(words, start, voice);
  if (start === null || span === null) return null;
  const sign = ago.includes(phrase(words, at, start)) ? -1 : 1;
  return { day: moved(voice.today, sign * span.count, span.unit), next: span.next };
};

const spanAfter: Rule = (words, at, voice) => {
  const { later, ago } = voice.dates;
  const span = spanAt(words, at, voice);
  const next = span === null ? null : phraseEnd(words, span.next, (text) => later.includes(text) || ago.includes(text));
  if (span === null || next === null) return null;
  const sign = ago.includes(phrase(words, span.next, next)) ? -1 : 1;
  return { day: moved(voice.today, sign * span.count, span.unit), next };
};

/** Strictly after today: who means today says so. */
const coming = (today: Day, weekday: number): Day => today + ((weekday - weekdayOf(today) + 6) % 7) + 1;
const ofNextWeek = (today: Day, weekday: number): Day => today - weekdayOf(today) + 7 + weekday;

const weekday: Rule = (words, at, { today, dates }) => {
  const modifiers = [...dates.coming, ...dates.ofNextWeek];
  const start = phraseEnd(words, at, (text) => modifiers.includes(text)) ?? at;
  const name = words[start]?.text ?? '';
  const full = dates.weekdays.get(name);
  const number = full ?? dates.shortWeekdays.get(name);
  if (number === undefined) return null;
  const feira = words[start + 1]?.text === 'feira' ? 1 : 0;
  const named = start + 1 + feira;
  const end = phraseEnd(words, named, (text) => modifiers.includes(text)) ?? named;
  const said = [phrase(words, at, start), phrase(words, named, end)];
  const day = said.some((text) => dates.ofNextWeek.includes(text)) ? ofNextWeek(today, number) : coming(today, number);
  return { day, next: end, slight: full === undefined, weekday: end === named && start === at };
};

const dayOfMonth = /^(\d{1,2})(st|nd|rd|th|er|o|a)?$/;
const dayNumber = (word: Word | undefined): number | null => {
  const found = dayOfMonth.exec(word?.text ?? '');
  return found === null ? null : Number(found[1]);
};

const skip = (words: readonly Word[], at: number, { dates }: DateVoice): number => {
  let next = at;
  while (next < words.length && dates.between.has(words[next]?.text ?? '')) next += 1;
  return next;
};

/** A year after the date, or the next time the date comes. */
const withYear = (
  words: readonly Word[],
  at: number,
  voice: DateVoice,
  date: { month: number; day: number },
): SpokenDate => {
  const place = skip(words, at, voice);
  const year = words[place]?.text ?? '';
  if (/^(?:19|20)\d\d$/.test(year)) return { day: dayOf(fullYear(year), date.month, date.day), next: place + 1 };
  return { day: nextOccurrence(voice.today, date.month, date.day), next: at };
};

const dayThenMonth: Rule = (words, at, voice) => {
  const day = dayNumber(words[at]);
  const place = skip(words, at + 1, voice);
  const month = voice.dates.months.get(words[place]?.text ?? '');
  return day === null || month === undefined ? null : withYear(words, place + 1, voice, { month, day });
};

const monthThenDay: Rule = (words, at, voice) => {
  const month = voice.dates.months.get(words[at]?.text ?? '');
  const place = skip(words, at + 1, voice);
  const day = dayNumber(words[place]);
  return day === null || month === undefined ? null : withYear(words, place + 1, voice, { month, day });
};

/** "the 5th": of this month or the next that has one. */
const ordinalDay: Rule = (words, at, { today }) => {
  const found = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words[at]?.text ?? '');
  if (found === null) return null;
  const { year, month } = civilOf(today);
  for (let later = 0; later <= 2; later += 1) {
    const inMonth = new Date(Date.UTC(year, month - 1 + later, 1));
    const day = dayOf(inMonth.getUTCFullYear(), inMonth.getUTCMonth() + 1, Number(found[1]));
    if (day !== null && day >= today) return { day, next: at + 1 };
  }
  return { day: null, next: at + 1 };
};

const rules: readonly Rule[] = [relativeDay, spanAhead, spanAfter, dayThenMonth, monthThenDay, weekday, ordinalDay];

/** The date that begins at the word, in this language. */
export const spokenDateAt: Rule = (words, at, voice) => {
  for (const rule of rules) {
    const found = rule(words, at, voice);
    if (found !== null) return found;
  }
  return null;
};
