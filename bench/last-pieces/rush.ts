import { createEmbeddedJobs } from '../../adapters/jobs/embedded/embedded-jobs.ts';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { webchatCapabilities } from '../../src/channel/limits/webchat.ts';
import { plainText } from '../../src/channel/rich-text.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Log } from '../../src/runtime/log.ts';
import { createRuntime, type Runtime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/storage/store.ts';
import { actions, openBook, openSelling, shopperId } from './shop.ts';

/** What the shoppers of one process were told. */
export interface Rushed {
  /** Keys of deliveries: where one process takes over from another, the same answer may be shown by both. */
  readonly ordered: readonly string[];
  readonly soldOut: readonly string[];
  /** Anything else, as it was said: there should be nothing. */
  readonly otherwise: readonly string[];
  /** Codes that the runtime logged as errors. */
  readonly errors: readonly string[];
  /** From the yes to the delivered answer. */
  readonly waitedMs: readonly number[];
  /** Until everybody had an answer. */
  readonly wallMs: number;
  /** Orders that were about to be written and lost to another one. */
  readonly conflicts: number;
}

export interface Share {
  readonly first: number;
  readonly count: number;
}

/** A shop that is open. All shoppers of this process say yes in one moment when `go` is called. */
export async function openRush(opened: Store, share: Share) {
  let conflicts = 0;
  const store: Store = {
    ...opened,
    commit: async (writes) => {
      const outcome = await opened.commit(writes);
      if (outcome === 'conflict' && writes.some(({ kind }) => kind === 'stock')) conflicts += 1;
      return outcome;
    },
  };
  const told = new Map<string, string>();
  const errors: string[] = [];
  const runtime = createShop(store, { told, errors });
  await runtime.start();
  return {
    async go(): Promise<Rushed> {
      const from = performance.now();
      const waitedMs = await Promise.all(numbersOf(share).map((number) => buy(runtime, number)));
      const wallMs = performance.now() - from;
      const [ordered, soldOut] = [keysOf(told, isOrdered), keysOf(told, isSoldOut)];
      const otherwise = [...told.values()].filter((text) => !isOrdered.test(text) && !isSoldOut.test(text));
      return { ordered, soldOut, otherwise, errors, waitedMs, wallMs, conflicts };
    },
    stop: () => runtime.stop(),
  };
}

const isOrdered = /^Thank you! Your order is \d+\.$/u;
const isSoldOut = /^I am sorry, the last one has just been sold\.$/u;

function keysOf(told: ReadonlyMap<string, string>, is: RegExp): readonly string[] {
  return [...told].filter(([, text]) => is.test(text)).map(([key]) => key);
}

function numbersOf({ first, count }: Share): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index);
}

async function buy(runtime: Runtime, number: number): Promise<number> {
  const from = performance.now();
  const content = { type: 'text', text: 'yes' } as const;
  await runtime.handle({ id: 'yes-1', conversation: shopperId(number), at: Date.now(), content });
  return performance.now() - from;
}

function createShop(
  store: Store,
  { told, errors }: { readonly told: Map<string, string>; readonly errors: string[] },
): Runtime {
  const book = openBook();
  const channel = tellingChannel(told);
  const log: Log = { info() {}, warn() {}, error: (code) => void errors.push(code) };
  return createRuntime({
    store,
    actions,
    selling: openSelling(),
    book: () => book,
    catalog: createCatalog({ store, index: createEmbeddedIndex() }),
    channels: new Map([[channel.id, channel]]),
    clock: systemClock,
    log,
    jobs: createEmbeddedJobs({ store, clock: systemClock, log }),
  });
}

function tellingChannel(told: Map<string, string>): ChannelAdapter {
  return {
    id: 'webchat',
    capabilities: { ...webchatCapabilities, idempotent: true },
    authenticate: async () => ({ result: 'refuse', reason: 'nobody asks' }),
    parse: () => [],
    async deliver(part, _to, { key }) {
      told.set(key, 'text' in part ? plainText(part.text) : part.type);
      return { result: 'delivered' };
    },
  };
}
