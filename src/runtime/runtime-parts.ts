import type { ActionRegistry } from '../actions/registry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ChannelAdapter } from '../channel/adapter.ts';
import type { ChannelId } from '../channel/ids.ts';
import type { Selling } from '../commerce/selling.ts';
import type { Book } from '../dialog/book.ts';
import type { Errands, Jobs } from '../jobs/jobs.ts';
import type { MediaReader } from '../media/media-reader.ts';
import type { Store } from '../storage/store.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { RuntimeSettings } from './settings.ts';
import type { Turnstile } from './turnstile.ts';

/** What the runtime is made of; the composition root puts it together. */
export interface RuntimeParts {
  readonly store: Store;
  /** The flows as they are now: asked at every turn, so that a changed file is live without a restart. */
  readonly book: () => Book;
  readonly actions: ActionRegistry;
  readonly catalog: Catalog;
  /** Rules, ways to pay, carriers; of a shop that has written nothing down when absent. */
  readonly selling?: Selling;
  /** What jobs do, by their names; a job that nobody runs is left for later. */
  readonly errands?: Errands;
  readonly channels: ReadonlyMap<ChannelId, ChannelAdapter>;
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  /** Reads the files that shoppers send; without one they are asked for words. */
  readonly media?: MediaReader;
  /** Where turns wait that change the same documents; one of the runtime's own when absent. */
  readonly turnstile?: Turnstile;
  readonly settings?: Partial<RuntimeSettings>;
  /** Told what a channel could not show as it was meant. */
  readonly onLoss?: (flow: string | null, channel: ChannelId, loss: string) => void;
}
