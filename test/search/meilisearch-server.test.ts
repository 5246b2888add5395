import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import { coveringPage } from '../../adapters/search/meilisearch/query.ts';
import { type MeilisearchServer, startMeilisearch } from '../../scripts/services/meilisearch.ts';
import { SearchError } from '../../src/catalog/search-error.ts';
import { searchSettings } from '../../src/catalog/search-settings.ts';
import { aProduct } from '../catalog/shelf.ts';

describe('on a real server', () => {
  let server: MeilisearchServer;
  let client: Meilisearch;
  beforeAll(async () => {
    server = await startMeilisearch();
    client = new Meilisearch({ host: server.url, apiKey: server.apiKey });
  });
  afterAll(() => server.stop());

  const open = (indexUid: string, settings = searchSettings) =>
    createMeilisearchIndex({ url: server.url, apiKey: server.apiKey, indexUid, settings });
  const settingsTasks = async (uid: string) =>
    (await client.tasks.getTasks({ indexUids: [uid], types: ['settingsUpdate'] })).total;

  it('sets an index up once, and again only when the settings differ', async () => {
    const uid = `settings-${randomUUID()}`;
    for (const settings of [searchSettings, searchSettings]) await (await open(uid, settings)).close();
    expect(await settingsTasks(uid)).toBe(1);
    const changed = await open(uid, {
      ...searchSettings,
      synonyms: { ...searchSettings.synonyms, wellies: ['boots'] },
    });
    expect(await settingsTasks(uid)).toBe(2);
    await changed.put([aProduct('b', { title: 'Rubber Boots' })]);
    expect((await changed.search({ text: 'wellies' })).ids).toEqual(['b']);
    await changed.close();
  });

  it('is opened by two processes at once', async () => {
    const uid = `twice-${randomUUID()}`;
    const both = await Promise.all([open(uid), open(uid)]);
    await both[0].put([aProduct('one')]);
    expect((await both[1].search({ text: '' })).total).toBe(1);
    for (const index of both) await index.close();
  });

  it('is due to be filled when it is empty, or holds documents of an older form; filled, it is not', async () => {
    const uid = `older-${randomUUID()}`;
    const index = await open(uid);
    expect(await index.needsFilling()).toBe(true);
    await index.put([aProduct('one'), aProduct('two')]);
    expect(await index.needsFilling()).toBe(false);
    const older = { key: 'two', productId: 'two', title: 'thing two', facets: [], prices: [1_000], price: 1_000 };
    const task = await client.index(uid).addDocuments([older]);
    await client.tasks.waitForTask(task.taskUid);
    expect(await index.needsFilling()).toBe(true);
    await index.rebuild((put) => put([aProduct('one'), aProduct('two')]));
    expect(await index.needsFilling()).toBe(false);
    await index.close();
  });

  it('is filled again when words become other terms, and not when synonyms change', async () => {
    const uid = `terms-${randomUUID()}`;
    const index = await open(uid);
    await index.put([aProduct('one')]);
    await index.close();
    const synonymous = await open(uid, { ...searchSettings, synonyms: { wellies: ['boots'] } });
    expect(await synonymous.needsFilling()).toBe(false);
    await synonymous.close();
    const stopping = await open(uid, { ...searchSettings, stopWords: [...searchSettings.stopWords, 'boss'] });
    expect(await stopping.needsFilling()).toBe(true);
    await stopping.close();
  });

  it('leaves no second index behind after a rebuild', async () => {
    const uid = `tidy-${randomUUID()}`;
    const index = await open(uid);
    await index.rebuild((put) => put([aProduct('one')]));
    await expect
      .poll(
        async () =>
          (await client.getRawIndexes({ limit: 1_000 })).results.filter((found) => found.uid.startsWith(uid)).length,
      )
      .toBe(1);
    await index.close();
  });

  it('refuses a wrong key with a word', async () => {
    const opened = createMeilisearchIndex({ url: server.url, apiKey: 'wrong' });
    await expect(opened).rejects.toMatchObject({
      name: 'SearchError',
      code: 'SEARCH_FAILED',
      message: 'Meilisearch answered 403 invalid_api_key',
    });
  });
});

describe('when there is trouble', () => {
  it('tells at once that nobody listens', async () => {
    const opened = createMeilisearchIndex({ url: 'http://127.0.0.1:9' });
    await expect(opened).rejects.toMatchObject({ name: 'SearchError', code: 'SEARCH_UNAVAILABLE' });
  });

  it('gives a server up that never answers', async () => {
    await withServer(
      () => undefined,
      async (url) => {
        const began = Date.now();
        await expect(createMeilisearchIndex({ url, timeoutMs: 200 })).rejects.toMatchObject({ code: 'SEARCH_TIMEOUT' });
        expect(Date.now() - began).toBeLessThan(3_000);
      },
    );
  });

  it('tells a server that is something else', async () => {
    await withServer(
      (_, response) => response.end('<html>hello</html>'),
      async (url) => {
        await expect(createMeilisearchIndex({ url })).rejects.toMatchObject({ code: 'SEARCH_FAILED' });
      },
    );
  });

  it('answers with a typed error when the server dies between two searches', async () => {
    const server = await startMeilisearch();
    const index = await createMeilisearchIndex({ url: server.url, apiKey: server.apiKey });
    await index.search({ text: 'mug' });
    await server.kill();
    const failed: unknown = await index.search({ text: 'mug' }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SearchError);
    expect(failed).toMatchObject({ code: 'SEARCH_UNAVAILABLE' });
    await index.close();
    await server.stop();
  });
});

async function withServer(
  answer: Parameters<typeof createServer>[1] & object,
  use: (url: string) => Promise<void>,
): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

it('asks for the smallest page that holds any window', () => {
  for (let offset = 0; offset < 60; offset++) {
    for (let limit = 1; limit < 25; limit++) {
      const { page, size } = coveringPage(offset, limit);
      expect((page - 1) * size).toBeLessThanOrEqual(offset);
      expect(page * size).toBeGreaterThanOrEqual(offset + limit);
    }
  }
});
