import { remembered } from './remembered.ts';
/** Days since 1970-01-01: a date of the calendar, in no time zone. */
export type Day = number;

const dayLength = 86_400_000;

/** Null for a date that does not exist, such as 31 February. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  if (year < 1900 || year > 2999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayLength : null;
};

export const isoOf = (day: Day): string => new Date(day * dayLength).toISOString().slice(0, 10);

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const civilOf = (day: Day): CivilDate => {
  const date = new Date(day * dayLength);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
};

/** Monday is 0. */
export const weekdayOf = (day: Day): number => (((day + 3) % 7) + 7) % 7;

/** The last day of the month where the month is shorter: 31 January and a month is 28 February. */
export const addMonths = (day: Day, months: number): Day => {
  const { year, month, day: ofMonth } = civilOf(day);
  const first = Date.UTC(year, month - 1 + months, 1);
  const next = Date.UTC(year, month + months, 1);
  return first / dayLength + Math.min(ofMonth, (next - first) / dayLength) - 1;
};

const formatIn = remembered((timeZone): Intl.DateTimeFormat => {
  const options = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  }
});

/** Which day it is at that moment in that zone. */
export const dayIn = (timeZone: string, epochMs: number): Day | null => {
  if (!Number.isFinite(epochMs) || Math.abs(epochMs) > 8.64e15) return null;
  const parts = formatIn(timeZone).formatToParts(epochMs);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  return dayOf(part('year'), part('month'), part('day'));
};
