import { formatMoney } from '../../catalog/format-money.ts';
import { type Formatting, formatDay, formatList, formatNumber, pluralCategories, pluralCategory } from './formats.ts';
import { firstSentences } from './sentences.ts';
import { strftime } from './strftime.ts';
import { isMoney, toText } from './to-text.ts';

export type ShopFilter = (value: unknown, args: readonly unknown[], formatting: Formatting) => unknown;

/** The filters that Parley adds to Liquid's, or does in its own way. Pure and total. */
export const shopFilters: Readonly<Record<string, ShopFilter>> = { money, number, list, plural, date, sentences };

/** `{{ cart.total | money }}`: `$1,234.50`. */
function money(value: unknown, _args: readonly unknown[], formatting: Formatting): string {
  return isMoney(value) ? formatMoney(value, formatting.locale) : toText(value, formatting);
}

/** `{{ points | number }}`: `12,500`. */
function number(value: unknown, _args: readonly unknown[], formatting: Formatting): string {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? formatNumber(read, formatting) : toText(value, formatting);
}

/** `{{ sizes | list }}`: `S, M, and L`. */
function list(value: unknown, _args: readonly unknown[], formatting: Formatting): string {
  const items = Array.isArray(value) ? value : [value];
  return formatList(
    items.map((item) => toText(item, formatting)).filter((text) => text !== ''),
    formatting,
  );
}

/**
 * `{{ cart.count | plural: "piece", "pieces" }}`: `3 pieces`. Languages with more forms give them in CLDR's order
 * (zero, one, two, few, many, other); the last one serves for what is not given. A form may say with `#` where the number goes;
 * then one without `#` has none, as in Arabic, whose words for one and two say it themselves.
 */
function plural(value: unknown, args: readonly unknown[], formatting: Formatting): string {
  const forms = args.map((form) => toText(form, formatting));
  const count = Array.isArray(value) ? value.length : Number(value);
  if (!Number.isFinite(count) || value === null) return '';
  const written = formatNumber(count, formatting);
  const form = pluralForm(count, forms, formatting);
  return forms.some((one) => one.includes('#')) ? form.replaceAll('#', written) : `${written} ${form}`.trim();
}

function pluralForm(count: number, forms: readonly string[], formatting: Formatting): string {
  const place = pluralOrder(forms.length, formatting).indexOf(pluralCategory(count, formatting));
  return forms[place] ?? forms.at(-1) ?? '';
}

/** The language's own forms where as many are given (a zero may be left out), else the usual ones. */
function pluralOrder(given: number, formatting: Formatting): readonly Intl.LDMLPluralRule[] {
  const own = pluralCategories(formatting);
  if (own.length === given) return own;
  const withoutZero = own.filter((category) => category !== 'zero');
  return withoutZero.length === given ? withoutZero : (usualOrders[given] ?? []);
}

const usualOrders: Readonly<Record<number, readonly Intl.LDMLPluralRule[]>> = {
  2: ['one', 'other'],
  3: ['one', 'few', 'other'],
  4: ['one', 'few', 'many', 'other'],
};

const dayOnly = /^\d{4}-\d{2}-\d{2}$/;
const asked = new Set(['now', 'today']);

/**
 * `{{ parcel.eta | date: "%-d %B" }}`, in the shop's time zone and the shopper's language; without a format the language's own long date.
 * A number is epoch milliseconds. A day without a time is that day everywhere. `now` is nothing: a turn has no clock.
 */
function date(value: unknown, args: readonly unknown[], formatting: Formatting): string {
  const [format] = args;
  const timeZone = typeof value === 'string' && dayOnly.test(value) ? 'UTC' : formatting.timeZone;
  const when = toDate(value);
  if (!when) return asked.has(String(value)) ? '' : toText(value, formatting);
  if (typeof format !== 'string' || format === '') return formatDay(when, { ...formatting, timeZone });
  return strftime(when, format.slice(0, 200), { ...formatting, timeZone });
}

function toDate(value: unknown): Date | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = typeof value === 'string' && /^\d{9,}$/.test(value) ? Number(value) : value;
  const when = new Date(text);
  return Number.isNaN(when.getTime()) ? null : when;
}

const usualLength = 600;

/** `{{ page.text | sentences: 600 }}`: as many whole sentences as have room. */
function sentences(value: unknown, [max]: readonly unknown[], formatting: Formatting): string {
  const room = typeof max === 'number' && max >= 1 ? max : usualLength;
  return firstSentences(toText(value, formatting), room, formatting.locale);
}
