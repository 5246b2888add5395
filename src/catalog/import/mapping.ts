import { parseDocument } from 'yaml';
import { isObject } from '../../storage/json.ts';

/** Field of a product → the column or columns that hold it. Fields: those below, `attributes.<name>`, `options.<name>`. */
export type FieldMapping = Readonly<Record<string, string | readonly string[]>>;

export type MappingRead = { readonly mapping: FieldMapping } | { readonly problem: string };

const plainFields = [
  'id',
  'title',
  'description',
  'brand',
  'category',
  'tags',
  'images',
  'sku',
  'price',
  'was',
  'currency',
  'stock',
  'available',
  'attributes',
];

/** Reads `title=Name,price=Price,category=Department+Group`. */
export function parseMapOption(text: string): MappingRead {
  const pairs = text.split(',').map((pair) => pair.split('='));
  const wrong = pairs.find((pair) => pair.length !== 2 || pair.some((part) => part.trim() === ''));
  if (wrong) return { problem: `"${wrong.join('=')}" is not of the form field=Column` };
  return checked(Object.fromEntries(pairs.map(([field = '', column = '']) => [field.trim(), columnsOf(column)])));
}

function columnsOf(text: string): string | readonly string[] {
  const columns = text.split('+').map((column) => column.trim());
  return columns.length === 1 ? (columns[0] ?? '') : columns;
}

/** Reads a mapping file: `title: Name`, `category: [Department, Group]`, `attributes: { colour: Colour }`. */
export function parseMappingFile(text: string): MappingRead {
  const document = parseDocument(text);
  if (document.errors.length > 0) return { problem: 'the mapping file is not readable YAML' };
  const read: unknown = document.toJS();
  if (!isObject(read)) return { problem: 'the mapping file must hold lines like `title: Name`' };
  return checked(flatten(read));
}

function flatten(read: object): Record<string, unknown> {
  const entries = Object.entries(read).flatMap(([field, value]): (readonly [string, unknown])[] =>
    (field === 'attributes' || field === 'options') && typeof value === 'object' && value !== null
      ? Object.entries(value).map(([name, column]) => [`${field}.${name}`, column] as const)
      : [[field, value] as const],
  );
  return Object.fromEntries(entries);
}

function checked(mapping: Readonly<Record<string, unknown>>): MappingRead {
  const good: Record<string, string | readonly string[]> = {};
  for (const [field, column] of Object.entries(mapping)) {
    if (!isField(field))
      return {
        problem: `"${field}" is no field of a product; there are ${plainFields.join(', ')}, attributes.<name>, options.<name>`,
      };
    if (typeof column === 'string') good[field] = column;
    else if (Array.isArray(column) && column.every((name) => typeof name === 'string')) good[field] = column;
    else return { problem: `"${field}" must name a column` };
  }
  return { mapping: good };
}

function isField(field: string): boolean {
  return plainFields.includes(field) || /^(attributes|options)\..+/.test(field);
}

/** Columns a mapping names that the file has not. */
export function missingColumns(mapping: FieldMapping, columns: readonly string[]): readonly string[] {
  return Object.values(mapping)
    .flat()
    .filter((column) => !columns.includes(column));
}
