import { InputFile } from 'grammy';
import { flatPicture, pictureType } from '../../../src/channel/picture.ts';
import { isPublicHost } from '../../../src/channel/public-host.ts';
import { isLinkable } from './html.ts';

export type OpenPicture = (address: string) => Promise<Uint8Array | null>;

/** Photos to upload are 10 MB at most: https://core.telegram.org/bots/api#sendphoto */
const uploadMax = 10 * 1024 * 1024;

/**
 * What `sendPhoto` takes for this address: the address itself when Telegram can fetch it, else the bytes; `null` when there is no
 * photo. An SVG is no photo for Telegram: the PNG of the same name is used.
 */
export async function photoFor(address: string, openPicture: OpenPicture): Promise<string | InputFile | null> {
  if (isFetchable(address)) return address;
  const bytes = await openPicture(flatPicture(address)).catch(() => null);
  return bytes && isPhoto(bytes) ? new InputFile(bytes, 'picture') : null;
}

function isFetchable(address: string): boolean {
  return isLinkable(address) && !/\.svg(\?|$)/iu.test(address) && isPublicHost(new URL(address).hostname);
}

function isPhoto(bytes: Uint8Array): boolean {
  return pictureType(bytes) !== null && bytes.length <= uploadMax;
}
