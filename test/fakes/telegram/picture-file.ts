import { badRequest } from './api-error.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sniffs a picture by its content; `null` when it is none that Telegram makes a photo of. */
function pictureSize(bytes: Uint8Array): Size | null {
  const data = Buffer.from(bytes);
  if (data.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' && data.length >= 24) {
    return { width: data.readUInt32BE(16), height: data.readUInt32BE(20) };
  }
  if (/^GIF8[79]a/u.test(data.subarray(0, 6).toString('latin1')) && data.length >= 10) {
    return { width: data.readUInt16LE(6), height: data.readUInt16LE(8) };
  }
  return data.length > 4 && data.readUInt16BE(0) === 0xffd8 ? jpegSize(data) : null;
}

function jpegSize(data: Buffer): Size | null {
  let at = 2;
  while (at + 9 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (startsFrame) return { width: data.readUInt16BE(at + 7), height: data.readUInt16BE(at + 5) };
    at += 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

/** https://core.telegram.org/bots/api#sendphoto: 10 MB, width and height at most 10000 together, ratio at most 20. */
export function checkPhoto(bytes: Uint8Array, unreadable: string): Size {
  if (bytes.length > 10 * 1024 * 1024) throw badRequest('file is too big');
  const size = pictureSize(bytes);
  if (!size) throw badRequest(unreadable);
  const { width, height } = size;
  const flat = Math.max(width, height) > 20 * Math.min(width, height);
  if (flat || width + height > 10_000 || width * height === 0) throw badRequest('PHOTO_INVALID_DIMENSIONS');
  return size;
}
