import { Meilisearch } from 'meilisearch';
import type { ProductIndex } from '../../../src/catalog/product-index.ts';
import { createRanker } from '../../../src/catalog/ranking/ranker.ts';
import { createRebuildJournal, type RebuildJournal } from '../../../src/catalog/rebuild-journal.ts';
import { SearchError } from '../../../src/catalog/search-error.ts';
import { type SearchSettings, searchSettings } from '../../../src/catalog/search-settings.ts';
import { documentKey } from './document.ts';
import { createHttpClient } from './http.ts';
import { ensureIndex, type IndexParts } from './index-parts.ts';
import { createQueries } from './query.ts';
import { rebuildBeside } from './rebuild.ts';
import { createTaskWatch } from './tasks.ts';
import { upload } from './upload.ts';

export interface MeilisearchConfig {
  readonly url: string;
  readonly apiKey?: string;
  readonly indexUid?: string;
  readonly settings?: SearchSettings;
  /** For one answer of the server, in milliseconds. */
  readonly timeoutMs?: number;
  /** For the server to index what it was sent, in milliseconds. */
  readonly patienceMs?: number;
}

/** Opens the shop's index on a Meilisearch server and sets it up when its settings are not the wanted ones. */
export async function createMeilisearchIndex(config: MeilisearchConfig): Promise<ProductIndex> {
  const { indexUid = 'products', settings = searchSettings, timeoutMs = 5_000, patienceMs = 600_000 } = config;
  const access = { url: config.url, ...(config.apiKey && { apiKey: config.apiKey }) };
  const http = createHttpClient({ ...access, timeoutMs });
  const client = new Meilisearch({
    host: config.url,
    httpClient: http.httpClient,
    ...(config.apiKey && { apiKey: config.apiKey }),
  });
  const tasks = createTaskWatch(client, patienceMs);
  const parts = { client, tasks, settings, uid: indexUid, ranker: createRanker({ settings }) };
  try {
    await ensureIndex(parts);
  } catch (error) {
    await http.close();
    throw searchErrorOf(error);
  }
  return withSearchErrors({
    ...createQueries({ http, uid: indexUid, ranker: parts.ranker }),
    ...createWrites(parts),
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
    close: index.close,
  };
}

function createWrites(parts: IndexParts): Pick<ProductIndex, 'put' | 'remove' | 'rebuild'> {
  const { client, tasks, settings, uid, ranker } = parts;
  let journal: RebuildJournal | null = null;
  let rebuilding: Promise<void> = Promise.resolve();
  return {
    async put(products) {
      journal?.put(products);
      await tasks.done(await upload(client, uid, { products, settings, ranker }));
    },
    async remove(ids) {
      journal?.remove(ids);
      if (ids.length > 0) await tasks.done([await client.index(uid).deleteDocuments(ids.map(documentKey))]);
    },
    rebuild(fill) {
      const done = rebuilding.then(async () => {
        journal = createRebuildJournal();
        await rebuildBeside(parts, { fill, journal }).finally(() => {
          journal = null;
        });
      });
      rebuilding = done.catch(() => undefined);
      return done;
    },
  };
}
