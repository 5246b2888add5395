import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import { type MeilisearchServer, startMeilisearch } from '../../scripts/services/meilisearch.ts';
import { productIndexContract } from '../contracts/product-index.ts';

let server: MeilisearchServer;
beforeAll(async () => {
  server = await startMeilisearch();
});
afterAll(() => server.stop());

productIndexContract('Meilisearch', () =>
  createMeilisearchIndex({ url: server.url, apiKey: server.apiKey, indexUid: `shop-${randomUUID()}` }),
);
