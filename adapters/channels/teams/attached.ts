import type { InboundContent, MediaContent } from '../../../src/channel/inbound.ts';
import type { MediaKind } from '../../../src/channel/media.ts';
import { isObject } from '../../../src/storage/json.ts';
import type { Activity, Attachment } from './activity-schema.ts';
import { fileRef } from './file-ref.ts';

/** The files of a message; its own words as HTML, which come beside, are no file. */
export function attachedTo({ attachments = [], serviceUrl }: Activity): readonly InboundContent[] {
  return attachments
    .filter(({ contentType }) => contentType !== 'text/html')
    .map((attachment) => fileIn(attachment, serviceUrl) ?? { type: 'unsupported', what: nameOf(attachment) });
}

const downloadType = 'application/vnd.microsoft.teams.file.download.info';

function fileIn(attachment: Attachment, serviceUrl: string): MediaContent | null {
  const { contentType, contentUrl, content, name } = attachment;
  if (contentType === downloadType) return downloadable(attachment);
  const ref = contentUrl === undefined ? null : fileRef(contentUrl, serviceUrl);
  const kind = kindOfType(contentType);
  if (ref === null || kind === null || content !== undefined) return null;
  const mediaType = contentType.endsWith('/*') ? {} : { mediaType: contentType.slice(0, 200) };
  return { type: 'media', kind, ref, ...mediaType, ...named(name) };
}

/** A file sent in a personal chat: learn.microsoft.com/microsoftteams, "Send and receive files from a bot". */
function downloadable({ content, name }: Attachment): MediaContent | null {
  const url = isObject(content) ? content['downloadUrl'] : null;
  const ref = typeof url === 'string' ? fileRef(url, null) : null;
  if (ref === null) return null;
  const ending = isObject(content) && typeof content['fileType'] === 'string' ? content['fileType'].toLowerCase() : '';
  return { type: 'media', kind: kindOfEnding(ending), ref, ...named(name) };
}

function named(name: string | undefined): { readonly name?: string } {
  return name ? { name: name.slice(0, 200) } : {};
}

function kindOfType(contentType: string): MediaKind | null {
  if (contentType.startsWith('image/')) return 'image';
  if (contentType.startsWith('audio/')) return 'voice';
  if (contentType.startsWith('video/')) return 'video';
  return /^(text|application)\/(?!vnd\.microsoft\.)/u.test(contentType) ? 'document' : null;
}

const endings: readonly (readonly [MediaKind, readonly string[]])[] = [
  ['image', ['png', 'jpg', 'jpeg', 'gif', 'webp', 'bmp', 'heic']],
  ['voice', ['mp3', 'm4a', 'ogg', 'oga', 'opus', 'wav', 'aac', 'flac', 'amr']],
  ['video', ['mp4', 'mov', 'webm', 'avi', 'mkv', 'm4v']],
];

function kindOfEnding(ending: string): MediaKind {
  return endings.find(([, all]) => all.includes(ending))?.[0] ?? 'document';
}

function nameOf({ contentType }: Attachment): string {
  if (contentType === 'reference') return 'link to a file';
  if (contentType === 'messageReference') return 'quoted message';
  return contentType.startsWith('application/vnd.microsoft.card') ? 'card' : 'attachment';
}
