import { pipeline, Readable } from 'node:stream';
import { CsvError, type Info, parse } from 'csv-parse';
import { longestRow, type Row } from './row.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: Pick<Info, 'lines'>;
}

/** Reads CSV with a header line, separated by comma, semicolon or tab. Lines are those on which rows begin. */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  const { delimiter, replayed } = await detectDelimiter(chunks);
  const skipped: Row[] = [];
  const parser = parse({
    delimiter,
    // Files put together by hand mix both; by itself the parser takes the first for the only one.
    record_delimiter: ['\r\n', '\n'],
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push(unreadable(error));
      return undefined;
    },
  });
  pipeline(Readable.from(replayed), parser, () => undefined);
  let header: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      const line = info.lines - lineBreaks(record);
      // The parser reads ahead: rows it skipped further down wait for their turn.
      while (skipped[0] !== undefined && skipped[0].line < line) yield* skipped.splice(0, 1);
      if (header === null) header = record.map((name) => name.trim());
      else yield toRow(record, { header, line });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    skipped.push(unreadable(error));
  }
  yield* skipped;
}

/** Shops in half of Europe separate by semicolon, because their comma is taken. */
async function detectDelimiter(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done ? '' : Buffer.from(first.value).toString('utf8').split(/\r?\n/, 1)[0];
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: (head ?? '').split(mark).length }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return { delimiter: best.mark, replayed: replay(first, iterator) };
}

async function* replay(first: IteratorResult<Uint8Array>, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function toRow(record: readonly string[], at: { readonly header: readonly string[]; readonly line: number }): Row {
  const { header, line } = at;
  if (record.length !== header.length) {
    return { line, reason: `the row has ${record.length} columns, the header has ${header.length}` };
  }
  return { line, record: Object.fromEntries(header.map((name, i) => [name, record[i]])) };
}

function lineBreaks(record: readonly string[]): number {
  return record.reduce((breaks, field) => breaks + (field.match(/\r\n|\n|\r/g)?.length ?? 0), 0);
}

function unreadable(error: CsvError | undefined): Row {
  const lines: unknown = error?.['lines'];
  const line = typeof lines === 'number' ? lines : 0;
  switch (error?.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return { line, reason: 'a quotation mark is opened and never closed' };
    case 'CSV_MAX_RECORD_SIZE':
      return { line, reason: 'the row is longer than 1 MB; is a quotation mark missing?' };
    default:
      return { line, reason: 'the row cannot be read as CSV' };
  }
}
