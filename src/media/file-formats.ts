import type { MediaKind } from '../channel/media.ts';
import { isPlainText } from './plain-text.ts';

/** A kind of file that is kept; all others are refused. */
export interface FileFormat {
  readonly mediaType: string;
  readonly extension: string;
  readonly kind: Exclude<MediaKind, 'sticker'>;
}

/** `webm`, `mp4` and `ogg` hold pictures, sound, or both. */
const formats: readonly FileFormat[] = [
  { mediaType: 'image/jpeg', extension: 'jpg', kind: 'image' },
  { mediaType: 'image/png', extension: 'png', kind: 'image' },
  { mediaType: 'image/webp', extension: 'webp', kind: 'image' },
  { mediaType: 'image/gif', extension: 'gif', kind: 'image' },
  { mediaType: 'image/heic', extension: 'heic', kind: 'image' },
  { mediaType: 'audio/ogg', extension: 'ogg', kind: 'voice' },
  { mediaType: 'audio/mpeg', extension: 'mp3', kind: 'voice' },
  { mediaType: 'audio/mp4', extension: 'm4a', kind: 'voice' },
  { mediaType: 'audio/wav', extension: 'wav', kind: 'voice' },
  { mediaType: 'audio/aac', extension: 'aac', kind: 'voice' },
  { mediaType: 'audio/flac', extension: 'flac', kind: 'voice' },
  { mediaType: 'audio/amr', extension: 'amr', kind: 'voice' },
  { mediaType: 'video/mp4', extension: 'mp4', kind: 'video' },
  { mediaType: 'video/webm', extension: 'webm', kind: 'video' },
  { mediaType: 'video/quicktime', extension: 'mov', kind: 'video' },
  { mediaType: 'video/3gpp', extension: '3gp', kind: 'video' },
  { mediaType: 'application/pdf', extension: 'pdf', kind: 'document' },
  { mediaType: 'text/plain', extension: 'txt', kind: 'document' },
];

const sameAs: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'image/heif': 'image/heic',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
};

const byType = new Map(formats.map((format) => [format.mediaType, format]));
const byExtension = new Map(formats.map((format) => [format.extension, format]));

const alsoCalled: Readonly<Record<string, string>> = { jpeg: 'jpg', oga: 'ogg', opus: 'ogg' };

/** Bytes from which a type can be told. */
export const headBytes = 16 * 1024;

/** What a file is by its first bytes, whatever anybody calls it; `null`: nothing that is kept. */
export async function formatOf(head: Uint8Array): Promise<FileFormat | null> {
  const type = await typeOf(head);
  return byType.get(sameAs[type] ?? type) ?? null;
}

/** What a file is taken for; `null`: it is not what it was sent as. A recording and a film come in the same containers. */
export function kindAs(sentAs: MediaKind, { kind }: FileFormat): MediaKind | null {
  if (sentAs === 'sticker') return kind === 'image' ? 'sticker' : null;
  return sentAs === 'voice' && kind === 'video' ? 'voice' : kind;
}

/** What a name promises; only one that Parley gave keeps it. */
export function formatByExtension(extension: string): FileFormat | null {
  return byExtension.get(alsoCalled[extension] ?? extension) ?? null;
}

async function typeOf(head: Uint8Array): Promise<string> {
  // Behind a cover picture in its ID3 tag, the sound itself begins far beyond the head.
  if (startsWith(head, 'ID3')) return 'audio/mpeg';
  // Loaded at the first file: most shoppers send none.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  if (found) return found.mime.split(';', 1)[0] ?? '';
  return isPlainText(head) ? 'text/plain' : '';
}

function startsWith(head: Uint8Array, mark: string): boolean {
  return Buffer.from(head.subarray(0, mark.length)).toString('latin1') === mark;
}
