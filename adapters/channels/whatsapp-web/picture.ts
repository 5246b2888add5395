import { flatPicture, pictureType } from '../../../src/channel/picture.ts';

export type OpenPicture = (address: string) => Promise<Uint8Array | null>;

export interface Picture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** "Image messages" of the Cloud API: 5 MB. The web client takes 16; a phone on the road is glad of less. */
const most = 5 * 1024 * 1024;

/** The picture behind an address: one of the shop's own, else fetched. `null` when there is none that WhatsApp shows. */
export async function pictureAt(address: string, openPicture: OpenPicture): Promise<Picture | null> {
  const name = flatPicture(address);
  const own = await openPicture(name).catch(() => null);
  const bytes = own ?? (/^https?:\/\//iu.test(name) ? await fetched(name).catch(() => null) : null);
  const mediaType = bytes && bytes.length <= most ? mediaTypeOf(bytes) : null;
  return bytes && mediaType ? { mediaType, bytes } : null;
}

async function fetched(address: string): Promise<Uint8Array | null> {
  const answer = await fetch(address, { signal: AbortSignal.timeout(10_000) });
  if (!answer.ok || !answer.body || Number(answer.headers.get('content-length') ?? 0) > most) return null;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body) {
    size += piece.length;
    if (size > most) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A GIF would have to be a film. */
function mediaTypeOf(bytes: Uint8Array): string | null {
  const type = pictureType(bytes);
  return type === 'image/gif' ? null : type;
}
