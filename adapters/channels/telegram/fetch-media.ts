import type { Api } from 'grammy';
import type { MediaFile } from '../../../src/channel/media.ts';
import { type Failure, failureOf } from './failure.ts';

export interface FileSource {
  readonly api: Api;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  readonly token: string;
  /** How long Telegram may take to begin. */
  readonly patienceMs: number;
}

/**
 * Opens a file by its `file_id`. What is larger than the 20 MB that Telegram hands out (core.telegram.org/bots/api#getfile), or is not there any
 * more, is gone. Throws `TELEGRAM_FILE_UNREACHED`, without the address: it holds the token.
 */
export async function fetchFile(source: FileSource, ref: string): Promise<MediaFile> {
  const found = await locate(source, ref);
  return typeof found === 'string' ? download(source, found) : found;
}

/** A server of one's own in local mode names a file on its own disk: nothing that could be downloaded. */
async function locate({ api }: FileSource, ref: string): Promise<string | MediaFile> {
  try {
    const { file_path } = await api.getFile(ref);
    if (typeof file_path === 'string' && !file_path.startsWith('/')) return file_path;
    return { result: 'gone', reason: 'Telegram names no place to download it from' };
  } catch (error) {
    return goneOr(failureOf(error));
  }
}

function goneOr(failure: Failure): MediaFile {
  if (failure.kind === 'refused' || failure.kind === 'gone') return { result: 'gone', reason: failure.reason };
  throw unreached(failure.reason);
}

async function download(source: FileSource, path: string): Promise<MediaFile> {
  const response = await open(source, path);
  if (response.ok && response.body) {
    return { result: 'file', mediaType: typeOf(response), size: sizeOf(response), body: response.body };
  }
  await response.body?.cancel();
  if (response.status === 404 || response.status === 400) {
    return { result: 'gone', reason: `the download was answered ${response.status}` };
  }
  throw unreached(`the download was answered ${response.status}`);
}

/** The time-out is for the beginning alone: a large file may take its time. */
async function open({ apiRoot, token, patienceMs }: FileSource, path: string): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), patienceMs);
  try {
    const place = path.split('/').map(encodeURIComponent).join('/');
    return await fetch(`${apiRoot}/file/bot${token}/${place}`, { signal: giveUp.signal });
  } catch {
    // Its message holds the address, and the address the token.
    throw unreached('no answer to the download');
  } finally {
    clearTimeout(timer);
  }
}

/** Telegram calls most files by this name, which says nothing. */
function typeOf({ headers }: Response): string | null {
  const type = headers.get('content-type');
  return type === null || type.startsWith('application/octet-stream') ? null : type;
}

function sizeOf({ headers }: Response): number | null {
  const length = headers.get('content-length');
  return length === null ? null : Number(length);
}

function unreached(reason: string): Error {
  return Object.assign(new Error(`The file could not be fetched from Telegram: ${reason}`), {
    code: 'TELEGRAM_FILE_UNREACHED',
  });
}
