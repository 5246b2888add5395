import { remembered } from './remembered.ts';
/** A number as written, digits only: no float has touched it. */
export interface Decimal {
  readonly whole: string;
  readonly fraction: string;
}

const formatted = (locale: string): string => {
  try {
    return new Intl.NumberFormat(locale).format(12345.6);
  } catch {
    return '12,345.6';
  }
};

/** The sign before decimals: the last of the format's separators. */
const decimalSign = remembered((locale): string => /[.,](?=\D*\d$)/.exec(formatted(locale))?.[0] ?? '.');

const grouped = /^\d{1,3}(?:[.,'’ \u00a0\u202f]\d{2,3})*[.,'’ \u00a0\u202f]\d{3}$/;
const digitsOf = (text: string): string => text.replace(/\D/g, '');

const split = (written: string, at: number): Decimal | null => {
  const whole = written.slice(0, at);
  const fraction = written.slice(at + 1);
  if (!/^\d+$/.test(fraction)) return null;
  return /^\d+$/.test(whole) || grouped.test(whole) ? { whole: digitsOf(whole), fraction } : null;
};

const oneSeparator = (
  written: string,
  at: number,
  rule: { readonly locale: string; readonly decimals: number },
): Decimal | null => {
  const looksGrouped = grouped.test(written);
  const isDecimal = written[at] === decimalSign(rule.locale) && rule.decimals >= 3;
  return looksGrouped && !isDecimal && written[0] !== '0'
    ? { whole: digitsOf(written), fraction: '' }
    : split(written, at);
};

/**
 * Reads `1.000`, `1,000.50`, `3,5`, `12’000`, `1 000`. A single separator before three digits means what the locale says, unless
 * no number of this kind has three decimals (`decimals` < 3, as with most money).
 */
export const readDecimal = (
  written: string,
  rule: { readonly locale: string; readonly decimals: number },
): Decimal | null => {
  if (/^\d+$/.test(written)) return { whole: written, fraction: '' };
  const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  if (last < 0) return grouped.test(written) ? { whole: digitsOf(written), fraction: '' } : null;
  const sign = written[last] ?? '.';
  if (written.indexOf(sign) !== last) return grouped.test(written) ? { whole: digitsOf(written), fraction: '' } : null;
  const others = /[.,'’ \u00a0\u202f]/.test(written.slice(0, last));
  return others ? split(written, last) : oneSeparator(written, last, rule);
};
