import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { describe, expect, it } from 'vitest';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { startMongo } from '../../scripts/services/mongodb.ts';
import { freePort } from '../../scripts/services/server-process.ts';
import type { Write } from '../../src/storage/store.ts';
import { expectToSurviveKill } from '../contracts/store/killing.ts';
import { declareStoreContract } from '../contracts/store.ts';
import { describeWith } from '../services/servers.ts';

await describeWith('mongodb', 'the MongoDB store', ({ url }) => {
  const database = `contract-${randomUUID()}`;
  const open = () => openMongoStore({ uri: url, database });
  declareStoreContract({ open });

  it('what was acknowledged is there after kill -9 of the writing process, and no half of a commit', {
    timeout: 60_000,
  }, async () => {
    const store = await open();
    for (const acknowledged of [1, 100, 700]) {
      await expectToSurviveKill(['mongodb', url, database, `${acknowledged}-`], acknowledged, store);
    }
    await store.close();
  });

  it('whoever looks into the database sees documents, and the fields of a hostile one', async () => {
    const store = await open();
    const write = (body: Write['body']): Write => ({ kind: 'product', id: String(body?.['title']), revision: 0, body });
    await store.commit([write({ title: 'tame', deep: { list: [1] } }), write({ title: 'hostile', $set: 1 })]);
    await store.close();
    const client = await new mongoose.mongo.MongoClient(url).connect();
    const products = client.db(database).collection<{ _id: string }>('product');
    expect(await products.findOne({ _id: 'tame' })).toEqual({
      _id: 'tame',
      revision: 1,
      body: { title: 'tame', deep: { list: [1] } },
    });
    expect(await products.findOne({ _id: 'hostile' })).toMatchObject({
      body: { title: 'hostile' },
      json: '{"title":"hostile","$set":1}',
    });
    const indexes = await client.db(database).collection('message').indexes();
    expect(indexes.map(({ key }) => key)).toContainEqual({ 'body.conversation': 1, 'body.turn': 1, _id: 1 });
    await client.close();
  });

  it('a server without transactions is refused with the mend', { timeout: 60_000 }, async () => {
    const standalone = await startMongo({ standalone: true });
    const opening = openMongoStore({ uri: standalone.url });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_UNSUITABLE' });
    await expect(opening).rejects.toThrow(/replica set/);
    await standalone.stop();
  });

  it('a server that dies is a StoreError for what waits and what comes after, not a hang', {
    timeout: 90_000,
  }, async () => {
    const mortal = await startMongo();
    const store = await openMongoStore({ uri: mortal.url });
    const commit = (turn: number) =>
      store.commit([
        { kind: 'cart', id: randomUUID(), revision: 0, body: { turn } },
        { kind: 'order', id: randomUUID(), revision: 0, body: { turn } },
      ]);
    expect(await commit(1)).toBe('committed');
    const underWay = Array.from({ length: 10 }, (_, turn) => commit(turn));
    await mortal.kill();
    for (const outcome of await Promise.allSettled(underWay)) {
      if (outcome.status === 'rejected')
        expect(outcome.reason).toMatchObject({ name: 'StoreError', code: 'STORE_UNAVAILABLE' });
    }
    const gone = { name: 'StoreError', code: 'STORE_UNAVAILABLE' };
    await expect(commit(2)).rejects.toMatchObject(gone);
    await expect(store.get('cart', 'x')).rejects.toMatchObject(gone);
    await store.close();
    await mortal.stop();
  });
});

describe('without a MongoDB server', () => {
  it('opening the store says within a few seconds that none answers', async () => {
    const started = performance.now();
    const opening = openMongoStore({ uri: `mongodb://127.0.0.1:${await freePort()}/?replicaSet=parley` });
    await expect(opening).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_UNAVAILABLE' });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
