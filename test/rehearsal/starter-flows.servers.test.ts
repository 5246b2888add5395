import { randomUUID } from 'node:crypto';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { describeWith } from '../services/servers.ts';
import { starterFlowsGoAsWritten } from './starter-flows.ts';

await describeWith('mongodb', 'the starter flows on MongoDB', async (mongo) => {
  await describeWith('meilisearch', 'and Meilisearch', (meili) => {
    // What the channels show differently is the same on every store: that is rehearsed on all of them with the embedded ones.
    starterFlowsGoAsWritten(['whatsapp-cloud'], async () => ({
      store: await openMongoStore({ uri: mongo.url, database: `rehearsal-${randomUUID()}` }),
      index: await createMeilisearchIndex({
        url: meili.url,
        indexUid: `rehearsal-${randomUUID()}`,
        ...(meili.apiKey === undefined ? {} : { apiKey: meili.apiKey }),
      }),
    }));
  });
});
