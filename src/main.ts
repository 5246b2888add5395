import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmbeddedJobs } from '../adapters/jobs/embedded/embedded-jobs.ts';
import { createDiskFiles } from '../adapters/media/disk/disk-files.ts';
import { allActions } from './actions/all-actions.ts';
import { type ActionRegistry, createActionRegistry } from './actions/registry.ts';
import { type Catalog, createCatalog } from './catalog/catalog.ts';
import { filledLater } from './catalog/filled-later.ts';
import { followPopularity, keepPopularity } from './catalog/follow-popularity.ts';
import { followStock } from './catalog/follow-stock.ts';
import { loadDemo } from './catalog/load-demo.ts';
import type { Popularity } from './catalog/popularity.ts';
import type { ProductIndex } from './catalog/product-index.ts';
import { rebuildFromStore } from './catalog/product-walk.ts';
import { searchSettings } from './catalog/search-settings.ts';
import type { ChannelAdapter } from './channel/adapter.ts';
import { connectedSelling } from './cli/connected-selling.ts';
import { openAssistant } from './cli/open-assistant.ts';
import { beginErrands, type OpenSelling, openSelling } from './cli/open-selling.ts';
import { openShopSystems } from './cli/sync-systems.ts';
import { readPopularity } from './commerce/popularity.ts';
import { checkContext } from './config/check-context.ts';
import { readCompetitorFile } from './config/competitor-file.ts';
import type { Config } from './config/config.ts';
import { packageFolder } from './config/package-folder.ts';
import { createMediaReader } from './media/create-media-reader.ts';
import { type FileStore, unfinished } from './media/file-store.ts';
import { usualMediaLimits } from './media/media-limits.ts';
import type { MediaReaderParts } from './media/media-reader-parts.ts';
import { systemClock } from './runtime/clock.ts';
import { type LiveBook, openLiveBook } from './runtime/live-book.ts';
import { type LivePages, openLivePages } from './runtime/live-pages.ts';
import { type LiveRules, openLiveRules } from './runtime/live-rules.ts';
import { type LiveSynonyms, openLiveSynonyms, readSynonyms } from './runtime/live-synonyms.ts';
import { errorCode, type Log } from './runtime/log.ts';
import { createTranscript } from './runtime/message-record.ts';
import { createRuntime, type Runtime } from './runtime/runtime.ts';
import type { RuntimeParts } from './runtime/runtime-parts.ts';
import { usualSettings } from './runtime/settings.ts';
import type { Transcript } from './runtime/transcript.ts';
import { createTurnstile } from './runtime/turnstile.ts';
import type { Store } from './storage/store.ts';
import { announceOrders } from './sync/announce-orders.ts';

/** What a shop keeps and finds, without anybody talking in it yet. */
export interface Stock {
  readonly store: Store;
  readonly index: ProductIndex;
  readonly catalog: Catalog;
  /** What the index asks when products are put into it. */
  readonly popularity: () => Promise<Popularity>;
  readonly actions: ActionRegistry;
  close(): Promise<void>;
}

export interface Shop extends Stock {
  readonly book: LiveBook;
  readonly runtime: Runtime;
  readonly transcript: Transcript;
  readonly rules: LiveRules;
  readonly pages: LivePages;
  readonly synonyms: LiveSynonyms;
  readonly selling: OpenSelling;
}

/** MongoDB and Meilisearch where they are configured, files and memory where they are not. */
export async function openStock(config: Config): Promise<Stock> {
  const store = await openAnnouncing(config);
  const popularity = popularityOf(store);
  const index = await openFilledIndex(config, { store, popularity });
  const catalog = createCatalog({ store, index });
  const actions = createActionRegistry(allActions);
  const close = async (): Promise<void> => {
    await index.close();
    await store.close();
  };
  return { store, index, catalog, actions, popularity, close };
}

export interface ShopParts {
  readonly log: Log;
  readonly channelsFor: ChannelsFor;
  readonly onLoss?: RuntimeParts['onLoss'];
  /** Where the shop's own pages are; it has none when absent. */
  readonly address?: () => string | null;
}

