import type { Money } from '../../catalog/money.ts';
import type { Variant } from '../../catalog/product.ts';
import { dayIn, isoOf, weekdayOf } from '../../understanding/slots/calendar.ts';
import { weekdays } from '../rules/dynamic-prices.ts';

/** What the rules look at for one SKU. */
export interface PriceFacts {
  readonly stock: Variant['stock'];
  /** Pieces ordered in the last so many days. */
  readonly sold: (days: number) => number;
  /** In the base price's currency; `null`: not known. */
  readonly competitor: Money | null;
  readonly moment: Moment;
}

/** A moment as the shop's clock on the wall shows it. */
export interface Moment {
  /** `2026-12-01`. */
  readonly day: string;
  readonly weekday: (typeof weekdays)[number];
  /** `18:30`. */
  readonly time: string;
}

/** `now`: epoch milliseconds. */
export function momentIn(timeZone: string, now: number): Moment {
  const day = dayIn(timeZone, now);
  const weekday = day === null ? undefined : weekdays[weekdayOf(day)];
  if (day === null || weekday === undefined) throw new RangeError('no moment');
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return { day: isoOf(day), weekday, time: clock.format(now) };
}
