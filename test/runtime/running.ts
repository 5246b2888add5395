import { createEmbeddedJobs } from '../../adapters/jobs/embedded/embedded-jobs.ts';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import type { Action } from '../../src/actions/action.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { type ConversationId, conversationId } from '../../src/channel/ids.ts';
import type { InboundContent, InboundEvent } from '../../src/channel/inbound.ts';
import type { Book } from '../../src/dialog/book.ts';
import type { MediaReader } from '../../src/media/media-reader.ts';
import { type Clock, systemClock } from '../../src/runtime/clock.ts';
import type { Log } from '../../src/runtime/log.ts';
import { createTranscript } from '../../src/runtime/message-record.ts';
import { createRuntime, type Runtime } from '../../src/runtime/runtime.ts';
import type { RuntimeSettings } from '../../src/runtime/settings.ts';
import type { TranscriptEntry } from '../../src/runtime/transcript.ts';
import type { Store } from '../../src/storage/store.ts';
import { type CountingSettings, countingActions } from './counting-actions.ts';
import { bookOf, countingFlow, slowFlow, threeFlow } from './counting-book.ts';

export interface Running extends Runtime {
  readonly logged: readonly string[];
}

export interface RunningParts extends CountingSettings {
  readonly store: Store;
  readonly channel: ChannelAdapter;
  readonly otherChannels?: readonly ChannelAdapter[];
  readonly clock?: Clock;
  readonly flows?: readonly string[];
  readonly actions?: readonly Action[];
  readonly book?: () => Book;
  readonly media?: MediaReader;
  readonly settings?: Partial<RuntimeSettings>;
}

/** A runtime on this store with the counting flows; not started. */
export function createRunning(parts: RunningParts): Running {
  const { store, channel, clock = systemClock } = parts;
  const actions = createActionRegistry([...countingActions(parts), ...(parts.actions ?? [])]);
  const fixed = parts.book ? null : bookOf(parts.flows ?? [countingFlow('test.count'), slowFlow, threeFlow], actions);
  const { log, logged } = recordingLog();
  const runtime = createRuntime({
    store,
    actions,
    book: () => parts.book?.() ?? (fixed as Book),
    catalog: createCatalog({ store, index: createEmbeddedIndex() }),
    channels: new Map([channel, ...(parts.otherChannels ?? [])].map((each) => [each.id, each])),
    clock,
    log,
    jobs: createEmbeddedJobs({ store, clock, log }),
    ...(parts.media && { media: parts.media }),
    ...(parts.settings && { settings: parts.settings }),
  });
  return { ...runtime, logged };
}

function recordingLog(): { readonly log: Log; readonly logged: readonly string[] } {
  const logged: string[] = [];
  const put = (code: string, fields?: object): void => void logged.push(`${code} ${JSON.stringify(fields ?? {})}`);
  return { log: { info: put, warn: put, error: put }, logged };
}

export function shopper(peer: string): ConversationId {
  return conversationId({ channel: 'terminal', account: 'test', peer });
}

export function says(peer: string, id: string | number, content: string | InboundContent = 'hello'): InboundEvent {
  const said: InboundContent = typeof content === 'string' ? { type: 'text', text: content } : content;
  return { id: `${id}`, conversation: shopper(peer), at: Date.now(), content: said };
}

export function transcriptOf(store: Store, peer: string): Promise<readonly TranscriptEntry[]> {
  return createTranscript(store).after(shopper(peer), 0, 100_000);
}

export function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}
