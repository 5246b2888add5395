import { createOpenaiModel } from '../../../adapters/model/openai/openai-language-model.ts';
import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../../adapters/stores/sqlite/store.ts';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { createAssistantAction } from '../../../src/assistant/ask-action.ts';
import { type AssistantLimits, usualAssistantLimits } from '../../../src/assistant/assistant-parts.ts';
import { type Assistant, createAssistant } from '../../../src/assistant/create-assistant.ts';
import { guarded } from '../../../src/assistant/guards/guarded.ts';
import type { LanguageModel } from '../../../src/assistant/language-model.ts';
import { createMemory } from '../../../src/assistant/memory/create-memory.ts';
import { loadPages } from '../../../src/care/pages/load-pages.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { loadSynonyms } from '../../../src/catalog/synonyms-file.ts';
import { rehearsedSelling } from '../../../src/cli/rehearsed-selling.ts';
import { checkContext } from '../../../src/config/check-context.ts';
import { readConfig } from '../../../src/config/config.ts';
import { packageFolder } from '../../../src/config/package-folder.ts';
import { readFlowFolder } from '../../../src/config/read-flows.ts';
import { readPageFiles } from '../../../src/config/read-pages.ts';
import type { Book } from '../../../src/dialog/book.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import type { RehearsalWorld } from '../../../src/rehearsal/stage.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { openLiveRules } from '../../../src/runtime/live-rules.ts';
import { silentLog } from '../../../src/runtime/log.ts';
import { createTranscript } from '../../../src/runtime/message-record.ts';
import type { Store, Write } from '../../../src/storage/store.ts';
import { type ModelServer, startModelServer } from '../../fakes/model-server.ts';
import { products, reviews } from './small-shop.ts';

/** A small shop with the starter flows and pages, and the real assistant behind all its guards; its model is a server on 127.0.0.1. */
export interface World extends RehearsalWorld {
  readonly server: ModelServer;
  /** What was shown of answers before they were whole. */
  readonly drafts: string[];
  /** A model that nothing has gone wrong with yet, and these limits. */
  anew(limits: Partial<AssistantLimits>): void;
  close(): Promise<void>;
}

const { shop } = readConfig({});

export async function readStarterBook(): Promise<Book> {
  const folder = packageFolder();
  const texts = await readFlowFolder(`${folder}/flows`);
  const { pages } = loadPages(await readPageFiles(`${folder}/pages`), shop);
  const idle: Assistant = { seconds: 1, ask: async () => ({ refused: 'unavailable' }) };
  const actions = createActionRegistry([...allActions, createAssistantAction(idle)]);
  const check = { ...checkContext({ shop }, actions), ...(pages && { pages }) };
  const { book } = loadBook(texts.flows, texts.messages, check);
  if (book === null) throw new Error('The starter flows have mistakes');
  return book;
}

export async function openWorld(book: Book): Promise<World> {
  const server = await startModelServer();
  const store = await filledStore();
  const index = createEmbeddedIndex();
  await index.put(products);
  const catalog = createCatalog({ store, index });
  const bare = createOpenaiModel({ baseUrl: server.baseUrl, apiKey: server.apiKey, model: 'm', api: 'chat' });
  const rules = (await openLiveRules({ folder: `${packageFolder()}/shop`, shop })).current;
  const { synonyms: file } = await readFlowFolder(`${packageFolder()}/flows`);
  const synonyms = (file && loadSynonyms(file).synonyms) ?? {};
  const drafts: string[] = [];
  let assistant = assistantOf({});
  const assistantNow: Assistant = {
    seconds: usualAssistantLimits.seconds,
    ask: (question, context) => assistant.ask(question, { ...context, draft: (text) => void drafts.push(text) }),
  };
  const actions = createActionRegistry([...allActions, createAssistantAction(assistantNow)]);

  function assistantOf(limits: Partial<AssistantLimits>): Assistant {
    const parts = { store, clock: hurriedClock, log: silentLog };
    const memory = createMemory({ ...parts, transcript: createTranscript(store), jobs: { planned: () => undefined } });
    return createAssistant({
      model: guardedAnew(bare, store),
      registry: () => actions,
      book: () => book,
      memory,
      synonyms: () => synonyms,
      limits: { ...usualAssistantLimits, ...limits },
    });
  }

  return {
    store,
    catalog,
    actions,
    book,
    sells: rehearsedSelling({ store, index, catalog, shop, rules }),
    server,
    drafts,
    anew(limits) {
      assistant = assistantOf(limits);
    },
    async close() {
      await server.close();
      await index.close();
      await store.close();
    },
  };
}

/** The breaker, the budget and the ledger of a case are its own. */
function guardedAnew(model: LanguageModel, store: Store): LanguageModel {
  const settings = {
    limits: { perCustomerDay: null, perShopDay: null },
    prices: { currency: 'USD', models: [] },
    withoutModeration: 'go-on',
  } as const;
  return guarded(model, { store, clock: hurriedClock, log: silentLog, shop, settings, moderation: null });
}

/** Pauses are over at once; what time it is stays true. */
const hurriedClock: Clock = {
  now: Date.now,
  after(_ms, call) {
    const due = setImmediate(call);
    return () => clearImmediate(due);
  },
};

async function filledStore(): Promise<Store> {
  const store = await openSqliteStore({ file: ':memory:' });
  const stocked: readonly Write[] = products.map((product) => {
    return { kind: 'product', id: product.id, revision: 0, body: productBody(product, null) };
  });
  await store.commit([...stocked, ...reviews.map((one) => ({ ...one, revision: 0 }))]);
  return store;
}
