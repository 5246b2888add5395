import type { Catalog } from '../../src/catalog/catalog.ts';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { type ConversationId, conversationId } from '../../src/channel/ids.ts';
import { webchatCapabilities } from '../../src/channel/limits/webchat.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import type { Book } from '../../src/dialog/book.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { silentLog } from '../../src/runtime/log.ts';
import { createRuntime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/storage/store.ts';
import { shoppingActions } from '../shopping/actions.ts';
import type { OpenSubject, Replied } from './load.ts';

export interface ParleySettings {
  readonly book: Book;
  readonly open: () => Promise<Store>;
  /** Whether the channel shows a part once, however often it is delivered. */
  readonly idempotent: boolean;
}

/** The real runtime on a real store, with a channel that takes everything at once. */
export function parleySubject({ book, open, idempotent }: ParleySettings): OpenSubject {
  return async (replied) => {
    const store = await open();
    const channel = recordingChannel(idempotent, replied);
    const runtime = createRuntime({
      store,
      book: () => book,
      actions: shoppingActions,
      catalog: emptyCatalog,
      channels: new Map([[channel.id, channel]]),
      clock: systemClock,
      log: silentLog,
      jobs: noJobs,
    });
    await runtime.start();
    runs += 1;
    const run = runs;
    return {
      say(conversation, turn, text) {
        const event = { id: `${run}-${turn}`, conversation: idOf(conversation), at: Date.now() };
        void runtime.receive({ ...event, content: { type: 'text', text } });
      },
      async close() {
        await runtime.stop();
        await store.close();
      },
    };
  };
}

/** So that a store that is used again has not seen its messages before. */
let runs = 0;

const ids: ConversationId[] = [];

export function idOf(conversation: number): ConversationId {
  ids[conversation] ??= conversationId({ channel: 'webchat', account: 'bench', peer: String(conversation) });
  return ids[conversation];
}

function recordingChannel(idempotent: boolean, replied: Replied): ChannelAdapter {
  const heard = new Map<string, RenderedPart[]>();
  return {
    id: 'webchat',
    capabilities: { ...webchatCapabilities, idempotent },
    authenticate: async () => ({ result: 'refuse', reason: 'not a web server' }),
    parse: () => [],
    async deliver(part, { peer }) {
      const parts = heard.get(peer);
      if (parts) parts.push(part);
      else heard.set(peer, [part]);
      return delivered;
    },
    answered(_inReplyTo, { peer }) {
      const parts = heard.get(peer) ?? [];
      heard.delete(peer);
      replied(Number(peer), () => JSON.stringify(parts).replace(/"[\]},]*,?[[{]*"(bold)?|\\n/g, ' '));
    },
  };
}

const delivered = { result: 'delivered' } as const;

export const emptyCatalog: Catalog = {
  search: async () => ({ products: [], total: 0, words: null }),
  facets: async () => ({}),
  vocabulary: async () => ({}),
  product: async () => null,
  products: async () => [],
};

export const noJobs: Jobs = { planned() {}, start: async () => async () => {} };
