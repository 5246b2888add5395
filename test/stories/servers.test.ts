import { randomUUID } from 'node:crypto';
import { it } from 'vitest';
import { describeWith, type TestServer } from '../services/servers.ts';
import { buysACoatOverJsonl } from './main-story-jsonl.ts';
import { buysACoatOnTelegram } from './main-story-telegram.ts';
import type { Environment } from './own-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

await describeWith('mongodb', 'the demo shop on MongoDB', async (mongo) => {
  await describeWith('meilisearch', 'and Meilisearch', (meili) => {
    it('sells a coat to a machine over JSON lines, though it is killed in the middle', async () => {
      await buysACoatOverJsonl(await servers(mongo, meili));
    }, 90_000);

    it('sells a coat on Telegram, though it must slow down, is killed twice, and hears things again', async () => {
      await buysACoatOnTelegram(await servers(mongo, meili));
    }, 90_000);
  });
});

/** A database of its own; the demo shop's products are the same for every one of them. */
async function servers(mongo: TestServer, meili: TestServer): Promise<Environment> {
  const database = new URL(mongo.url);
  database.pathname = `/story-${randomUUID()}`;
  return {
    PARLEY_DATA: await temporaryFolder(),
    MONGODB_URI: database.href,
    MEILI_URL: meili.url,
    ...(meili.apiKey === undefined ? {} : { MEILI_API_KEY: meili.apiKey }),
  };
}
