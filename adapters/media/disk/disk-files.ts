import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  type FileStore,
  isFileName,
  isFolderName,
  type PutOutcome,
  unfinished,
} from '../../../src/media/file-store.ts';

/** Files in a folder of this machine, for its owner alone to read. Several processes share them by sharing the folder. */
export function createDiskFiles(folder: string): FileStore {
  const pathOf = (name: string): string => {
    if (!isFileName(name)) throw refused();
    return join(folder, name);
  };
  return {
    put: async (name, body, maxBytes) => {
      const part = join(folder, unfinished, randomBytes(16).toString('hex'));
      return putWhole({ part, path: pathOf(name) }, body, maxBytes);
    },
    open: async (name) => openStream(pathOf(name)),
    remove: async (name) => rm(pathOf(name), { force: true }),
    removeOlder: async (within, before) => {
      if (!isFolderName(within)) throw refused();
      return removeOlder(join(folder, within), before);
    },
    where: pathOf,
  };
}

function refused(): Error {
  return new Error('FILE_NAME_REFUSED: a file was to be kept under a name that is not ours');
}

interface Places {
  readonly part: string;
  readonly path: string;
}

/** Written elsewhere and then put in its place: nobody finds half of it, and what a crash leaves lies by itself. */
async function putWhole(
  { part, path }: Places,
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<PutOutcome> {
  await Promise.all([part, path].map((file) => mkdir(dirname(file), { recursive: true, mode: 0o700 })));
  try {
    const bytes = await writePart(part, body, maxBytes);
    if (bytes === null) return { result: 'too-large' };
    await rename(part, path);
    return { result: 'kept', bytes };
  } finally {
    await rm(part, { force: true });
  }
}

async function writePart(part: string, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number | null> {
  const file = await open(part, 'wx', 0o600);
  try {
    const bytes = await writeAll(file, body, maxBytes);
    if (bytes !== null) await file.sync();
    return bytes;
  } finally {
    await file.close();
  }
}

async function writeAll(file: FileHandle, body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<number | null> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > maxBytes) return null;
    await file.appendFile(chunk);
  }
  return bytes;
}

async function openStream(path: string): Promise<AsyncIterable<Uint8Array> | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? streamOf(path) : null;
}

/** Opened when it is read: one that is not read leaves nothing open. */
async function* streamOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
}

async function removeOlder(folder: string, before: number): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const removed = await Promise.all(files.map((path) => removeIfOlder(path, before)));
  return removed.filter(Boolean).length;
}

/** Another process may be clearing up as well. */
async function removeIfOlder(path: string, before: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (!found || found.mtimeMs >= before) return false;
  await rm(path, { force: true });
  return true;
}
