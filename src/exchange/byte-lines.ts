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
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    parts = length > longestLine ? [] : [...parts, part];
  };
  const finish = (): readonly TextLine[] => {
    const text = length > longestLine ? null : decoded(Buffer.concat(parts));
    const finished = text === '' ? [] : [{ line, text }];
    line += 1;
    parts = [];
    length = 0;
    return finished;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, end));
      yield* finish();
      from = end + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield* finish();
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
