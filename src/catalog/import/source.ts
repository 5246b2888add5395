import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

/** What is imported. It is opened anew after a break, and must then give the same bytes. */
export interface ImportSource {
  readonly name: string;
  /** Bytes; `null` when nobody knows. */
  readonly size: number | null;
  open(): AsyncIterable<Uint8Array>;
}

export async function fileSource(path: string): Promise<ImportSource> {
  const { size } = await stat(path);
  return { name: path, size, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

const headBytes = 256 * 1024;

/** Tells a file and the way it is read from others: size, first 256 kB, and all options that change what is read. */
export async function fingerprint(source: ImportSource, options: unknown): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([source.size, options]));
  let left = headBytes;
  for await (const chunk of source.open()) {
    hash.update(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return hash.digest('hex').slice(0, 24);
}
