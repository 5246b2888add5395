import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { flatPicture, pictureType } from '../../../src/channel/picture.ts';
import { isPublicHost } from '../../../src/channel/public-host.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import type { Graph } from './graph.ts';

export type Picture = { readonly id: string } | { readonly link: string };

export interface Pictures {
  /** What a message takes for this address; `null` when there is nothing that WhatsApp could show. Throws `GraphError`. */
  pictureFor(address: string): Promise<Picture | null>;
  /** WhatsApp does not know the id any more. True when it was remembered. */
  forget(picture: Picture): boolean;
}

export interface PictureParts {
  readonly graph: Pick<Graph, 'upload'>;
  readonly clock: Clock;
  readonly openPicture: (address: string) => Promise<Uint8Array | null>;
  readonly publicUrl: string | null;
}

/** Uploads last 30 days ("Media", Cloud API reference); a day less, so that none goes between two looks. */
const keptMs = 29 * 24 * 60 * 60_000;

/**
 * The shop's own pictures are uploaded, so that a fault shows before the words are sent; whatever stands on the open internet is
 * named, for WhatsApp to fetch. A picture is known by its bytes: the same one goes up once a month.
 */
export function createPictures({ graph, clock, openPicture, publicUrl }: PictureParts): Pictures {
  const uploads = new LRUCache<string, string>({ max: 5000, ttl: keptMs, perf: clock });
  const upload = async (bytes: Uint8Array, mediaType: string): Promise<Picture> => {
    const digest = createHash('sha256').update(bytes).digest('base64');
    const known = uploads.get(digest);
    if (known !== undefined) return { id: known };
    const id = await graph.upload(bytes, mediaType);
    uploads.set(digest, id);
    return { id };
  };
  return {
    pictureFor: async (address) => {
      if (isPublic(address)) return { link: address };
      const flat = flatPicture(address);
      const bytes = await openPicture(flat).catch(() => null);
      const mediaType = bytes && typeOf(bytes);
      if (bytes && mediaType) return upload(bytes, mediaType);
      const link = flat.startsWith('/') && publicUrl !== null ? publicUrl + flat : null;
      return bytes === null && link !== null && isPublic(link) ? { link } : null;
    },
    forget: (picture) => {
      const digest = [...uploads.entries()].find(([, id]) => 'id' in picture && id === picture.id)?.[0];
      return digest !== undefined && uploads.delete(digest);
    },
  };
}

function isPublic(address: string): boolean {
  if (/\s/u.test(address) || !URL.canParse(address) || /\.(svg|webp|gif)(\?|$)/iu.test(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && isPublicHost(hostname);
}

/** "Image messages": JPEG and PNG, 5 MB at most. */
const mostBytes = 5 * 1024 * 1024;

function typeOf(bytes: Uint8Array): string | null {
  const type = bytes.length > mostBytes ? null : pictureType(bytes);
  return type === 'image/png' || type === 'image/jpeg' ? type : null;
}
