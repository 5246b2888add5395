import { currencyExponent } from '../../catalog/currency.ts';
import type { Money } from '../../catalog/money.ts';
import { foldCase } from '../normalise.ts';
import { currencyNamed } from './currency.ts';
import { readDecimal } from './decimal.ts';
import { type NumberMention, numberMentions } from './number-mentions.ts';
import { restOf, valueWithRest } from './rest.ts';
import { type SlotContext, type SlotReading, unreadable } from './slot-reading.ts';

interface Named {
  readonly currency: string;
  readonly start: number;
  readonly end: number;
}

const before = /(?:\p{L}{0,3}\p{Sc}|(?<!\p{L})\p{L}{2,3})$/u;
const after = /^\s?(?:\p{L}{0,3}\p{Sc}|\p{L}+)/u;

const namedBefore = (text: string, { start }: NumberMention, shop: string): Named | null => {
  const left = text.slice(Math.max(0, start - 8), start).trimEnd();
  const name = before.exec(left)?.[0];
  const currency = name === undefined ? null : currencyNamed(foldCase(name), shop);
  if (name === undefined || currency === null) return null;
  return { currency, start: text.slice(0, start).trimEnd().length - name.length, end: start };
};

const namedAfter = (text: string, { end }: NumberMention, shop: string): Named | null => {
  const found = after.exec(text.slice(end, end + 20))?.[0];
  const currency = found === undefined ? null : currencyNamed(foldCase(found.trim()), shop);
  return found === undefined || currency === null ? null : { currency, start: end, end: end + found.length };
};

/** Null when it has more decimals than the currency, or is too large to count exactly. */
const minorUnits = (mention: NumberMention, currency: string, locale: string): number | null => {
  const exponent = currencyExponent(currency);
  const written = mention.digits ?? String(mention.value);
  const rule = mention.digits === null ? { locale: 'en', decimals: 3 } : { locale, decimals: exponent };
  const decimal = readDecimal(written, rule);
  if (decimal === null || decimal.fraction.length > exponent) return null;
  const amount = Number(decimal.whole + decimal.fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
};

const cents = /^\s?(?:¢|cents?|ct|centavos?|centimos?|pence)(?!\p{L})/iu;

const readCents = (text: string, mention: NumberMention, context: SlotContext): SlotReading | null => {
  const unit = cents.exec(foldCase(text.slice(mention.end)))?.[0];
  if (unit === undefined || !Number.isInteger(mention.value)) return null;
  const money: Money = { amount: mention.value, currency: context.currency };
  return valueWithRest({ ...money }, restOf(text, { start: mention.start, end: mention.end + unit.length }));
};

/** Money in minor units; without a currency it is the shop's. */
export const readMoney = (text: string, context: SlotContext): SlotReading => {
  const [mention, second] = numberMentions(text, context.locale);
  if (mention === undefined || second !== undefined || mention.value < 0) return unreadable;
  const inCents = readCents(text, mention, context);
  if (inCents !== null) return inCents;
  const named = namedBefore(text, mention, context.currency) ?? namedAfter(text, mention, context.currency);
  if (named === null && mention.prefix !== '') return unreadable;
  const currency = named?.currency ?? context.currency;
  const amount = minorUnits(mention, currency, context.locale);
  if (amount === null) return unreadable;
  const span = {
    start: Math.min(mention.start, named?.start ?? mention.start),
    end: Math.max(mention.end, named?.end ?? 0),
  };
  return valueWithRest({ amount, currency }, restOf(text, span));
};
