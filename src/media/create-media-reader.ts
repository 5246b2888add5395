import { errorCode } from '../runtime/log.ts';
import { fetchFile, unreadOf } from './fetch-file.ts';
import { createGate } from './gate.ts';
import type { Heard, MediaReader, SentMedia } from './media-reader.ts';
import type { MediaReaderParts } from './media-reader-parts.ts';
import { keepMediaRecord, type MediaRecord, mediaId, mediaRecord } from './media-record.ts';
import { createUnderstand, type Understand } from './understand.ts';

export function createMediaReader(parts: MediaReaderParts): MediaReader {
  const underWay = new Map<string, Promise<Heard>>();
  const gate = createGate(parts.limits.atOnce);
  const ungated = createUnderstand(parts);
  const understand: Understand = (file, caption) => gate(() => ungated(file, caption));
  const read = async (sent: SentMedia): Promise<Heard> => {
    const known = await mediaRecord(parts.store, sent);
    return heardOf(known ?? (await keepMediaRecord(parts.store, sent, await takeIn(parts, understand, sent))));
  };
  return {
    read(sent) {
      const id = mediaId(sent);
      const reading = underWay.get(id) ?? read(sent).finally(() => underWay.delete(id));
      underWay.set(id, reading);
      return reading;
    },
  };
}

function heardOf({ heard, unread, kind }: MediaRecord): Heard {
  return heard === null ? { unread: unread ?? unreadOf(kind) } : { text: heard };
}

/** Total: a shopper whose file cannot be read is told so. */
async function takeIn(parts: MediaReaderParts, understand: Understand, sent: SentMedia): Promise<MediaRecord> {
  const { kind } = sent.content;
  try {
    return await look(parts, understand, sent);
  } catch (error) {
    parts.log.error('MEDIA_NOT_KEPT', { ...about(sent), code: errorCode(error) });
    return { ...unseen(sent), unread: unreadOf(kind), reason: errorCode(error) };
  }
}

async function look(parts: MediaReaderParts, understand: Understand, sent: SentMedia): Promise<MediaRecord> {
  const fetched = await fetchFile(parts, sent);
  if (fetched.result === 'none') {
    parts.log.warn('MEDIA_UNREAD', { ...about(sent), reason: fetched.reason });
    return { ...unseen(sent), unread: fetched.unread, reason: fetched.reason };
  }
  const { name: file, bytes, mediaType, kind } = fetched;
  const seen = { ...unseen(sent), kind, mediaType, bytes, file };
  const understood = await understand(fetched, sent.content.caption);
  if ('heard' in understood) return { ...seen, heard: understood.heard };
  if (understood.isFailure) parts.log.warn('MEDIA_UNREAD', { ...about(sent), mediaType, reason: understood.reason });
  return { ...seen, unread: understood.unread, reason: understood.reason };
}

function unseen({ conversation, at, content: { kind } }: SentMedia): MediaRecord {
  return { conversation, at, kind, mediaType: null, bytes: null, file: null, heard: null, unread: null, reason: null };
}

function about({ conversation, content }: SentMedia) {
  return { channel: conversation.split(':', 1)[0] ?? '', kind: content.kind };
}
