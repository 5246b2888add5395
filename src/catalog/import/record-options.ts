import { isObject } from '../../storage/json.ts';
import { type Cells, isEmpty, text } from './cells.ts';
import { differingOptions, type Options, type OptionsRead } from './differing-options.ts';
import type { FieldMapping } from './mapping.ts';
import { named } from './product-texts.ts';

type Read = OptionsRead | { readonly reason: string };

interface Context {
  readonly product: Cells;
  readonly given: FieldMapping;
}

/** Options by the merchant's mapping, else as the file calls them, else from the fields in which variants differ. */
export function readRecordOptions(variants: readonly Cells[], { product, given }: Context): Read {
  const mapped = Object.keys(given).some((field) => field.startsWith('options.'));
  const read = mapped
    ? explicit(variants.map((cells) => named(cells, { mapping: given, family: 'options' })))
    : (writtenOptions(variants) ?? numberedOptions(variants, product) ?? differingOptions(variants));
  return 'reason' in read ? read : (notChoosable(read.options) ?? read);
}

const explicit = (options: readonly Options[]): OptionsRead => ({ options, shared: {} });

const writtenNames = ['options', 'selectedOptions', 'option_values', 'attributes'];

function writtenOptions(variants: readonly Cells[]): Read | null {
  const field = writtenNames.find((name) => variants.some((cells) => hasParts(cells[name])));
  if (field === undefined) return null;
  const read = variants.map((cells) => Object.fromEntries(pairs(cells[field])));
  for (const [i, options] of read.entries()) {
    const odd = Object.entries(options).find(([, value]) => value === undefined);
    if (odd) return { reason: `variant ${i + 1}: option ${odd[0].slice(0, 30)} is not text` };
  }
  return explicit(read as readonly Options[]);
}

function hasParts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && pairs(value).length > 0;
}

/** `{ size: 'M' }` or `[{ name: 'size', value: 'M' }]`; `undefined` where a value is no text. */
function pairs(value: unknown): readonly (readonly [string, string | undefined])[] {
  if (Array.isArray(value))
    return value.filter(isObject).flatMap((part) => {
      const name = text(part['name'] ?? part['id']);
      return name === undefined ? [] : pairs({ [name]: part['value'] ?? part['option'] });
    });
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, written]) =>
    isEmpty(written) || name.trim() === '' ? [] : [[name, text(written)] as const],
  );
}

/** Shopify's JSON: `options: [{ name }]` at the product, `option1` to `option3` at its variants. */
function numberedOptions(variants: readonly Cells[], product: Cells): OptionsRead | null {
  const names = Array.isArray(product['options']) ? product['options'].map(optionName) : [];
  if (names.length === 0 || !variants.some((cells) => text(cells['option1']) !== undefined)) return null;
  const read = variants.map((cells) => {
    const entries = names.map((name, i) => [name, text(cells[`option${i + 1}`])] as const);
    return entries.filter(([, value]) => value !== undefined && value !== 'Default Title');
  });
  return explicit(read.map((entries) => Object.fromEntries(entries) as Options));
}

function optionName(option: unknown, i: number): string {
  return text(isObject(option) ? option['name'] : option) ?? `option${i + 1}`;
}

/** Two variants that nothing tells apart, or one that lacks what others are asked for, could never be chosen. */
function notChoosable(options: readonly Options[]): { readonly reason: string } | null {
  if (options.length === 1) return null;
  const names = [...new Set(options.flatMap((one) => Object.keys(one)))];
  const seen = new Map<string, number>();
  for (const [i, one] of options.entries()) {
    const lacking = names.find((name) => !Object.hasOwn(one, name));
    if (lacking !== undefined) return { reason: `variant ${i + 1} has no ${lacking}, though others have` };
    const key = JSON.stringify(names.map((name) => one[name]?.toLowerCase()));
    const same = seen.get(key);
    if (same !== undefined) return { reason: nothingTells(same + 1, i + 1) };
    seen.set(key, i);
  }
  return null;
}

function nothingTells(one: number, other: number): string {
  return `nothing tells variants ${one} and ${other} apart: name the field that does, as in --map options.size=size`;
}
