import type { ChannelAdapter } from '../channel/adapter.ts';
import type { ChannelId } from '../channel/ids.ts';
import type { Clock } from '../runtime/clock.ts';
import type { Log } from '../runtime/log.ts';
import type { Store } from '../storage/store.ts';
import type { FileStore } from './file-store.ts';
import type { ImageReader } from './image-reader.ts';
import type { MediaLimits } from './media-limits.ts';
import type { Transcriber } from './transcriber.ts';

export interface MediaReaderParts {
  readonly store: Pick<Store, 'get' | 'commit'>;
  readonly files: FileStore;
  readonly channels: ReadonlyMap<ChannelId, Pick<ChannelAdapter, 'id' | 'fetchMedia'>>;
  /** `null`: Parley cannot listen. */
  readonly transcriber: Transcriber | null;
  /** `null`: Parley cannot see. */
  readonly imageReader: ImageReader | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: MediaLimits;
}
