import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { MediaFile } from '../../../src/channel/media.ts';

/** A file of this machine, named by whoever sits at it. */
export async function openLocalFile(path: string): Promise<MediaFile> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return { result: 'gone', reason: 'There is no such file' };
  return { result: 'file', mediaType: null, size: found.size, body: streamOf(path) };
}

/** Opened when it is read: one that is refused leaves nothing open. */
async function* streamOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}
