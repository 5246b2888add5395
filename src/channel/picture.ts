export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

/** What a picture is by its first bytes: a name or a server may say anything. `null`: none that a platform shows. */
export function pictureType(bytes: Uint8Array): PictureType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  if (head.startsWith('\x89PNG')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF8')) return 'image/gif';
  return /^RIFF[\s\S]{4}WEBP/u.test(head) ? 'image/webp' : null;
}

/** No platform shows an SVG: beside each of the shop's there is a PNG of the same name. */
export function flatPicture(address: string): string {
  return address.replace(/\.svg(?=$|[?#])/iu, '.png');
}
