import type { InboundContent } from '../../../src/channel/inbound.ts';
import type { MediaKind } from '../../../src/channel/media.ts';
import type { IncomingFile, IncomingMessage, IncomingPhoto } from './update-schema.ts';

/** What `ref` may hold; Telegram's file ids are shorter by far. */
const refMax = 1000;

/** The file that a message brings, or `null` when it brings none, or one without an id to fetch it by. */
export function mediaContent(message: IncomingMessage): InboundContent | null {
  const found = fileIn(message);
  if (!found || found.file.file_id.length > refMax) return null;
  const { file, kind, mediaType } = found;
  const { caption, media_group_id: group } = message;
  return {
    type: 'media',
    kind,
    ref: file.file_id,
    ...(mediaType ? { mediaType } : {}),
    ...(file.file_size === undefined ? {} : { size: file.file_size }),
    ...(file.file_name ? { name: file.file_name } : {}),
    ...(caption ? { caption } : {}),
    ...(group ? { group } : {}),
  };
}

interface Found {
  readonly file: IncomingFile;
  readonly kind: MediaKind;
  readonly mediaType: string | undefined;
}

/** An animation is also a document, for clients that know no animations: so it stands before. */
function fileIn(message: IncomingMessage): Found | null {
  const { animation, photo, voice, audio, video_note, video, sticker } = message;
  if (animation) return found(animation, 'video');
  if (photo) return pictureIn(photo);
  if (voice) return found(voice, 'voice');
  if (audio) return found(audio, 'voice');
  // A round video has no `mime_type`: https://core.telegram.org/bots/api#videonote
  if (video_note) return found(video_note, 'video', 'video/mp4');
  if (video) return found(video, 'video');
  if (sticker) return found(sticker, 'sticker', stickerType(sticker));
  return message.document ? documentIn(message.document) : null;
}

function found(file: IncomingFile, kind: MediaKind, mediaType = file.mime_type): Found {
  return { file, kind, mediaType };
}

/** The largest of its sizes. Telegram makes a JPEG of every photo. */
function pictureIn(sizes: readonly IncomingPhoto[]): Found | null {
  const [largest] = sizes.toSorted((one, other) => other.width * other.height - one.width * one.height);
  return largest ? found(largest, 'image', 'image/jpeg') : null;
}

/** A picture that was sent as a file, to keep its quality, is a picture still. */
function documentIn(document: IncomingFile): Found {
  const { mime_type = '' } = document;
  if (/^image\/(jpeg|png|webp|gif)$/u.test(mime_type)) return found(document, 'image');
  if (mime_type.startsWith('audio/')) return found(document, 'voice');
  return found(document, mime_type.startsWith('video/') ? 'video' : 'document');
}

/** https://core.telegram.org/bots/api#sticker */
function stickerType(sticker: NonNullable<IncomingMessage['sticker']>): string {
  if (sticker.is_animated) return 'application/x-tgsticker';
  return sticker.is_video ? 'video/webm' : 'image/webp';
}
