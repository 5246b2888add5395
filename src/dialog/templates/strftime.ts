import { cached, type Formatting, readableLocale } from './formats.ts';

/** What the clock on the shop's wall shows. */
interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * Liquid's date formats. Liquidjs makes Intl formatters anew for each value, 0.3 ms a date: too much for a turn, hence our own.
 * A directive that is not known stays as it is written.
 */
export function strftime(when: Date, format: string, formatting: Formatting): string {
  const clock = clockOf(when, formatting.timeZone);
  return format.replace(/%([-_0^]?)([A-Za-z%])/g, (written, flag: string, letter: string) => {
    const value = directive(letter, { clock, when, formatting });
    if (value === null) return written;
    return typeof value === 'string' ? cased(value, flag) : padded(value, flag);
  });
}

interface Moment {
  readonly clock: Clock;
  readonly when: Date;
  readonly formatting: Formatting;
}

interface Digits {
  readonly number: number;
  readonly width: number;
  readonly pad: '0' | ' ';
}

function directive(letter: string, moment: Moment): string | Digits | null {
  const read = Object.hasOwn(directives, letter) ? directives[letter] : undefined;
  return read ? read(moment) : null;
}

const two = (number: number, pad: '0' | ' ' = '0'): Digits => ({ number, width: 2, pad });
const again = (format: string) => (moment: Moment) => strftime(moment.when, format, moment.formatting);
const named = (options: Intl.DateTimeFormatOptions) => (moment: Moment) => nameOf(moment, options);
const twelve = (hour: number): number => hour % 12 || 12;

const directives: Readonly<Record<string, (moment: Moment) => string | Digits>> = {
  Y: ({ clock }) => String(clock.year),
  y: ({ clock }) => two(clock.year % 100),
  C: ({ clock }) => two(Math.floor(clock.year / 100)),
  m: ({ clock }) => two(clock.month),
  d: ({ clock }) => two(clock.day),
  e: ({ clock }) => two(clock.day, ' '),
  j: ({ clock }) => ({ number: dayOfYear(clock), width: 3, pad: '0' }),
  H: ({ clock }) => two(clock.hour),
  k: ({ clock }) => two(clock.hour, ' '),
  I: ({ clock }) => two(twelve(clock.hour)),
  l: ({ clock }) => two(twelve(clock.hour), ' '),
  M: ({ clock }) => two(clock.minute),
  S: ({ clock }) => two(clock.second),
  L: ({ when }) => ({ number: when.getUTCMilliseconds(), width: 3, pad: '0' }),
  p: ({ clock }) => (clock.hour < 12 ? 'AM' : 'PM'),
  P: ({ clock }) => (clock.hour < 12 ? 'am' : 'pm'),
  u: ({ clock }) => String(asUtc(clock).getUTCDay() || 7),
  w: ({ clock }) => String(asUtc(clock).getUTCDay()),
  s: ({ when }) => String(Math.floor(when.getTime() / 1000)),
  A: named({ weekday: 'long' }),
  a: named({ weekday: 'short' }),
  B: named({ month: 'long' }),
  b: named({ month: 'short' }),
  h: named({ month: 'short' }),
  z: ({ clock, when }) => offset(clock, when),
  Z: ({ formatting }) => formatting.timeZone,
  F: again('%Y-%m-%d'),
  D: again('%m/%d/%y'),
  R: again('%H:%M'),
  T: again('%H:%M:%S'),
  r: again('%I:%M:%S %p'),
  c: again('%a %b %e %H:%M:%S %Y'),
  x: again('%m/%d/%y'),
  X: again('%H:%M:%S'),
  n: () => '\n',
  t: () => '\t',
  '%': () => '%',
};

function padded({ number, width, pad }: Digits, flag: string): string {
  if (flag === '-') return String(number);
  return String(number).padStart(width, flag === '_' ? ' ' : flag === '0' ? '0' : pad);
}

function cased(text: string, flag: string): string {
  return flag === '^' ? text.toUpperCase() : text;
}

function nameOf({ clock, formatting }: Moment, options: Intl.DateTimeFormatOptions): string {
  const key = `name ${formatting.locale} ${Object.entries(options).flat().join(' ')}`;
  const make = () =>
    new Intl.DateTimeFormat(readableLocale(formatting.locale), { ...options, timeZone: 'UTC', calendar: 'gregory' });
  return cached(key, make).format(asUtc(clock));
}

function clockOf(when: Date, timeZone: string): Clock {
  const parts = cached(`clock ${timeZone}`, () => clockFormat(timeZone)).formatToParts(when);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const [year, month, day] = [read('year'), read('month'), read('day')];
  return { year, month, day, hour: read('hour'), minute: read('minute'), second: read('second') };
}

function clockFormat(timeZone: string): Intl.DateTimeFormat {
  const digits = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  } as const;
  return new Intl.DateTimeFormat('en-US', { ...digits, calendar: 'gregory', hourCycle: 'h23', timeZone });
}

function asUtc({ year, month, day, hour, minute, second }: Clock): Date {
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second));
}

function dayOfYear(clock: Clock): number {
  return Math.floor((asUtc(clock).getTime() - Date.UTC(clock.year, 0, 1)) / 86_400_000) + 1;
}

function offset(clock: Clock, when: Date): string {
  const minutes = Math.round((asUtc(clock).getTime() - when.getTime()) / 60_000);
  const size = Math.abs(minutes);
  const digits = String(Math.floor(size / 60) * 100 + (size % 60)).padStart(4, '0');
  return `${minutes < 0 ? '-' : '+'}${digits}`;
}
