import { within } from '../actions/time-limit.ts';
import { createBreaker } from '../assistant/breaker.ts';
import { ModelError } from '../assistant/model-error.ts';
import type { MediaContent } from '../channel/inbound.ts';
import type { MediaKind, Unread } from '../channel/media.ts';
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

export type Understand = (file: KeptFile, caption: MediaContent['caption']) => Promise<Understood>;

type Asking = (ask: () => Promise<string | null>) => Promise<string | null>;

/** Each model rests by itself: one may hear where the other is blind. */
export function createUnderstand(parts: MediaReaderParts): Understand {
  const { clock, limits } = parts;
  const breaker = (): Asking => createBreaker({ clock, most: limits.mostOutages, restMs: limits.restMs });
  const [listening, looking] = [breaker(), breaker()];
  const direct: Asking = (ask) => ask();
  const askingFor = (kind: MediaKind): Asking => {
    if (kind === 'document') return direct;
    return kind === 'voice' || kind === 'video' ? listening : looking;
  };
  return (file, caption) => understand(parts, { file, caption, asking: askingFor(file.kind) });
}

interface Given {
  readonly file: KeptFile;
  readonly caption: MediaContent['caption'];
  readonly asking: Asking;
}

/** Total: whatever a model fails with becomes its reason. */
async function understand(parts: MediaReaderParts, { file, caption, asking }: Given): Promise<Understood> {
  const unread = unreadOf(file.kind);
  const read = reading(parts, file, caption);
  if (!read) return { unread, reason: 'nothing is set up that reads it', isFailure: false };
  try {
    const heard = tidy((await asking(() => inTime(parts, read))) ?? '');
    return heard === '' ? { unread: 'did-not-come', reason: 'nothing was made out', isFailure: false } : { heard };
  } catch (error) {
    return { unread: 'did-not-come', reason: errorCode(error), isFailure: true };
  }
}

async function inTime({ clock, limits }: MediaReaderParts, read: () => Promise<string | null>): Promise<string | null> {
  const done = await within({ timer: clock.after, ms: limits.readMs }, read);
  if (done === 'late') throw new ModelError('MODEL_TIMEOUT');
  return done.value;
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
