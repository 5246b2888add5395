import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Meilisearch } from 'meilisearch';
import { expect, it, onTestFinished } from 'vitest';
import { createMeilisearchIndex } from '../../adapters/search/meilisearch/meilisearch-index.ts';
import { fuseRanks } from '../../src/catalog/ranking/fuse-ranks.ts';
import { readConfig } from '../../src/config/config.ts';
import { aProduct } from '../catalog/shelf.ts';
import { describeWith } from '../services/servers.ts';

/**
 * An embedder whose first dimension is warmth: that is all it knows of the world. The second keeps texts apart, for the server's nearest
 * neighbours are approximate, and wrong in a fourth of the cases when vectors are the same.
 */
async function startEmbedder(): Promise<{ readonly url: string; readonly texts: string[] }> {
  const texts: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    const { input } = JSON.parse(body) as { input: string };
    texts.push(input);
    const isWarm = /wool|cosy|blanket|freezing/u.test(input);
    const apart = createHash('sha256').update(input).digest().readUInt8(0) / 1_000;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ embedding: [isWarm ? 1 : -1, apart] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, texts };
}

await describeWith('meilisearch', 'search by meaning in Meilisearch', ({ url, apiKey }) => {
  const client = new Meilisearch({ host: url, ...(apiKey && { apiKey }) });
  const access = { url, ...(apiKey && { apiKey }) };
  const products = [
    aProduct('wool', { title: 'Wool Blanket' }),
    aProduct('mug', { title: 'Plain Mug' }),
    aProduct('freezing', { title: 'Freezing Bag' }),
  ];

  const set = async (uid: string, embedders: Parameters<ReturnType<typeof client.index>['updateEmbedders']>[0]) => {
    const { taskUid } = await client.index(uid).updateEmbedders(embedders);
    expect((await client.tasks.waitForTask(taskUid)).status).toBe('succeeded');
  };
  const rest = (address: string) => ({
    meaning: {
      source: 'rest' as const,
      url: address,
      apiKey: 'key-of-a-service',
      dimensions: 2,
      request: { input: '{{text}}' },
      response: { embedding: '{{embedding}}' },
    },
  });
  const hybrid = (semanticRatio: number) => ({ embedder: 'meaning', semanticRatio });
  const withEmbedder = async () => {
    const uid = `hybrid-${randomUUID()}`;
    await (await createMeilisearchIndex({ ...access, indexUid: uid })).close();
    const embedder = await startEmbedder();
    await set(uid, rest(embedder.url));
    const open = async (ratio: number) => {
      const index = await createMeilisearchIndex({ ...access, indexUid: uid, hybrid: hybrid(ratio) });
      onTestFinished(() => index.close());
      return index;
    };
    return { uid, open, embedder };
  };

  it('finds what no word finds, and puts what words find as well before it', async () => {
    const { open } = await withEmbedder();
    const index = await open(0.5);
    await index.put(products);
    const found = await index.search({ text: 'freezing' });
    expect(found.ids.slice(0, 2)).toEqual(['freezing', 'wool']);
    const words = await (await open(0)).search({ text: 'freezing' });
    expect(words.ids).toEqual(['freezing']);
    const filtered = await index.search({ text: 'freezing', filter: { priceTo: 1 } });
    expect(filtered).toMatchObject({ ids: [], total: 0 });
  });

  it('keeps its embedder when the index is filled again, asks it only for what has changed, and loses what is gone', async () => {
    const { uid, open, embedder } = await withEmbedder();
    const index = await open(0.5);
    await index.put(products);
    const asked = embedder.texts.length;
    await index.rebuild((put) => put([...products.slice(0, 2), aProduct('new', { title: 'Cosy Socks' })]));
    expect(embedder.texts.length - asked).toBe(1);
    expect(Object.keys((await client.index(uid).getEmbedders()) ?? {})).toEqual(['meaning']);
    expect((await index.search({ text: '' })).total).toBe(3);
    const { ids } = await index.search({ text: 'freezing' });
    expect(new Set(ids.slice(0, 2))).toEqual(new Set(['wool', 'new']));
  });

  it('is told by a code when the index has no such embedder, or one that makes no vectors', async () => {
    const indexUid = `none-${randomUUID()}`;
    const opened = () => createMeilisearchIndex({ ...access, indexUid, hybrid: hybrid(0.5) });
    await expect(opened()).rejects.toMatchObject({ name: 'SearchError', code: 'SEARCH_NO_EMBEDDER' });
    await set(indexUid, { meaning: { source: 'userProvided', dimensions: 2 } });
    await expect(opened()).rejects.toMatchObject({ code: 'SEARCH_NO_EMBEDDER' });
  });

  it('is told by the same code when the embedder goes away while the shop is open', async () => {
    const { uid, open } = await withEmbedder();
    const index = await open(0.5);
    await index.put(products);
    const { taskUid } = await client.index(uid).resetEmbedders();
    await client.tasks.waitForTask(taskUid);
    await expect(index.search({ text: 'freezing' })).rejects.toMatchObject({ code: 'SEARCH_NO_EMBEDDER' });
  });
});

it('two orders are made one by places: what both have comes first, the share decides between the rest', () => {
  expect(fuseRanks(['a', 'b', 'c'], ['c', 'd'], 0.5)[0]).toBe('c');
  expect(fuseRanks(['a', 'b'], ['x', 'y'], 0.4)).toEqual(['a', 'b', 'x', 'y']);
  expect(fuseRanks(['a', 'b'], ['x', 'y'], 0.6)).toEqual(['x', 'y', 'a', 'b']);
  expect(fuseRanks(['a', 'b'], ['b', 'x'], 0)).toEqual(['a', 'b']);
  expect(fuseRanks(['a', 'b'], ['b', 'x'], 1)).toEqual(['b', 'x']);
});

it('is off unless an embedder is named; half and half unless a ratio is', () => {
  const set = { MEILI_URL: 'http://127.0.0.1:7700' };
  expect(readConfig(set).meili?.hybrid).toBeNull();
  expect(readConfig({ ...set, MEILI_EMBEDDER: 'e' }).meili?.hybrid).toEqual({ embedder: 'e', semanticRatio: 0.5 });
  expect(readConfig({ ...set, MEILI_EMBEDDER: 'e', MEILI_SEMANTIC_RATIO: '0' }).meili?.hybrid?.semanticRatio).toBe(0);
  for (const MEILI_SEMANTIC_RATIO of ['1.1', '-1', 'half'])
    expect(() => readConfig({ ...set, MEILI_SEMANTIC_RATIO })).toThrow(
      'MEILI_SEMANTIC_RATIO must be a number from 0 to 1',
    );
});
