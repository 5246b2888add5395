import { LRUCache } from 'lru-cache';

/** In which language and for which clock values are written. */
export interface Formatting {
  readonly locale: string;
  readonly timeZone: string;
}

/** Intl's formatters cost about 50 µs to make and 1 µs to use; shoppers' platforms send any locale, so their number is bounded. */
const formatters = new LRUCache<string, object>({ max: 500 });

export function formatNumber(value: number, { locale }: Formatting): string {
  return cached(`number ${locale}`, () => new Intl.NumberFormat(readableLocale(locale))).format(value);
}

export function formatList(items: readonly string[], { locale }: Formatting): string {
  return cached(`list ${locale}`, () => new Intl.ListFormat(readableLocale(locale))).format(items);
}

export function pluralCategory(count: number, { locale }: Formatting): Intl.LDMLPluralRule {
  return pluralRules(locale).select(count);
}

const categoryOrder: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms a language has, in CLDR's order. */
export function pluralCategories({ locale }: Formatting): readonly Intl.LDMLPluralRule[] {
  const make = () => {
    const own = pluralRules(locale).resolvedOptions().pluralCategories;
    return categoryOrder.filter((category) => own.includes(category));
  };
  return cached(`plural forms ${locale}`, make);
}

function pluralRules(locale: string): Intl.PluralRules {
  return cached(`plural ${locale}`, () => new Intl.PluralRules(readableLocale(locale)));
}

export function formatDay(date: Date, { locale, timeZone }: Formatting): string {
  const make = () => new Intl.DateTimeFormat(readableLocale(locale), { dateStyle: 'long', timeZone });
  return cached(`day ${locale} ${timeZone}`, make).format(date);
}

/** The locale if Intl can read it, else English: a phone may send anything. */
export function readableLocale(locale: string): string {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

export function cached<T extends object>(key: string, make: () => T): T {
  const found = formatters.get(key);
  if (found) return found as T;
  const made = make();
  formatters.set(key, made);
  return made;
}
