import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEmbeddedJobs } from '../../adapters/jobs/embedded/embedded-jobs.ts';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { searchSettings } from '../../src/catalog/search-settings.ts';
import type { ChannelAdapter, DeliveryReceipt } from '../../src/channel/adapter.ts';
import type { ChannelId } from '../../src/channel/ids.ts';
import { webchatCapabilities } from '../../src/channel/limits/webchat.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { plainText } from '../../src/channel/rich-text.ts';
import { checkContext } from '../../src/config/check-context.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createRuntime } from '../../src/runtime/runtime.ts';

const flow = `flow: drinks
about: Offer a drink.
starts on:
  - drinks
steps:
  - choose: Tea or coffee?
    from:
      - Tea: end
      - Coffee: end
`;

/** A channel that keeps what it is told, and answers each delivery as `answer` says. */
export interface FakeChannel extends ChannelAdapter {
  readonly shown: readonly string[];
  answer: (part: RenderedPart) => DeliveryReceipt;
  /** Resolves once something has been shown that holds these words. */
  showing(words: string): Promise<void>;
}

export function createFakeChannel(id: ChannelId): FakeChannel {
  const shown: string[] = [];
  let told = (): void => undefined;
  const channel: FakeChannel = {
    id,
    shown,
    capabilities: { ...webchatCapabilities, idempotent: false },
    answer: () => ({ result: 'delivered' }),
    authenticate: async () => ({ result: 'accept' }),
    parse: () => [],
    async deliver(part) {
      const receipt = channel.answer(part);
      if (receipt.result === 'delivered') shown.push(plainText(part.type === 'image' ? part.caption : part.text));
      told();
      return receipt;
    },
    async showing(words) {
      while (!shown.some((text) => text.includes(words))) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
      }
    },
  };
  return channel;
}

export async function openDeskShop() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-desk-'));
  const store = await openSqliteStore({ file: join(folder, 'parley.db') });
  const catalog = createCatalog({ store, index: createEmbeddedIndex({ settings: searchSettings }) });
  const actions = createActionRegistry(allActions);
  const facts = { name: 'Shop', locale: 'en-US', currency: 'USD', country: 'US', timeZone: 'UTC' };
  const { book } = loadBook([{ path: 'drinks.yaml', text: flow }], [], checkContext({ shop: facts }, actions));
  if (!book) throw new Error('the flow is broken');
  const running = new Set<ReturnType<typeof createRuntime>>();
  return {
    store,
    async run(channel: ChannelAdapter) {
      const jobs = createEmbeddedJobs({ store, clock: systemClock, log: silentLog });
      const channels = new Map([[channel.id, channel]]);
      const parts = { store, catalog, actions, channels, jobs, clock: systemClock, log: silentLog, book: () => book };
      const runtime = createRuntime({ ...parts, settings: { sweepMs: 5 } });
      await runtime.start();
      running.add(runtime);
      return runtime;
    },
    async close() {
      await Promise.all([...running].map((runtime) => runtime.stop()));
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
