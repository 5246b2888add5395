import { type Cells, text } from './cells.ts';
import { bareName, isUsualForVariants } from './usual-columns.ts';

export type Options = Readonly<Record<string, string>>;

export interface OptionsRead {
  /** As many as there are variants. */
  readonly options: readonly Options[];
  readonly shared: Options;
}

/** What shoppers are commonly asked for. Numbers are values here: a shoe's size is 42. */
const commonOptions: ReadonlySet<string> = new Set(
  [
    ['size', 'color', 'colour', 'material', 'style', 'flavour', 'flavor', 'scent', 'length', 'width', 'height'],
    ['fit', 'finish', 'pattern', 'capacity', 'storage', 'volume', 'pack', 'packsize', 'model', 'edition', 'shade'],
  ].flat(),
);
/** Names of a whole variant, such as `250 g`. */
const wholeNames: ReadonlySet<string> = new Set(['title', 'name', 'label']);

/** A field's values, one a variant. */
interface Field {
  readonly name: string;
  readonly values: readonly (string | undefined)[];
}

/**
 * Common options in which variants differ; when these do not tell all variants apart, further short texts, as few as do.
 * What looks like a code, an address or a date is never one.
 */
export function differingOptions(variants: readonly Cells[]): OptionsRead {
  const names = [...new Set(variants.flatMap((cells) => Object.keys(cells)))];
  const fields = names.map((name) => ({ name, values: variants.map((cells) => text(cells[name])) }));
  const common = fields.filter(({ name }) => commonOptions.has(bareName(name)));
  const differing = common.filter(({ values }) => new Set(values).size > 1);
  const others = [...fields.filter(isShortText), ...fields.filter(isWholeName)];
  const chosen = [...differing];
  for (const field of others) if (needed(chosen, field)) chosen.push(field);
  const same = common.filter((field) => !differing.includes(field));
  return { options: variants.map((_, i) => optionsAt(chosen, i)), shared: optionsAt(same, 0) };
}

function needed(chosen: readonly Field[], field: Field): boolean {
  return kinds([...chosen, field]) > kinds(chosen) && kinds(chosen) < field.values.length;
}

/** How many variants these fields tell apart. */
function kinds(fields: readonly Field[]): number {
  const count = fields[0]?.values.length ?? 0;
  return new Set(Array.from({ length: count }, (_, i) => JSON.stringify(fields.map(({ values }) => values[i])))).size;
}

function isShortText({ name, values }: Field): boolean {
  const bare = bareName(name);
  if (commonOptions.has(bare) || wholeNames.has(bare) || isUsualForVariants(name)) return false;
  if (/(id|code|number|ref|at|date|url|link|barcode|ean|upc|gtin|handle|slug|status|policy|service)$/.test(bare))
    return false;
  return values.every((value) => value !== undefined && isWording(value));
}

function isWholeName({ name, values }: Field): boolean {
  return wholeNames.has(bareName(name)) && values.every((value) => value !== undefined && value.length <= longest);
}

const longest = 40;

function isWording(value: string): boolean {
  const codeLike = /^[\d.,:/_-]+$|\d{5,}|:\/\/|^\d{4}-\d\d-\d\d|^[A-Z]+[-_]?\d+|[A-Z\d][-_]\d/.test(value);
  return value.length <= longest && !codeLike && /\p{L}/u.test(value);
}

function optionsAt(fields: readonly Field[], i: number): Options {
  const entries = fields.map(({ name, values }) => [isWhole(name) ? 'variant' : name, values[i]] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

function isWhole(name: string): boolean {
  return wholeNames.has(bareName(name));
}
