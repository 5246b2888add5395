import { splitLines } from '../catalog/import/split-lines.ts';

/** A line as it stands in a file; `text` is null when it is not UTF-8 or too long to be a document. */
export interface TextLine {
  readonly line: number;
  readonly text: string | null;
}

/** No store takes a document of this size: MongoDB's are 16 MB at most. */
const longestLine = 64 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Splits at line feeds alone: Node's readline also splits at U+2028, which JSON leaves as it is. Empty lines are left out, and counted.
 */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  for await (const { line, bytes } of splitLines(chunks, longestLine)) {
    const text = bytes === null ? null : decoded(bytes);
    if (text !== '') yield { line, text };
  }
}

function decoded(bytes: Buffer): string | null {
  try {
    return utf8
      .decode(bytes)
      .replace(/^\ufeff/u, '')
      .trim();
  } catch {
    return null;
  }
}
