export interface OpenedBody {
  /** The first bytes: all there are, or at least as many as were asked for. */
  readonly head: Uint8Array;
  /** Everything, the head included; to be read once. */
  readonly whole: AsyncIterable<Uint8Array>;
  /** Lets go of a body that is not read. */
  leave(): Promise<void>;
}

/** Looks at the beginning of a stream without losing it. */
export async function openBody(body: AsyncIterable<Uint8Array>, bytes: number): Promise<OpenedBody> {
  const iterator = body[Symbol.asyncIterator]();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length >= bytes) break;
  }
  const leave = async (): Promise<void> => void (await iterator.return?.());
  const head = Buffer.concat(chunks);
  return { head, whole: joined(head, iterator), leave };
}

async function* joined(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
