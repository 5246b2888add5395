import type { Activity } from 'botbuilder';
import { flatPicture, pictureType } from '../../../src/channel/picture.ts';
import type { RichText } from '../../../src/channel/rich-text.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import { fits, textActivity } from './size.ts';

export interface Pictures {
  readonly publicUrl: string | null;
  readonly openPicture: (address: string) => Promise<Uint8Array | null>;
}

/**
 * The address at which Teams finds a picture; `null` when it would not. Teams shows PNG, JPEG and GIF ("Cards reference", images in
 * cards): in place of an SVG of ours goes the PNG of the same name.
 */
export function pictureAddress(picture: string, publicUrl: string | null): string | null {
  const isOwn = picture.startsWith('/');
  if (isOwn && publicUrl === null) return null;
  const address = isOwn ? `${publicUrl}${flatPicture(picture)}` : picture;
  if (!/^https?:\/\//iu.test(address) || !URL.canParse(address)) return null;
  const { href, pathname } = new URL(address);
  return /\.svgz?$/iu.test(pathname) || href.length > mostAddress ? null : href;
}

const mostAddress = 2000;

/** A picture with its words; the words alone when there is no picture that Teams could show; `null` when there is neither. */
export async function imageActivity(
  { url, alt, caption }: { url: string; alt: string; caption: RichText },
  pictures: Pictures,
): Promise<Partial<Activity> | null> {
  const words = plainText(caption).trim() === '' ? null : caption;
  const contentUrl = pictureAddress(url, pictures.publicUrl) ?? (await inlined(url, pictures));
  const alone = words || alt.trim() !== '' ? textActivity(words ?? [alt]) : null;
  if (contentUrl === null) return alone;
  const attachments = [{ contentType: typeOf(contentUrl), contentUrl, name: alt.slice(0, 100).toWellFormed() }];
  const shown = { ...(words ? textActivity(words) : { type: 'message' }), attachments };
  return fits(shown) ? shown : alone;
}

/** Within the message, when the shop has no public address: only a small one has room. */
async function inlined(url: string, { openPicture }: Pictures): Promise<string | null> {
  const bytes = await openPicture(flatPicture(url)).catch(() => null);
  const type = bytes === null ? null : magicType(bytes);
  return bytes === null || type === null ? null : `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

function magicType(bytes: Uint8Array): string | null {
  const type = pictureType(bytes);
  return type === 'image/webp' ? null : type;
}

function typeOf(address: string): string {
  const named = /^data:(image\/\w+);/u.exec(address)?.[1];
  if (named) return named;
  const ending = /\.(png|jpe?g|gif)$/iu.exec(new URL(address).pathname)?.[1]?.toLowerCase();
  return ending === undefined ? 'image/*' : `image/${ending === 'jpg' ? 'jpeg' : ending}`;
}
