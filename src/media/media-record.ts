import type { ConversationId } from '../channel/ids.ts';
import type { MediaKind, Unread } from '../channel/media.ts';
import type { JsonObject } from '../storage/json.ts';
import type { Store, Stored, StoreReader, Write } from '../storage/store.ts';

/** The document of kind `media`, id `{conversation}/{event}`: a file that was sent, and what was understood of it. */
export interface MediaRecord {
  readonly conversation: ConversationId;
  readonly at: number;
  readonly kind: MediaKind;
  /** As its bytes say; `null` when it was not seen, or is nothing that is kept. */
  readonly mediaType: string | null;
  readonly bytes: number | null;
  /** Its name in the file store; `null` when it is not kept. */
  readonly file: string | null;
  readonly heard: string | null;
  readonly unread: Unread | null;
  /** Why it was not read, for the merchant. */
  readonly reason: string | null;
}

export interface SentEvent {
  readonly conversation: ConversationId;
  readonly event: string;
}

export async function mediaRecord(store: Pick<StoreReader, 'get'>, sent: SentEvent): Promise<MediaRecord | null> {
  const stored = await store.get('media', mediaId(sent));
  return stored && readMediaRecord(stored);
}

/** What is known of several, by their events; those that are unknown are left out. */
export async function mediaRecords(
  store: Pick<StoreReader, 'getMany'>,
  conversation: ConversationId,
  events: readonly string[],
): Promise<ReadonlyMap<string, MediaRecord>> {
  const found = await store.getMany(
    'media',
    events.map((event) => mediaId({ conversation, event })),
  );
  return new Map(found.map((stored) => [stored.id.slice(conversation.length + 1), readMediaRecord(stored)]));
}

/** Keeps the first answer: what it resolves with is the one that stands. */
export async function keepMediaRecord(
  store: Pick<Store, 'get' | 'commit'>,
  sent: SentEvent,
  record: MediaRecord,
): Promise<MediaRecord> {
  const write: Write = { kind: 'media', id: mediaId(sent), revision: 0, body: record as unknown as JsonObject };
  if ((await store.commit([write])) === 'committed') return record;
  return (await mediaRecord(store, sent)) ?? record;
}

export function mediaId({ conversation, event }: SentEvent): string {
  return `${conversation}/${event}`;
}

function readMediaRecord({ body }: Stored): MediaRecord {
  return body as unknown as MediaRecord;
}
