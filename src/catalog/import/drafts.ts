import { readCsv } from './csv.ts';
import { readJsonl } from './jsonl.ts';
import { mappedDraft } from './mapped-draft.ts';
import { type FieldMapping, missingColumns } from './mapping.ts';
import type { PriceRules } from './price.ts';
import { recordDraft } from './record-draft.ts';
import type { Draft, Row } from './row.ts';
import { shopifyDrafts } from './shopify.ts';
import { shortId } from './short-id.ts';
import { guessSheet } from './usual-columns.ts';

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

/** Ids are fit for buttons here and nowhere else: see `shortId`. */
export async function* readDrafts(chunks: AsyncIterable<Uint8Array>, options: DraftOptions): AsyncGenerator<Draft> {
  for await (const read of draftsOf(chunks, options)) {
    const id = 'draft' in read ? read.draft['id'] : read.id;
    const short = typeof id === 'string' ? shortId(id.trim()) : id;
    if (short === id) yield read;
    else yield 'draft' in read ? { ...read, draft: { ...read.draft, id: short } } : { ...read, id: String(short) };
  }
}

function draftsOf(chunks: AsyncIterable<Uint8Array>, options: DraftOptions): AsyncIterable<Draft> {
  switch (options.format) {
    case 'jsonl':
      return jsonlDrafts(readJsonl(chunks), options);
    case 'csv':
      return csvDrafts(readCsv(chunks), options);
    case 'shopify':
      return shopifyDrafts(mustHave(readCsv(chunks), ['Handle', 'Title', 'Variant Price']), options.rules);
  }
}

async function* jsonlDrafts(rows: AsyncIterable<Row>, { mapping, rules }: DraftOptions): AsyncGenerator<Draft> {
  for await (const row of rows) yield recordDraft(row, mapping, rules);
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
  const mapping = { ...guessSheet(columns), ...given };
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