/** The shop, ready to talk on these channels once `runtime.start()` has been called. */
export async function openShop(
  config: Config,
  { log, channelsFor, onLoss, address = () => null }: ShopParts,
): Promise<Shop> {
  const stock = await openStock(config);
  const { store, catalog } = stock;
  const transcript = createTranscript(store);
  const jobs = createEmbeddedJobs({ store, clock: systemClock, log });
  const around = { store, transcript, jobs, clock: systemClock, log };
  const assistant = await openAssistant(config, {
    ...around,
    book: () => book.current(),
    registry: () => actions,
    synonyms: () => synonyms.current(),
  });
  const actions = assistant ? createActionRegistry([...allActions, assistant.action]) : stock.actions;
  const pages = await openLivePages({ folder: config.pagesFolder, shop: config.shop });
  const check = checkContext(config, actions);
  const book = await openLiveBook({ folder: config.flowsFolder, check, store, pages: pages.current });
  const rules = await openLiveRules({ folder: config.rulesFolder, shop: config.shop });
  const systems = await openShopSystems(config, systemClock);
  const own = { store, index: stock.index, catalog, shop: config.shop, rules: rules.current };
  const turnstile = createTurnstile({ clock: systemClock, holdMs: usualSettings.holdMs });
  const sellingParts = { ...own, clock: systemClock, log, address, systems, inLine: turnstile.inLine };
  const competitors = () => readCompetitorFile(config.rulesFolder, config.shop.currency);
  const selling = openSelling({ ...sellingParts, ...(await connectedSelling(config, log, address)), competitors });
  await beginErrands(selling.parts);
  const files = openFiles(config);
  await files.removeOlder(unfinished, systemClock.now() - dayMs);
  const channels = new Map(
    (await channelsFor({ ...stock, transcript, files, selling })).map((adapter) => [adapter.id, adapter]),
  );
  const heard = { store, files, channels, clock: systemClock, log, limits: usualMediaLimits };
  const media = createMediaReader({ ...heard, ...(await openModels(config)) });
  const sold = { selling, errands: { ...selling.errands, ...assistant?.errands }, turnstile };
  const parts = {
    store,
    catalog,
    actions,
    channels,
    clock: systemClock,
    log,
    jobs,
    media,
    ...sold,
    book: book.current,
  };
  const runtime = createRuntime({ ...parts, ...(onLoss && { onLoss }) });
  const failed = (error: unknown): void => log.error('INDEX_NOT_FOLLOWED', { code: errorCode(error) });
  const stopFollowing = followStock({ store, index: stock.index, clock: systemClock, failed });
  const synonyms = await openLiveSynonyms({
    folder: config.flowsFolder,
    index: stock.index,
    clock: systemClock,
    failed: (error) => log.warn('SYNONYMS_NOT_TAKEN', { code: errorCode(error) }),
  });
  const stopCounting = followPopularity({ ...stock, read: stock.popularity, clock: systemClock, failed });
  const close = () => Promise.all([stopFollowing(), stopCounting()]).then(stock.close);
  return { ...stock, actions, close, transcript, book, rules, pages, synonyms, selling, runtime };
}

const dayMs = 24 * 60 * 60 * 1000;

export type ChannelsFor = (parts: ChannelParts) => Promise<readonly ChannelAdapter[]>;

export interface ChannelParts extends Stock {
  readonly transcript: Transcript;
  readonly files: FileStore;
  readonly selling: OpenSelling;
}

/** What shoppers sent. */
export function openFiles({ dataFolder }: Pick<Config, 'dataFolder'>): FileStore {
  return createDiskFiles(join(dataFolder, 'media'));
}

async function openModels({ model, shop }: Config): Promise<Pick<MediaReaderParts, 'transcriber' | 'imageReader'>> {
  if (!model) return { transcriber: null, imageReader: null };
  const { createOpenaiReaders } = await import('../adapters/model/openai/openai-readers.ts');
  return createOpenaiReaders({ ...model, locale: shop.locale });
}

/** Where a real shop is connected, it hears of every order. */
async function openAnnouncing(config: Config): Promise<Store> {
  const store = await openStore(config);
  return isConnected(config) ? announceOrders(store, systemClock.now) : store;
}

/** Its products come from a real shop. */
function isConnected({ shopSystems }: Config): boolean {
  return shopSystems.shopify !== null || shopSystems.woocommerce !== null;
}

/** Vendors' clients are loaded when they are wanted: all of them together would double the time to the first reply. */
export async function openStore(config: Config): Promise<Store> {
  if (config.mongoUri !== null) {
    const { openMongoStore } = await import('../adapters/stores/mongodb/store.ts');
    return openMongoStore({ uri: config.mongoUri });
  }
  const { openSqliteStore } = await import('../adapters/stores/sqlite/store.ts');
  await mkdir(config.dataFolder, { recursive: true });
  return openSqliteStore({ file: join(config.dataFolder, 'parley.db') });
}

/** The embedded index lives in memory and is filled at every start; Meilisearch keeps its own, and is filled when it has nothing, or documents of an older Parley. An empty shop that is connected with no other gets the demo. */
async function openFilledIndex(
  config: Config,
  { store, popularity }: Pick<Stock, 'store' | 'popularity'>,
): Promise<ProductIndex> {
  const broughtDemo = !isConnected(config) && (await loadDemo({ store, folder: join(packageFolder(), 'demo') })) > 0;
  const index = await openIndex(config, popularity);
  const fill = (): Promise<void> => rebuildFromStore(store, index);
  if (config.meili === null) return filledLater(index, fill);
  if (broughtDemo || (await index.needsFilling())) await fill();
  return index;
}

/** Read when products are put into the index, and kept for an hour. */
export function popularityOf(store: Store): () => Promise<Popularity> {
  return keepPopularity({ read: () => readPopularity(store, systemClock.now()), clock: systemClock });
}

/** The index as it is, with nothing brought into it. `popularity`: where products are going to be put into it. */
export async function openIndex(config: Config, popularity?: () => Promise<Popularity>): Promise<ProductIndex> {
  const settings = { ...searchSettings, synonyms: await readSynonyms(config.flowsFolder) };
  if (config.meili === null) {
    const { createEmbeddedIndex } = await import('../adapters/search/embedded/embedded-index.ts');
    return createEmbeddedIndex({ settings, ...(popularity && { popularity }) });
  }
  const { createMeilisearchIndex } = await import('../adapters/search/meilisearch/meilisearch-index.ts');
  const { url, apiKey, hybrid } = config.meili;
  const optional = { ...(hybrid && { hybrid }), ...(apiKey !== null && { apiKey }), ...(popularity && { popularity }) };
  return createMeilisearchIndex({ url, settings, ...optional });
}
