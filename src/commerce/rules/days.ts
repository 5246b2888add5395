import { dayIn, isoOf } from '../../understanding/slots/calendar.ts';

interface Days {
  /** `2026-12-01`, the first and the last day; `null`: open. */
  readonly from: string | null;
  readonly to: string | null;
}

export function inOrder({ from, to }: Days): boolean {
  return from === null || to === null || from <= to;
}

/** `2026-12-01`: the day it is in that time zone. `now`: epoch milliseconds. */
export function dayAt(timeZone: string, now: number): string {
  const day = dayIn(timeZone, now);
  if (day === null) throw new RangeError('no moment');
  return isoOf(day);
}

export function runs({ from, to }: Days, today: string): 'now' | 'not-yet' | 'over' {
  if (from !== null && today < from) return 'not-yet';
  return to !== null && today > to ? 'over' : 'now';
}
