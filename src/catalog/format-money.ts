import { LRUCache } from 'lru-cache';
import { currencyExponent } from './currency.ts';
import type { Money } from './money.ts';

type Write = (units: number) => string;

/** Intl's formatters are slow to make, and shoppers' platforms send any locale, so their number is bounded. */
const writers = new LRUCache<string, Write>({ max: 500 });

/**
 * Money as people of a locale (BCP 47) write it: `$12.99`. Total: a locale that Intl cannot read is taken for English, and a
 * currency that it cannot read is written plainly.
 */
export function formatMoney({ amount, currency }: Money, locale: string): string {
  const key = `${locale} ${currency}`;
  let write = writers.get(key);
  if (!write) {
    write = writerFor(locale, currency);
    writers.set(key, write);
  }
  return write(amount / 10 ** currencyExponent(currency));
}

function writerFor(locale: string, currency: string): Write {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format;
  } catch {
    return locale === 'en' ? (units) => `${units.toFixed(2)} ${currency}` : writerFor('en', currency);
  }
}
