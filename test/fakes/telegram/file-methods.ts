import type { File } from 'grammy/types';
import { badRequest } from './api-error.ts';
import type { Parameters } from './parameters.ts';
import type { ServerState } from './server-state.ts';

/** Bots download files up to this: https://core.telegram.org/bots/api#getfile */
const downloadMax = 20 * 1024 * 1024;

export function getFile(state: ServerState, request: Parameters): File {
  const file_id = request.text('file_id') ?? '';
  const upload = state.uploads.get(file_id);
  if (!upload) throw badRequest('invalid file_id');
  if (upload.size > downloadMax) throw badRequest('file is too big');
  return { file_id, file_unique_id: `u${file_id}`, file_size: upload.size, file_path: upload.path };
}

export function fileAt(state: ServerState, path: string): Uint8Array | null {
  return [...state.uploads.values()].find((upload) => upload.path === path)?.bytes ?? null;
}
