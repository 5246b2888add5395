import { createDiskFiles } from '../../adapters/media/disk/disk-files.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { conversationId } from '../../src/channel/ids.ts';
import type { MediaContent } from '../../src/channel/inbound.ts';
import type { MediaFile } from '../../src/channel/media.ts';
import { createMediaReader } from '../../src/media/create-media-reader.ts';
import type { FileStore } from '../../src/media/file-store.ts';
import type { ImageReader, Picture } from '../../src/media/image-reader.ts';
import { type MediaLimits, usualMediaLimits } from '../../src/media/media-limits.ts';
import type { MediaReader, SentMedia } from '../../src/media/media-reader.ts';
import { mediaRecord } from '../../src/media/media-record.ts';
import type { ReadableFile, Transcriber } from '../../src/media/transcriber.ts';
import type { LogFields } from '../../src/runtime/log.ts';
import type { Store } from '../../src/storage/store.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createMemoryStore, type MemoryData } from '../runtime/memory-store.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';

export interface Reading {
  readonly reader: MediaReader;
  readonly clock: ManualClock;
  readonly files: FileStore;
  readonly folder: string;
  readonly store: Store;
  readonly log: readonly { readonly code: string; readonly fields: LogFields }[];
  /** What the channel was asked for, and what the models were given. */
  readonly calls: { fetched: number; readonly listened: ReadableFile[]; readonly looked: Picture[] };
  /** Another reader over the same store and files, as another process is. */
  again(): MediaReader;
  record(sent: SentMedia): ReturnType<typeof mediaRecord>;
}

export interface ReadingOptions {
  /** What the channel hands out, at its first, second … asking; the last one for ever. */
  readonly gives?: readonly (() => Promise<MediaFile>)[] | null;
  readonly transcribe?: Transcriber['transcribe'] | null;
  readonly describe?: ImageReader['describe'] | null;
  readonly takes?: Transcriber['takes'];
  readonly limits?: Partial<MediaLimits>;
  readonly data?: MemoryData;
  readonly files?: FileStore;
  readonly store?: Store;
}

/** A reader whose channel and models a test decides. */
export async function createReading(options: ReadingOptions = {}): Promise<Reading> {
  const clock = createManualClock();
  const folder = await temporaryFolder();
  const files = options.files ?? createDiskFiles(folder);
  const store = options.store ?? createMemoryStore(options.data ?? new Map());
  const calls: Reading['calls'] = { fetched: 0, listened: [], looked: [] };
  const log: { code: string; fields: LogFields }[] = [];
  const note = (code: string, fields: LogFields = {}): void => void log.push({ code, fields });
  const parts = {
    store,
    files,
    channels: new Map([['telegram' as const, channelOf(options, calls)]]),
    transcriber: transcriberOf(options, calls),
    imageReader: imageReaderOf(options, calls),
    clock,
    log: { info: note, warn: note, error: note },
    limits: { ...usualMediaLimits, ...options.limits },
  };
  return {
    reader: createMediaReader(parts),
    clock,
    files,
    folder,
    store,
    log,
    calls,
    again: () => createMediaReader(parts),
    record: (sent) => mediaRecord(store, sent),
  };
}

type Calls = Reading['calls'];

function channelOf({ gives = [] }: ReadingOptions, calls: Calls): Pick<ChannelAdapter, 'id' | 'fetchMedia'> {
  if (gives === null) return { id: 'telegram' };
  const fetchMedia = async (): Promise<MediaFile> => {
    const give = gives[Math.min(calls.fetched, gives.length - 1)];
    calls.fetched += 1;
    return give ? give() : { result: 'gone', reason: 'deleted' };
  };
  return { id: 'telegram', fetchMedia };
}

function transcriberOf(options: ReadingOptions, calls: Calls): Transcriber | null {
  const { transcribe = async () => 'red shoes please', takes = () => true } = options;
  if (transcribe === null) return null;
  return {
    takes,
    transcribe: (audio) => {
      calls.listened.push(audio);
      return transcribe(audio);
    },
  };
}

function imageReaderOf(options: ReadingOptions, calls: Calls): ImageReader | null {
  const { describe = async () => 'a red leather handbag', takes = () => true } = options;
  if (describe === null) return null;
  return {
    takes,
    describe: (picture) => {
      calls.looked.push(picture);
      return describe(picture);
    },
  };
}

export function fileOf(body: AsyncIterable<Uint8Array>, declared: Partial<Declared> = {}): () => Promise<MediaFile> {
  return async () => ({ result: 'file', mediaType: null, size: null, body, ...declared });
}

interface Declared {
  readonly mediaType: string | null;
  readonly size: number | null;
}

let events = 0;

/** A message with a file, each another event. */
export function sent(kind: MediaContent['kind'], more: Partial<MediaContent> = {}): SentMedia {
  events += 1;
  return {
    conversation: conversationId({ channel: 'telegram', account: 'shop', peer: '7' }),
    event: `e${events}`,
    at: Date.UTC(2026, 10, 22),
    content: { type: 'media', kind, ref: 'ref', ...more },
  };
}
