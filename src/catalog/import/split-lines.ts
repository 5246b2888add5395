export interface ByteLine {
  /** From 1. */
  readonly line: number;
  /** Without its line end; `null` when it is longer than was allowed: then nothing of it is held. */
  readonly bytes: Buffer | null;
}

/** A stream of bytes, line by line; a last line without an end counts too. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length <= longest) parts.push(part);
    else parts = [];
  };
  const finish = (): ByteLine => {
    const finished = { line, bytes: length > longest ? null : Buffer.concat(parts) };
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
