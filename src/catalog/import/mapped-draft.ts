import { type Cells, cellsOf, text } from './cells.ts';
import type { FieldMapping } from './mapping.ts';
import { readOffer } from './offer.ts';
import type { PriceRules } from './price.ts';
import { named, productTexts } from './product-texts.ts';
import type { Draft, Row } from './row.ts';

/** A row whose columns are named by a mapping → a product with one variant. */
export function mappedDraft(row: Row, mapping: FieldMapping, rules: PriceRules): Draft {
  if ('reason' in row) return row;
  const cell = (field: string) => cellsOf(row.record, mapping[field])[0];
  const id = mappedId(row.record, mapping);
  const offer = readOffer(cell, rules);
  if ('reason' in offer) return { line: row.line, reason: offer.reason, ...(id !== undefined && { id }) };
  const options = named(row.record, { mapping, family: 'options' });
  const variant = { sku: text(cell('sku')) ?? id, options, ...offer };
  return { line: row.line, draft: { id, ...productTexts(row.record, mapping), variants: [variant] } };
}

export function mappedId(record: Cells, mapping: FieldMapping): string | undefined {
  const first = (field: string) => text(cellsOf(record, mapping[field])[0]);
  return first('id') ?? first('sku') ?? slug(first('title'));
}

function slug(title: string | undefined): string | undefined {
  const made = title
    ?.toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return made === '' ? undefined : made?.slice(0, 100);
}
