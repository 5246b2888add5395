import { formatMoney } from '../../catalog/format-money.ts';
import type { Money } from '../../catalog/money.ts';
import { isObject } from '../../storage/json.ts';
import type { Formatting } from './formats.ts';
import { isolated } from './isolate.ts';

/** A value as words of a sentence: money with its sign, a list with commas, an object by its title or name, nothing as nothing. */
export function toText(value: unknown, formatting: Formatting): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map((item) => toText(item, formatting)).join(', ');
  return isObject(value) ? objectText(value, formatting) : '';
}

/** The same, to stand in a text that a shopper reads. */
export function toShown(value: unknown, formatting: Formatting): string {
  return isolated(toText(value, formatting), formatting.locale);
}

export function isMoney(value: unknown): value is Money {
  return isObject(value) && Number.isFinite(value['amount']) && isCurrency(value['currency']);
}

function isCurrency(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Z]{3}$/.test(value);
}

function objectText(value: Readonly<Record<string, unknown>>, formatting: Formatting): string {
  if (isMoney(value)) return formatMoney(value, formatting.locale);
  const name = value['title'] ?? value['name'] ?? value['label'];
  return typeof name === 'string' ? name : '';
}
