import { type Day, dayIn, isoOf, weekdayOf } from '../../understanding/slots/calendar.ts';
import { remembered } from '../../understanding/slots/remembered.ts';
import type { ShippingRules } from '../rules/shipping.ts';

const dayMs = 86_400_000;
const saturday = 5;
const sunday = 6;

/** Where and when the shop works. */
export interface Working {
  readonly rules: Pick<ShippingRules, 'leaves_until' | 'holidays' | 'saturdays'>;
  readonly timeZone: string;
}

/** The day on which an order of this moment leaves: today before the cut-off time, on a working day. */
export function leavingDay({ rules, timeZone }: Working, now: number): Day {
  const today = dayIn(timeZone, now) ?? Math.floor(now / dayMs);
  const inTime = timeOfDay(timeZone, now) < rules.leaves_until;
  return workingDayFrom(rules, inTime ? today : today + 1);
}

/** So many working days after a day; 0: the day itself, or the next working day. */
export function addWorkingDays(rules: Working['rules'], from: Day, days: number): Day {
  let day = workingDayFrom(rules, from);
  for (let left = days; left > 0; left -= 1) day = workingDayFrom(rules, day + 1);
  return day;
}

/** Ends: the rules take fewer holidays than a year has working days. */
function workingDayFrom(rules: Working['rules'], from: Day): Day {
  let day = from;
  while (!isWorkingDay(rules, day)) day += 1;
  return day;
}

export function isWorkingDay({ holidays, saturdays }: Working['rules'], day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === sunday || (weekday === saturday && !saturdays)) return false;
  const iso = isoOf(day);
  return !holidays.includes(iso) && !holidays.includes(iso.slice(5));
}

const clockIn = remembered(
  (timeZone) => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }),
);

/** `14:05`, as a clock on the wall there shows it. */
function timeOfDay(timeZone: string, now: number): string {
  return clockIn(timeZone).format(now);
}
