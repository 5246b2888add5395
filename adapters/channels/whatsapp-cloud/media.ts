import type { MediaFile } from '../../../src/channel/media.ts';
import { failureOf, GraphError } from './failure.ts';
import type { Graph } from './graph.ts';

/** Digits in all that was ever seen; nothing that would make a path of its own. */
const mediaId = /^[\w-]{1,300}$/u;

const gone: MediaFile = { result: 'gone', reason: 'WhatsApp keeps it no longer' };

/**
 * Asks where the file is, and opens it ("Media": "Retrieve media URL", "Download media"). The address holds for five minutes, so it is asked for anew each
 * time. Throws `GraphError` when WhatsApp cannot be reached.
 */
export async function openMedia(graph: Graph, phoneNumberId: string, ref: string): Promise<MediaFile> {
  const told = mediaId.test(ref) ? await nodeOf(graph, phoneNumberId, ref) : null;
  if (told === null) return gone;
  const response = await graph.open(told.address);
  if (response.status === 404 || response.status === 410) {
    await response.body?.cancel();
    return gone;
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw failureOf({ status: response.status, body: null, header: (name) => response.headers.get(name) });
  }
  const length = Number(response.headers.get('content-length') ?? told.size ?? Number.NaN);
  const size = Number.isFinite(length) ? length : null;
  return {
    result: 'file',
    mediaType: told.mediaType ?? response.headers.get('content-type'),
    size,
    body: response.body,
  };
}

interface Told {
  readonly address: string;
  readonly mediaType: string | null;
  readonly size: number | null;
}

/** `null` when there is no such file: error 100 ("does not exist, cannot be loaded due to missing permissions"). */
async function nodeOf(graph: Graph, phoneNumberId: string, ref: string): Promise<Told | null> {
  try {
    return toldIn(await graph.get(ref, { phone_number_id: phoneNumberId }));
  } catch (error) {
    if (error instanceof GraphError && error.graphCode === 100) return null;
    throw error;
  }
}

function toldIn(answer: unknown): Told | null {
  if (typeof answer !== 'object' || answer === null || !('url' in answer) || typeof answer.url !== 'string')
    return null;
  const mediaType = 'mime_type' in answer && typeof answer.mime_type === 'string' ? answer.mime_type : null;
  const size = 'file_size' in answer ? Number(answer.file_size) : Number.NaN;
  return { address: answer.url, mediaType, size: Number.isFinite(size) ? size : null };
}
