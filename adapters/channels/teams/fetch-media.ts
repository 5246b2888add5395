import type { MediaFile } from '../../../src/channel/media.ts';
import { TeamsError } from './failure.ts';
import { readFileRef } from './file-ref.ts';
import type { Http } from './http.ts';
import type { Tokens } from './tokens.ts';

const missing = new Set([400, 401, 403, 404, 410]);

/** Opens a file that a shopper sent. Throws `TeamsError` when it is worth asking again. */
export async function fetchMedia(
  ref: string,
  { http, tokens }: { http: Http; tokens: Tokens | null },
): Promise<MediaFile> {
  const file = readFileRef(ref);
  if (file === null) return { result: 'gone', reason: 'the reference is none of Teams' };
  const answer = await http
    .open(file.url, file.isOwn && tokens !== null ? { authorization: `Bearer ${await tokens.get()}` } : {})
    .catch(() => {
      throw new TeamsError({ kind: 'outage', reason: 'the file’s server does not answer' });
    });
  const { statusCode, headers, body } = answer;
  if (statusCode === 200)
    return { result: 'file', mediaType: one(headers['content-type']), size: sizeOf(headers), body };
  await body.dump();
  // Addresses of files are good for some minutes; a redirect would take our token elsewhere.
  if (missing.has(statusCode) || statusCode < 400)
    return { result: 'gone', reason: `the file’s server says ${statusCode}` };
  throw new TeamsError({ kind: 'outage', reason: `the file’s server says ${statusCode}` });
}

function one(header: string | string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}

function sizeOf(headers: Readonly<Record<string, string | string[] | undefined>>): number | null {
  const size = Number(one(headers['content-length']) ?? Number.NaN);
  return Number.isSafeInteger(size) && size >= 0 ? size : null;
}
