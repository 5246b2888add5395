import { htmlToText } from './html-text.ts';
import type { FieldMapping } from './mapping.ts';
import { type PriceRules, readPrice } from './price.ts';
import type { Draft, Row } from './row.ts';

type Cells = Readonly<Record<string, unknown>>;

/** A row whose columns are named by a mapping → a product with one variant. */
export function mappedDraft(row: Row, mapping: FieldMapping, rules: PriceRules): Draft {
  if ('reason' in row) return row;
  const cell = (field: string) => cellsOf(row.record, mapping[field])[0];
  const id = text(cell('id')) ?? text(cell('sku')) ?? slug(text(cell('title')));
  const refuse = (reason: string): Draft => ({ line: row.line, reason, ...(id !== undefined && { id }) });
  const priced = readPrices(cell, rules);
  if ('reason' in priced) return refuse(priced.reason);
  const stock = readStock(cell('stock'));
  if (typeof stock === 'object' && stock !== null) return refuse(stock.reason);
  const variant = { sku: text(cell('sku')) ?? id, options: named(row.record, mapping, 'options'), ...priced, stock };
  return { line: row.line, draft: { id, ...texts(row.record, mapping), variants: [variant] } };
}

function texts(record: Cells, mapping: FieldMapping): Cells {
  const all = (field: string) => cellsOf(record, mapping[field]);
  const first = (field: string) => text(all(field)[0]);
  return {
    title: first('title'),
    description: htmlToText(first('description') ?? ''),
    brand: first('brand') ?? null,
    category: all('category').flatMap((cell) => list(cell, />|\//)),
    tags: all('tags').flatMap((cell) => list(cell, /[,;|]/)),
    images: all('images').flatMap((cell) => list(cell, /[\s,;|]+(?=https?:|\/)/)),
    attributes: named(record, mapping, 'attributes'),
  };
}

/** An empty cell is one that is not there. */
function cellsOf(record: Cells, columns: string | readonly string[] | undefined): readonly unknown[] {
  const names = columns === undefined ? [] : [columns].flat();
  return names
    .map((name) => (Object.hasOwn(record, name) ? record[name] : undefined))
    .filter((cell) => cell !== undefined && cell !== null && cell !== '');
}

function named(
  record: Cells,
  mapping: FieldMapping,
  family: 'attributes' | 'options',
): Readonly<Record<string, string>> {
  const entries = Object.keys(mapping)
    .filter((field) => field.startsWith(`${family}.`))
    .map((field) => [field.slice(family.length + 1), text(cellsOf(record, mapping[field])[0])] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function text(cell: unknown): string | undefined {
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : undefined;
}

function list(cell: unknown, between: RegExp): readonly string[] {
  const parts = Array.isArray(cell) ? cell.map(text) : (text(cell)?.split(between) ?? []);
  return parts.map((part) => part?.trim() ?? '').filter((part) => part !== '');
}

function slug(title: string | undefined): string | undefined {
  const made = title
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return made === '' ? undefined : made?.slice(0, 100);
}

function readPrices(cell: (field: string) => unknown, rules: PriceRules) {
  const currency = text(cell('currency'))?.toUpperCase() ?? rules.currency;
  const price = /^[A-Z]{3}$/.test(currency)
    ? readPrice(cell('price'), { ...rules, currency })
    : { reason: 'is in no currency we know' };
  if ('reason' in price) return { reason: `price ${price.reason}` };
  if (cell('was') === undefined) return { price };
  const was = readPrice(cell('was'), { ...rules, currency });
  if ('reason' in was) return { reason: `former price ${was.reason}` };
  return was.amount > price.amount ? { price, was } : { price };
}

function readStock(cell: unknown): number | null | { readonly reason: string } {
  if (cell === undefined) return null;
  const count = typeof cell === 'number' ? cell : Number(text(cell)?.replace(/[.,]0+$/, '') ?? Number.NaN);
  // A shop that sold more than it had counts below zero; there is nothing left to sell.
  return Number.isSafeInteger(count)
    ? Math.max(0, count)
    : { reason: `stock "${String(cell).slice(0, 30)}" is not a whole number` };
}
