import { currencyExponent } from './currency.ts';
import type { Money } from './money.ts';

/** Money as people of a locale write it, e.g. `$12.99`. */
export function formatMoney({ amount, currency }: Money, locale = 'en'): string {
  const units = amount / 10 ** currencyExponent(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(units);
}
