import { LRUCache } from 'lru-cache';
import type { Money } from '../../catalog/money.ts';

/** In which language and for which clock values are written. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
}

/** Intl's formatters cost about 50 µs to make and 1 µs to use; shoppers' platforms send any locale, so their number is bounded. */
const formatters = new LRUCache<string, object>({ max: 500 });

export function formatMoney(money: Money, { locale }: Formatting): string {
  const { format, unit } = cached(`money ${locale} ${money.currency}`, () => moneyFormat(locale, money.currency));
  return format.format(money.amount / unit);
}

export function formatNumber(value: number, { locale }: Formatting): string {
  return cached(`number ${locale}`, () => new Intl.NumberFormat(known(locale))).format(value);
}

export function formatList(items: readonly string[], { locale }: Formatting): string {
  return cached(`list ${locale}`, () => new Intl.ListFormat(known(locale))).format(items);
}

export function pluralCategory(count: number, { locale }: Formatting): Intl.LDMLPluralRule {
  return cached(`plural ${locale}`, () => new Intl.PluralRules(known(locale))).select(count);
}

export function formatDay(date: Date, { locale, timeZone }: Formatting): string {
  const make = () => new Intl.DateTimeFormat(known(locale), { dateStyle: 'long', timeZone });
  return cached(`day ${locale} ${timeZone}`, make).format(date);
}

/** The locale if Intl can read it, else English: a phone may send anything. */
export function known(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

interface MoneyFormat {
  readonly format: Intl.NumberFormat;
  /** Minor units in one of the currency: 100 cents, 1 yen. */
  readonly unit: number;
}

function moneyFormat(locale: string, currency: string): MoneyFormat {
  const format = new Intl.NumberFormat(known(locale), { style: 'currency', currency });
  return { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
}

export function cached<T extends object>(key: string, make: () => T): T {
  const found = formatters.get(key);
  if (found) return found as T;
  const made = make();
  formatters.set(key, made);
  return made;
}
