import { isObject } from '../../storage/json.ts';
import { longestRow, type Row } from './row.ts';
import { splitLines } from './split-lines.ts';

/** Reads JSON Lines. Empty lines are nothing; a line that is no JSON object is a row with a reason. */
export async function* readJsonl(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  for await (const { line, bytes } of splitLines(chunks, longestRow)) {
    const row = bytes === null ? { line, reason: 'the line is longer than 1 MB' } : readLine(line, bytes);
    if (row !== null) yield row;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function readLine(line: number, bytes: Buffer): Row | null {
  let text: string;
  try {
    text = utf8.decode(bytes).trim();
  } catch {
    return { line, reason: 'the line is not UTF-8 text' };
  }
  return text === '' ? null : parseLine(line, text);
}

function parseLine(line: number, text: string): Row {
  try {
    const record: unknown = JSON.parse(text);
    if (isObject(record)) return { line, record: { ...record } };
    return { line, reason: 'the line is not a JSON object' };
  } catch {
    return { line, reason: 'the line is not readable JSON' };
  }
}
