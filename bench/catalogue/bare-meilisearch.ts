import { Meilisearch } from 'meilisearch';
import { Agent, request } from 'undici';
import { documentFields, documentLine } from '../../adapters/search/meilisearch/document.ts';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import type { MeilisearchServer } from '../../scripts/services/meilisearch.ts';
import { unknownPopularity } from '../../src/catalog/popularity.ts';
import { createRanker } from '../../src/catalog/ranking/ranker.ts';
import { searchSettings } from '../../src/catalog/search-settings.ts';
import { type Cost, costOf } from '../measure.ts';
import { madeUpProduct } from './products.ts';

const documentsAtOnce = 5_000;

/** The client as its guide shows it, with documents made ready before, into an index that is set up as Parley's is. */
export async function bareImport({ url, apiKey }: MeilisearchServer, uid: string, count: number): Promise<Cost> {
  await (await createMeilisearchIndex({ url, apiKey, indexUid: uid })).close();
  const client = new Meilisearch({ host: url, apiKey });
  const ranker = createRanker({ settings: searchSettings });
  const parts = { settings: searchSettings, ranker, popularity: unknownPopularity, form: '' };
  const documents = Array.from({ length: count }, (_, number) =>
    JSON.parse(documentLine(madeUpProduct(number), parts)),
  );
  return costOf(async () => {
    const tasks = client
      .index(uid)
      .addDocumentsInBatches(documents, documentsAtOnce, { primaryKey: documentFields.key });
    const options = { timeout: 600_000, interval: 50 };
    for (const task of await Promise.all(tasks)) {
      const { status, error } = await client.tasks.waitForTask(task, options);
      if (status !== 'succeeded') throw new Error(`Meilisearch did not index: ${error?.message}`);
    }
  });
}

export interface BareSearch {
  search(text: string): Promise<number>;
  close(): Promise<void>;
}

/** The request that Parley's index sends, over a connection that is kept, and nothing else. */
export function bareSearch({ url, apiKey }: MeilisearchServer, uid: string): BareSearch {
  const agent = new Agent({ connections: 1 });
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  return {
    async search(q) {
      const asked = { q, page: 1, hitsPerPage: 10, filter: [], attributesToRetrieve: [documentFields.productId] };
      const body = JSON.stringify({ ...asked, matchingStrategy: 'frequency' });
      const answer = await request(`${url}/indexes/${uid}/search`, {
        method: 'POST',
        dispatcher: agent,
        headers,
        body,
      });
      const found = (await answer.body.json()) as { readonly totalHits: number };
      return found.totalHits;
    },
    close: () => agent.close(),
  };
}
