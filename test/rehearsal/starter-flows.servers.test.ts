import { randomUUID } from 'node:crypto';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { describeWith } from '../services/servers.ts';
import { starterFlowsGoAsWritten } from './starter-flows.ts';

await describeWith('mongodb', 'the starter flows on MongoDB', async (mongo) => {
  await describeWith('meilisearch', 'and Meilisearch', (meili) => {
    starterFlowsGoAsWritten(async () => ({
      store: await openMongoStore({ uri: mongo.url, database: `rehearsal-${randomUUID()}` }),
      index: await createMeilisearchIndex({
        url: meili.url,
        indexUid: `rehearsal-${randomUUID()}`,
        ...(meili.apiKey === undefined ? {} : { apiKey: meili.apiKey }),
      }),
    }));
  });
});
