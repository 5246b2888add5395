import type { Money } from '../catalog/money.ts';

interface PriceFormat {
  readonly write: (amount: number) => string;
  readonly minorUnits: number;
}

const formats = new Map<string, PriceFormat | null>();

/** An amount as people of a locale (BCP 47) write it; a currency that Intl does not know is written plainly. */
export function formatPrice(price: Money, locale: string): string {
  const format = formatFor(locale, price.currency);
  if (format === null) return `${(price.amount / 100).toFixed(2)} ${price.currency}`;
  return format.write(price.amount / format.minorUnits);
}

function formatFor(locale: string, currency: string): PriceFormat | null {
  const key = `${locale} ${currency}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  // Locales come from shoppers: what is remembered must not grow with them.
  if (formats.size > 500) formats.clear();
  const format = newFormat(locale, currency);
  formats.set(key, format);
  return format;
}

function newFormat(locale: string, currency: string): PriceFormat | null {
  try {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return { write: format.format, minorUnits: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
  } catch {
    return locale === 'en' ? null : newFormat('en', currency);
  }
}
