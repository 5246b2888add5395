import { isObject } from '../../storage/json.ts';
import { type Cells, cellsOf, isEmpty } from './cells.ts';
import { mainImages } from './images.ts';
import { mappedDraft, mappedId } from './mapped-draft.ts';
import type { FieldMapping } from './mapping.ts';
import type { PriceRules } from './price.ts';
import { productTexts } from './product-texts.ts';
import { readRecordVariants } from './record-variants.ts';
import type { Draft, Row } from './row.ts';
import { guessRecord } from './usual-columns.ts';

/** A line of JSON Lines → a product: in our own shape, with `variants` as other shops write them, or flat. */
export function recordDraft(row: Row, given: FieldMapping, rules: PriceRules): Draft {
  if ('reason' in row) return row;
  const { line, record } = row;
  if (isOwnShape(record)) return { line, draft: record };
  const mapping = { ...guessRecord(Object.keys(record)), ...given };
  const id = mappedId(record, mapping);
  const refuse = (reason: string): Draft => ({ line, reason, ...(id !== undefined && { id }) });
  const listed = listVariants(record);
  if (listed === null) return mappedDraft(row, mapping, rules);
  if ('reason' in listed) return refuse(listed.reason);
  if (listed.variants.length === 0) {
    const priced = cellsOf(record, mapping['price']).length > 0;
    return priced ? mappedDraft(row, mapping, rules) : refuse('variants are missing: there must be one with a price');
  }
  const read = readRecordVariants(listed.variants, { product: record, id, mapping, given, rules });
  if ('reason' in read) return refuse(read.reason);
  // Of flat lines only when asked for: every attribute is searched, and large exports carry many that nobody looks for.
  const texts = productTexts(record, { attributes: 'attributes', ...mapping });
  const images = mainImages([...texts.images, ...read.images]);
  const attributes = { ...read.shared, ...texts.attributes };
  return { line, draft: { id, ...texts, images, attributes, variants: read.variants } };
}

/**
 * `{ amount, currency }` in minor units is our own way to write a price. Elsewhere an object with these names may hold
 * whole units, so it is read only where all variants are written as ours are.
 */
function isOwnShape({ variants }: Cells): boolean {
  return (
    Array.isArray(variants) &&
    variants.length > 0 &&
    variants.every((variant) => isObject(variant) && isObject(variant['price']) && 'amount' in variant['price'])
  );
}

interface NamedVariant {
  /** The name under which it stands in an object. */
  readonly key: string | null;
  readonly cells: Cells;
}

type Listed = { readonly variants: readonly NamedVariant[] } | { readonly reason: string } | null;

function listVariants(record: Cells): Listed {
  const field = ['variants', 'variations'].find((name) => !isEmpty(record[name]));
  const value = field === undefined ? null : record[field];
  if (value === null || field === undefined) return null;
  if (typeof value !== 'object') return { reason: `${field} are neither a list nor an object` };
  const keyed = !Array.isArray(value);
  const entries = Object.entries(value ?? {});
  const odd = entries.find(([, cells]) => !isObject(cells));
  if (odd !== undefined) {
    const which = keyed ? `"${odd[0].slice(0, 30)}"` : `number ${Number(odd[0]) + 1}`;
    return { reason: `${field}: ${which} does not describe a variant` };
  }
  return { variants: entries.flatMap(([key, cells]) => (isObject(cells) ? [{ key: keyed ? key : null, cells }] : [])) };
}
