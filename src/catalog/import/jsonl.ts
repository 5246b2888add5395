import { isObject } from '../../storage/json.ts';
import { longestRow, type Row } from './row.ts';

interface Line {
  readonly line: number;
  /** `null` when it was too long to keep. */
  readonly bytes: Buffer | null;
}

/** Reads JSON Lines. Empty lines are nothing; a line that is no JSON object is a row with a reason. */
export async function* readJsonl(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Row> {
  for await (const { line, bytes } of splitLines(chunks)) {
    const row = bytes === null ? { line, reason: 'the line is longer than 1 MB' } : readLine(line, bytes);
    if (row !== null) yield row;
  }
}

async function* splitLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length <= longestRow) parts.push(part);
    else parts = [];
  };
  const finish = (): Line => {
    const finished = { line, bytes: length > longestRow ? null : Buffer.concat(parts) };
    line += 1;
    parts = [];
    length = 0;
    return finished;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield finish();
      from = end + 1;
    }
    take(chunk.subarray(from));
  }
  if (length > 0) yield finish();
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
