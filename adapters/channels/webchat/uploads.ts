import { randomBytes } from 'node:crypto';
import type { MediaFile, MediaKind } from '../../../src/channel/media.ts';
import { type FileFormat, formatByExtension, formatOf, headBytes, kindAs } from '../../../src/media/file-formats.ts';
import { openBody } from '../../../src/media/file-head.ts';
import type { FileStore } from '../../../src/media/file-store.ts';

/** Files that visitors have uploaded, to be named in a message. Each is reached through its visitor alone. */
export interface Uploads {
  /** `sentAs` tells a recording from a film, and nothing else. Rejects when the body or the file store fails. */
  put(peer: string, body: AsyncIterable<Uint8Array>, sentAs: MediaKind): Promise<Uploaded>;
  has(peer: string, id: string): Promise<boolean>;
  /** `ref` is that of a posted message. */
  open(ref: string): Promise<MediaFile>;
  /** Removes what was uploaded longer ago than a message takes to be read. */
  sweep(): Promise<void>;
}

export type Uploaded =
  | { readonly result: 'kept'; readonly id: string; readonly kind: MediaKind; readonly bytes: number }
  | { readonly result: 'too-large' }
  | { readonly result: 'not-taken' };

export interface UploadsParts {
  readonly files: FileStore;
  readonly mostBytes: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const folder = 'uploads';
const keptMs = 24 * 60 * 60 * 1000;

export function createUploads({ files, mostBytes, now }: UploadsParts): Uploads {
  return {
    async put(peer, stream, sentAs) {
      const body = await openBody(stream, headBytes);
      const format = await formatOf(body.head);
      const kind = format && kindAs(sentAs, format);
      if (!format || !kind) {
        await body.leave();
        return { result: 'not-taken' };
      }
      const id = newId(kind, format);
      const kept = await files.put(`${folder}/${peer}/${id}`, body.whole, mostBytes);
      return kept.result === 'kept' ? { ...kept, id, kind } : kept;
    },
    has: async (peer, id) => (await openUpload(files, `${peer}/${id}`)).result === 'file',
    open: (ref) => openUpload(files, ref),
    sweep: async () => void (await files.removeOlder(folder, now() - keptMs)),
  };
}

/** Its kind and its ending are the server's word: the file is only there under the name that the server gave it. */
function newId(kind: MediaKind, { extension }: FileFormat): string {
  return `${kind}-${randomBytes(18).toString('base64url')}.${extension}`;
}

const idForm = /^(image|voice|video|document)-[\w-]{24}\.([a-z0-9]+)$/u;

/** What an id says of its file; `null` when it is not one. */
export function uploadKind(id: string): MediaKind | null {
  return (idForm.exec(id)?.[1] as MediaKind | undefined) ?? null;
}

async function openUpload(files: FileStore, ref: string): Promise<MediaFile> {
  const [, peer, id = ''] = /^((?:[a-z-]{1,32}_)?[\w-]{22})\/([^/]+)$/u.exec(ref) ?? [];
  const body = peer !== undefined && idForm.test(id) ? await files.open(`${folder}/${ref}`) : null;
  if (!body) return { result: 'gone', reason: 'It was not uploaded here, or too long ago' };
  return { result: 'file', mediaType: formatByExtension(endingOf(id))?.mediaType ?? null, size: null, body };
}

function endingOf(id: string): string {
  return idForm.exec(id)?.[2] ?? '';
}
