import type { MediaFile } from '../../../src/channel/media.ts';
import { within } from './deadline.ts';
import { messageSchema } from './message-schema.ts';
import type { Typing } from './typing.ts';

/** It comes through the page as text, whole: a browser that is handed more gets slow for everybody. */
const most = 20 * 1024 * 1024;

/** Opens what a shopper sent. Throws `WHATSAPP_WEB_AWAY` or `WHATSAPP_WEB_LATE` when it has to be asked for again. */
export async function fetchMedia({ line, clock, patience }: Typing, ref: string): Promise<MediaFile> {
  const open = line();
  if (open === null) throw away();
  try {
    return await within({ clock, ms: patience.mediaMs }, download(open.client, ref));
  } catch (error) {
    open.poke();
    throw error;
  }
}

function away(): Error {
  return Object.assign(new Error('WhatsApp Web is not connected'), { code: 'WHATSAPP_WEB_AWAY' });
}

type Client = NonNullable<ReturnType<Typing['line']>>['client'];

async function download(client: Client, ref: string): Promise<MediaFile> {
  const message = await client.getMessageById(ref);
  if (!message) return gone('the message is not on this device');
  const { size } = messageSchema.partial().parse(message.rawData);
  if (size !== undefined && size > most) return gone('the file is too large');
  // Not typed so, but it is undefined when the phone no longer has the file.
  const media: Awaited<ReturnType<typeof message.downloadMedia>> | undefined = await message.downloadMedia();
  if (!media) return gone('the file is no longer to be had');
  const bytes = Buffer.from(media.data, 'base64');
  if (bytes.length > most) return gone('the file is too large');
  return { result: 'file', mediaType: media.mimetype || null, size: bytes.length, body: once(bytes) };
}

function gone(reason: string): MediaFile {
  return { result: 'gone', reason };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
