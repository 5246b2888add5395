import { readCsv } from './csv.ts';
import { readJsonl } from './jsonl.ts';
import { mappedDraft } from './mapped-draft.ts';
import { type FieldMapping, guessMapping, missingColumns } from './mapping.ts';
import type { PriceRules } from './price.ts';
import type { Draft, Row } from './row.ts';
import { shopifyDrafts } from './shopify.ts';

export type ImportFormat = 'jsonl' | 'csv' | 'shopify';

export interface DraftOptions {
  readonly format: ImportFormat;
  /** Beyond what column names tell by themselves. */
  readonly mapping: FieldMapping;
  readonly rules: PriceRules;
}

/** The file cannot be imported as it is asked for: nothing has been read or written. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused';
}

export function readDrafts(chunks: AsyncIterable<Uint8Array>, options: DraftOptions): AsyncIterable<Draft> {
  switch (options.format) {
    case 'jsonl':
      return jsonlDrafts(readJsonl(chunks), options);
    case 'csv':
      return csvDrafts(readCsv(chunks), options);
    case 'shopify':
      return shopifyDrafts(mustHave(readCsv(chunks), ['Handle', 'Title', 'Variant Price']), options.rules);
  }
}

/** A line with `variants` is a product of our own shape; any other is read column by column. */
async function* jsonlDrafts(rows: AsyncIterable<Row>, { mapping, rules }: DraftOptions): AsyncGenerator<Draft> {
  for await (const row of rows) {
    if ('record' in row && Array.isArray(row.record['variants'])) yield { line: row.line, draft: row.record };
    else if ('record' in row) yield mappedDraft(row, { ...guessMapping(Object.keys(row.record)), ...mapping }, rules);
    else yield row;
  }
}

async function* csvDrafts(rows: AsyncIterable<Row>, options: DraftOptions): AsyncGenerator<Draft> {
  let mapping: FieldMapping | null = null;
  for await (const row of rows) {
    if ('record' in row) mapping ??= csvMapping(Object.keys(row.record), options.mapping);
    yield mapping === null
      ? 'record' in row
        ? { line: row.line, reason: 'unreadable' }
        : row
      : mappedDraft(row, mapping, options.rules);
  }
}

function csvMapping(columns: readonly string[], given: FieldMapping): FieldMapping {
  const [missing] = missingColumns(given, columns);
  if (missing !== undefined)
    throw new ImportRefused(`there is no column "${missing}"; the columns are ${columns.join(', ')}`);
  const mapping = { ...guessMapping(columns), ...given };
  const unmapped = ['title', 'price'].filter((field) => !Object.hasOwn(mapping, field));
  if (unmapped.length === 0) return mapping;
  throw new ImportRefused(
    `no column for ${unmapped.join(' and ')}: name it, as in --map ${unmapped[0]}=Column; the columns are ${columns.join(', ')}`,
  );
}

async function* mustHave(rows: AsyncIterable<Row>, columns: readonly string[]): AsyncGenerator<Row> {
  let looked = false;
  for await (const row of rows) {
    const missing =
      looked || !('record' in row) ? undefined : columns.find((column) => !Object.hasOwn(row.record, column));
    if (missing !== undefined)
      throw new ImportRefused(`this is no product export of Shopify: there is no column "${missing}"`);
    looked ||= 'record' in row;
    yield row;
  }
}
