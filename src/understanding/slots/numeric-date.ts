import { civilOf, type Day, dayOf } from './calendar.ts';
import { remembered } from './remembered.ts';

export interface FoundDate {
  readonly day: Day;
  readonly start: number;
  readonly end: number;
}

const yearFirst = /(?<![\d./-])(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-])/g;
const yearLast = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})(?:\2(\d{4}|\d{2}))?\.?(?![\d/-])/g;
const furthestLeapYear = 8;

const readsMonthFirst = (locale: string): boolean => {
  try {
    const types = new Intl.DateTimeFormat(locale).formatToParts(0).map((part) => part.type);
    return types.indexOf('month') < types.indexOf('day');
  } catch {
    return true;
  }
};

const monthFirst = remembered(readsMonthFirst);

/** The first such day from today on. */
export const nextOccurrence = (today: Day, month: number, day: number): Day | null => {
  const { year } = civilOf(today);
  for (let later = 0; later <= furthestLeapYear; later += 1) {
    const found = dayOf(year + later, month, day);
    if (found !== null && found >= today) return found;
  }
  return null;
};

export const fullYear = (written: string): number => (written.length === 2 ? 2000 + Number(written) : Number(written));

interface Where {
  readonly today: Day;
  readonly locale: string;
}

/** `12/24` cannot be the 12th of a 24th month, whatever the locale; a dot always follows the day. */
const fromParts = (found: RegExpExecArray, { today, locale }: Where): Day | null => {
  const [first, second] = [Number(found[1]), Number(found[3])];
  const usual = found[2] !== '.' && monthFirst(locale);
  const swapped = usual ? first > 12 : second > 12;
  const [month, day] = usual !== swapped ? [first, second] : [second, first];
  const year = found[4];
  return year === undefined ? nextOccurrence(today, month, day) : dayOf(fullYear(year), month, day);
};

const located = (found: RegExpExecArray, day: Day | null): FoundDate | null =>
  day === null ? null : { day, start: found.index, end: found.index + found[0].length };

/** Every date written in figures; null stands for one that does not exist. */
export const numericDates = (text: string, where: Where): readonly (FoundDate | null)[] => {
  const iso = Array.from(text.matchAll(yearFirst), (found) =>
    located(found, dayOf(Number(found[1]), Number(found[3]), Number(found[4]))),
  );
  return [...iso, ...Array.from(text.matchAll(yearLast), (found) => located(found, fromParts(found, where)))];
};
