import { currencyExponent } from '../currency.ts';
import type { Money } from '../money.ts';

export interface PriceRules {
  /** ISO 4217; what the file's amounts are in. */
  readonly currency: string;
  /** The decimal mark, where the file's numbers alone do not tell. */
  readonly decimal?: '.' | ',';
}

export type PriceRead = Money | { readonly reason: string };

const marks: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  '₽': 'RUB',
  '₺': 'TRY',
  '₩': 'KRW',
  '₪': 'ILS',
  '₫': 'VND',
  zł: 'PLN',
};

/** Reads `12.99`, `12,99 €`, `1.234,50`, `USD 1,299`: refuses what could mean two amounts rather than guess. */
export function readPrice(value: unknown, rules: PriceRules): PriceRead {
  if (value === undefined || value === null || value === '') return { reason: 'is missing' };
  if (typeof value === 'number') return fromNumber(value, rules.currency);
  if (typeof value !== 'string') return { reason: 'is not a number' };
  const text = value.trim();
  if (text === '') return { reason: 'is missing' };
  const other = otherCurrency(text, rules.currency);
  if (other !== null) return { reason: `${quote(text)} is in ${other}, this import is in ${rules.currency}` };
  return fromText(text, rules);
}

function fromNumber(value: number, currency: string): PriceRead {
  const minor = value * 10 ** currencyExponent(currency);
  if (!Number.isFinite(value)) return { reason: 'is not a number' };
  // 19.99 * 100 is 1998.9999999999998: noise of that size is no third decimal.
  if (Math.abs(minor - Math.round(minor)) > 1e-6 * Math.max(1, Math.abs(minor)))
    return tooFine(String(value), currency);
  return checked(Math.round(minor), currency);
}

function otherCurrency(text: string, currency: string): string | null {
  const code = /\b[A-Z]{3}\b/.exec(text)?.[0] ?? Object.entries(marks).find(([mark]) => text.includes(mark))?.[1];
  return code === undefined || code === currency ? null : code;
}

function fromText(text: string, rules: PriceRules): PriceRead {
  const bare = text.replace(/[A-Z]{3}|[a-z]{2}\b|\p{Sc}/gu, '').replace(/[\s'’]/gu, '');
  const match = /^([-+−]?)(\d[\d.,]*)$/.exec(bare);
  const [, sign = '', digits = ''] = match ?? [];
  if (match === null) return { reason: `${quote(text)} is not a price` };
  const decimal = decimalMark(digits, rules);
  if (decimal === 'unclear') return { reason: `${quote(text)} is unclear: thousands or decimals?` };
  if (decimal === 'broken') return { reason: `${quote(text)} is not a price` };
  const [whole = '', fraction = ''] = decimal === null ? [digits] : digits.split(decimal);
  return toMinor(
    { whole: whole.replace(/[.,]/g, ''), fraction, negative: sign === '-' || sign === '−' },
    { text, currency: rules.currency },
  );
}

/** Which mark ends the whole units; `null` when none does. */
function decimalMark(digits: string, { decimal, currency }: PriceRules): '.' | ',' | null | 'unclear' | 'broken' {
  if (decimal !== undefined) return digits.includes(decimal) ? decimal : grouped(digits, null);
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last === -1) return null;
  const mark = digits[last] === '.' ? '.' : ',';
  const once = digits.indexOf(mark) === last;
  const mixed = digits.includes(mark === '.' ? ',' : '.');
  if (!once) return mixed ? 'broken' : grouped(digits, null);
  if (mixed || digits.length - last - 1 !== 3) return grouped(digits, mark);
  if (currencyExponent(currency) === 0) return null;
  return digits.startsWith('0') ? mark : 'unclear';
}

function grouped(digits: string, mark: '.' | ',' | null): '.' | ',' | null | 'broken' {
  const whole = mark === null ? digits : digits.slice(0, digits.indexOf(mark));
  return /^\d+$|^\d{1,3}([.,]\d{3})+$/.test(whole) ? mark : 'broken';
}

interface Digits {
  readonly whole: string;
  readonly fraction: string;
  readonly negative: boolean;
}

function toMinor(
  { whole, fraction, negative }: Digits,
  { text, currency }: { readonly text: string; readonly currency: string },
): PriceRead {
  const exponent = currencyExponent(currency);
  const kept = fraction.replace(/0+$/, '');
  if (!/^\d*$/.test(fraction)) return { reason: `${quote(text)} is not a price` };
  if (kept.length > exponent) return tooFine(text, currency);
  const amount = Number(whole + kept.padEnd(exponent, '0'));
  return checked(negative ? -amount : amount, currency);
}

function checked(amount: number, currency: string): PriceRead {
  if (amount < 0) return { reason: 'is negative' };
  return Number.isSafeInteger(amount) ? { amount, currency } : { reason: 'is too large' };
}

function tooFine(text: string, currency: string): PriceRead {
  return { reason: `${quote(text)} has more decimals than ${currency} has` };
}

function quote(text: string): string {
  return `"${text.length > 30 ? `${text.slice(0, 30)}…` : text}"`;
}
