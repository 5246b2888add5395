import { createHash } from 'node:crypto';
import type { ChannelAdapter } from '../channel/adapter.ts';
import { parseConversationId } from '../channel/ids.ts';
import type { MediaContent } from '../channel/inbound.ts';
import type { MediaFile, MediaKind, Unread } from '../channel/media.ts';
import { type FileFormat, formatOf, headBytes, kindAs } from './file-formats.ts';
import { openBody } from './file-head.ts';
import type { SentMedia } from './media-reader.ts';
import type { MediaReaderParts } from './media-reader-parts.ts';
import { mediaId } from './media-record.ts';
import { type Deadline, FetchFailed, inTime, timedBody } from './timed-body.ts';

type FileChannel = Pick<ChannelAdapter, 'id' | 'fetchMedia'>;

/** A file in the store, or why there is none. */
export type Fetched =
  | {
      readonly result: 'kept';
      readonly name: string;
      readonly bytes: number;
      readonly mediaType: string;
      readonly kind: MediaKind;
    }
  | { readonly result: 'none'; readonly unread: Unread; readonly reason: string };

/** Brings the file of a message into the store, in several attempts. Rejects when the file store fails. */
export async function fetchFile(parts: MediaReaderParts, sent: SentMedia): Promise<Fetched> {
  const address = parseConversationId(sent.conversation);
  const channel = address && parts.channels.get(address.channel);
  if (!channel?.fetchMedia) return none('cannot-read', 'the channel hands out no files');
  for (const pauseMs of [...parts.limits.pausesMs, null]) {
    const fetched = await attempt(parts, channel, sent);
    if (!(fetched instanceof FetchFailed)) return fetched;
    parts.log.warn('MEDIA_FETCH_FAILED', { channel: channel.id, kind: sent.content.kind, code: fetched.code });
    if (pauseMs !== null) await new Promise<void>((go) => void parts.clock.after(pauseMs, go));
  }
  return none('did-not-come', 'the channel could not be reached');
}

function none(unread: Unread, reason: string): Fetched {
  return { result: 'none', unread, reason };
}

async function attempt(parts: MediaReaderParts, channel: FileChannel, sent: SentMedia): Promise<Fetched | FetchFailed> {
  const { clock, limits } = parts;
  const deadline = { clock, at: clock.now() + limits.fetchMs };
  try {
    const file = await open(channel, sent.content.ref, deadline);
    if (!file || file.result === 'gone') return gone(parts, sent.content);
    return await keep(parts, sent, { file, deadline });
  } catch (error) {
    if (error instanceof FetchFailed) return error;
    throw error;
  }
}

/** A file that is handed out when nobody waits for it any more is let go. */
async function open(channel: FileChannel, ref: string, deadline: Deadline): Promise<MediaFile | undefined> {
  const opening = Promise.resolve(ref).then((asked) => channel.fetchMedia?.(asked));
  try {
    return await inTime(deadline, () => opening);
  } catch (error) {
    void opening.then(leave, () => undefined);
    throw error;
  }
}

async function leave(file: MediaFile | undefined): Promise<void> {
  if (file?.result === 'file') await file.body[Symbol.asyncIterator]().return?.();
}

/** Only of a file that nobody hands out is the declared size believed: it says why. */
function gone({ limits }: MediaReaderParts, { kind, size = 0 }: MediaContent): Fetched {
  if (size > limits.mostBytes[kind]) return none('too-large', 'too large for the channel');
  return none('did-not-come', 'the channel has it no more');
}

interface Opened {
  readonly file: Extract<MediaFile, { result: 'file' }>;
  readonly deadline: Deadline;
}

async function keep(parts: MediaReaderParts, sent: SentMedia, { file, deadline }: Opened): Promise<Fetched> {
  const body = await openBody(timedBody(file.body, deadline), headBytes);
  const format = await formatOf(body.head);
  const kind = format && kindAs(sent.content.kind, format);
  if (!format || !kind) {
    await body.leave();
    return none(unreadOf(sent.content.kind), 'a kind of file that is not taken');
  }
  const name = fileName(sent, format);
  const put = await parts.files.put(name, body.whole, parts.limits.mostBytes[kind]);
  if (put.result === 'too-large') return none('too-large', 'too large');
  return { result: 'kept', name, bytes: put.bytes, mediaType: format.mediaType, kind };
}

/** What a shopper is told when a file of this kind is not read. */
export function unreadOf(kind: MediaKind): Unread {
  switch (kind) {
    case 'voice':
    case 'video':
      return 'cannot-listen';
    case 'image':
    case 'sticker':
      return 'cannot-see';
    case 'document':
      return 'cannot-read';
  }
}

/** The same message has the same name: what a crash left behind is replaced when it is read again. */
function fileName(sent: SentMedia, { extension }: FileFormat): string {
  const month = new Date(sent.at).toISOString().slice(0, 7);
  const digest = createHash('sha256').update(mediaId(sent)).digest('base64url');
  return `${month}/${digest}.${extension}`;
}
