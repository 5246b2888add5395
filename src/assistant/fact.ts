import { currencyExponent } from '../catalog/currency.ts';
import { formatMoney } from '../catalog/format-money.ts';
import { moneySchema } from '../catalog/money.ts';
import { type Formatting, formatDay, formatNumber } from '../dialog/templates/formats.ts';
import type { Json, JsonObject } from '../storage/json.ts';
import { stockWords } from './stock-words.ts';

/** A value that an action returned, by the handle that the model writes for it. */
export interface Fact {
  readonly handle: string;
  /** `name` is the title or label of its owner. */
  readonly kind: 'name' | 'text' | 'money' | 'number' | 'percent' | 'day' | 'stock' | 'link';
  readonly key: string;
  /** An amount is in whole units of its currency; a day is ISO 8601; a stock is whether there is any. */
  readonly value: number | string | boolean;
  readonly currency: string | null;
  /** As a shopper reads it. */
  readonly text: string;
  /** The product, or the thing in a list, that it belongs to. */
  readonly owner: string | null;
  /** Those that could be taken for its owner: all products, or all things of one list. */
  readonly family: string | null;
}

export type Shown = Formatting;

interface Place {
  readonly path: string;
  readonly key: string;
  readonly owner: string | null;
  readonly family: string | null;
  readonly shown: Shown;
}

const isoTime = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?$/u;
const longestFilled = 1_500;

/** `null`: not one that could be filled in. */
export function factOf(value: Json, place: Place): Fact | null {
  const money = moneySchema.safeParse(value);
  const { path: handle, key, owner, family, shown } = place;
  const fact = { handle, key, owner, family, currency: null };
  if (money.success) {
    const { amount, currency } = money.data;
    return {
      ...fact,
      kind: 'money',
      value: wholeUnits(amount, currency),
      currency,
      text: formatMoney({ amount, currency }, shown.locale),
    };
  }
  if (typeof value === 'number') {
    return {
      ...fact,
      kind: /percent|share/u.test(key) ? 'percent' : 'number',
      value,
      text: formatNumber(value, shown),
    };
  }
  return typeof value === 'string' ? textFact(value, fact, shown) : null;
}

function textFact(
  value: string,
  fact: Pick<Fact, 'handle' | 'key' | 'owner' | 'family' | 'currency'>,
  shown: Shown,
): Fact | null {
  if (isoTime.test(value)) return { ...fact, kind: 'day', value, text: dayText(value, shown) };
  if (/^https?:\/\//u.test(value))
    return fact.family !== 'product' ? { ...fact, kind: 'link', value, text: value } : null;
  if (value === '' || value.length > longestFilled) return null;
  const kind = fact.owner !== null && (fact.key === 'title' || fact.key === 'label') ? 'name' : 'text';
  return { ...fact, kind, value, text: value };
}

function dayText(value: string, { locale, timeZone }: Shown): string {
  return formatDay(new Date(value), { locale, timeZone: value.length === 10 ? 'UTC' : timeZone });
}

/** `{{p1.stock}}`: in words. */
export function stockFact(owner: string, view: JsonObject, { locale }: Shown): Fact {
  const value = view['in_stock'] === true;
  const text = stockWords(locale)[value ? 'in' : 'out'];
  return {
    handle: `${owner}.stock`,
    kind: 'stock',
    key: 'stock',
    value,
    currency: null,
    text,
    owner,
    family: 'product',
  };
}

function wholeUnits(amount: number, currency: string): number {
  return amount / 10 ** currencyExponent(currency);
}
