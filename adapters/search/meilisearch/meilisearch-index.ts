import { Meilisearch } from 'meilisearch';
import { type Popularity, unknownPopularity } from '../../../src/catalog/popularity.ts';
import type { ProductIndex } from '../../../src/catalog/product-index.ts';
import { createRebuildJournal, type RebuildJournal } from '../../../src/catalog/rebuild-journal.ts';
import { SearchError } from '../../../src/catalog/search-error.ts';
import { type SearchSettings, searchSettings } from '../../../src/catalog/search-settings.ts';
import { checkEmbedder } from './check-embedder.ts';
import { documentFields, documentForm, documentKey } from './document.ts';
import { createHttpClient } from './http.ts';
import { createParts, ensureIndex, type Hybrid, type IndexParts, type TunableParts } from './index-parts.ts';
import { createQueries } from './query.ts';
import { rebuildBeside } from './rebuild.ts';
import { rebuildInPlace } from './rebuild-in-place.ts';
import { applySettings } from './settings.ts';
import { createTaskWatch } from './tasks.ts';
import { upload } from './upload.ts';

export interface MeilisearchConfig {
  readonly url: string;
  readonly apiKey?: string;
  readonly indexUid?: string;
  readonly settings?: SearchSettings;
  /** Asked at every put; nothing is known of any product when absent. */
  readonly popularity?: () => Promise<Popularity>;
  readonly hybrid?: Hybrid;
  /** For one answer of the server, in milliseconds. */
  readonly timeoutMs?: number;
  /** For the server to index what it was sent, in milliseconds. */
  readonly patienceMs?: number;
}

/** Opens the shop's index on a Meilisearch server and sets it up when its settings are not the wanted ones. */
export async function createMeilisearchIndex(config: MeilisearchConfig): Promise<ProductIndex> {
  const { indexUid = 'products', settings = searchSettings, timeoutMs = 5_000, patienceMs = 600_000 } = config;
  const { popularity = async () => unknownPopularity, hybrid = null } = config;
  const access = { url: config.url, ...(config.apiKey && { apiKey: config.apiKey }) };
  const http = createHttpClient({ ...access, timeoutMs });
  const client = new Meilisearch({
    host: config.url,
    httpClient: http.httpClient,
    ...(config.apiKey && { apiKey: config.apiKey }),
  });
  const tasks = createTaskWatch(client, patienceMs);
  const parts = createParts({ client, tasks, settings, uid: indexUid, popularity, hybrid });
  try {
    await ensureIndex(parts);
    await checkEmbedder(parts);
  } catch (error) {
    await http.close();
    throw searchErrorOf(error);
  }
  return withSearchErrors({
    ...createQueries(http, parts),
    ...createWrites(parts),
    needsFilling: () => needsFilling(parts),
    close: http.close,
  });
}

/** The client wraps what its HTTP client throws. */
function searchErrorOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof SearchError ? error.cause : error;
}

function withSearchErrors(index: ProductIndex): ProductIndex {
  const unwrapped = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (error) {
      throw searchErrorOf(error);
    }
  };
  return {
    search: (query) => unwrapped(index.search(query)),
    facets: (query) => unwrapped(index.facets(query)),
    put: (products) => unwrapped(index.put(products)),
    remove: (ids) => unwrapped(index.remove(ids)),
    rebuild: (fill) => unwrapped(index.rebuild(fill)),
    needsFilling: () => unwrapped(index.needsFilling()),
    useSynonyms: (synonyms) => unwrapped(index.useSynonyms(synonyms)),
    close: index.close,
  };
}

/** Something that a search could not rank or rule out as it should be. */
async function needsFilling({ client, uid, settings, ranker }: IndexParts): Promise<boolean> {
  const index = client.index(uid);
  const { numberOfDocuments } = await index.getStats();
  if (numberOfDocuments === 0) return true;
  const older = `${documentFields.form} != "${documentForm({ settings, ranker })}"`;
  return (await index.search('', { filter: older, limit: 1 })).hits.length > 0;
}

function createWrites(parts: TunableParts): Pick<ProductIndex, 'put' | 'remove' | 'rebuild' | 'useSynonyms'> {
  const { client, tasks, uid } = parts;
  const inTurn = createTurns();
  const tuning = createTurns();
  let journal: RebuildJournal | null = null;
  return {
    async put(products) {
      journal?.put(products);
      await tasks.done(await upload(parts, products));
    },
    async remove(ids) {
      journal?.remove(ids);
      if (ids.length > 0) await tasks.done([await client.index(uid).deleteDocuments(ids.map(documentKey))]);
    },
    rebuild: (fill) =>
      inTurn(async () => {
        journal = createRebuildJournal();
        const rebuild = parts.hybrid === null ? rebuildBeside : rebuildInPlace;
        await rebuild(parts, { fill, journal }).finally(() => {
          journal = null;
        });
      }),
    useSynonyms: (synonyms) =>
      tuning(async () => {
        const settings = { ...parts.settings, synonyms };
        await applySettings(client, uid, { settings, tasks, toTerms: parts.ranker.toTerms });
        parts.tune(synonyms);
      }),
  };
}

/** One after the other, whatever becomes of the one before. */
function createTurns() {
  let last: Promise<void> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
