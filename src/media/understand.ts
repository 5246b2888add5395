import { within } from '../actions/time-limit.ts';
import type { MediaContent } from '../channel/inbound.ts';
import type { Unread } from '../channel/media.ts';
import { errorCode } from '../runtime/log.ts';
import { type Fetched, unreadOf } from './fetch-file.ts';
import type { FileStore } from './file-store.ts';
import { mostHeard } from './media-limits.ts';
import type { MediaReaderParts } from './media-reader-parts.ts';
import { decoded } from './plain-text.ts';
import type { ReadableFile } from './transcriber.ts';

export type KeptFile = Extract<Fetched, { result: 'kept' }>;

/** What a file says, or why it was not made out. */
export type Understood =
  | { readonly heard: string }
  | { readonly unread: Unread; readonly reason: string; readonly isFailure: boolean };

/** Total: whatever a model fails with becomes its reason. */
export async function understand(
  parts: MediaReaderParts,
  file: KeptFile,
  caption: MediaContent['caption'],
): Promise<Understood> {
  const unread = unreadOf(file.kind);
  const read = reading(parts, file, caption);
  if (!read) return { unread, reason: 'nothing is set up that reads it', isFailure: false };
  try {
    const done = await within({ timer: parts.clock.after, ms: parts.limits.readMs }, read);
    if (done === 'late') return { unread, reason: 'MODEL_TIMEOUT', isFailure: true };
    const heard = tidy(done.value ?? '');
    return heard === '' ? { unread, reason: 'nothing was made out', isFailure: false } : { heard };
  } catch (error) {
    return { unread, reason: errorCode(error), isFailure: true };
  }
}

/** How this file is read; `null`: not at all. */
function reading(
  { files, transcriber, imageReader }: MediaReaderParts,
  file: KeptFile,
  caption: MediaContent['caption'],
): (() => Promise<string | null>) | null {
  const { kind } = file;
  const readable = readableFile(files, file);
  switch (kind) {
    case 'voice':
    case 'video':
      return transcriber?.takes(file) ? () => transcriber.transcribe(readable) : null;
    case 'image':
    case 'sticker':
      return imageReader?.takes(file)
        ? () => imageReader.describe({ ...readable, kind, ...(caption === undefined ? {} : { caption }) })
        : null;
    case 'document':
      return file.mediaType === 'text/plain' && file.bytes <= mostHeard ? () => textOf(readable) : null;
  }
}

function readableFile(files: FileStore, { name, mediaType, bytes }: KeptFile): ReadableFile {
  return { mediaType, bytes, open: () => opened(files, name) };
}

async function* opened(files: FileStore, name: string): AsyncGenerator<Uint8Array> {
  const body = await files.open(name);
  if (!body) throw new Error('A file that was just kept is gone');
  yield* body;
}

async function textOf(file: ReadableFile): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.open()) chunks.push(chunk);
  return decoded(Buffer.concat(chunks));
}

/** Control characters are nothing anybody says. */
function tidy(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
    .slice(0, mostHeard)
    .toWellFormed();
}
