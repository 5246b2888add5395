import { basename, extname, resolve } from 'node:path';
import type { MediaContent } from '../channel/inbound.ts';
import { formatByExtension } from '../media/file-formats.ts';

/** A file of this machine as a shopper's message. What it is called decides nothing but what it is shown as. */
export function sentFile(path: string, caption?: string): MediaContent {
  const kind = formatByExtension(extname(path).slice(1).toLowerCase())?.kind ?? 'document';
  const name = basename(path);
  return { type: 'media', kind, ref: resolve(path), name, ...(caption === undefined ? {} : { caption }) };
}
