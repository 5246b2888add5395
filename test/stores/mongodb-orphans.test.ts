import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { expect, it } from 'vitest';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { describeWith } from '../services/servers.ts';

await describeWith('mongodb', 'a transaction whose process was killed', ({ url }) => {
  /** Touches the document in a transaction and never says a word again, as a killed process does. */
  async function orphan(database: string, id: string): Promise<mongoose.mongo.MongoClient> {
    const client = await new mongoose.mongo.MongoClient(url, { appName: 'parley' }).connect();
    const session = client.startSession();
    session.startTransaction();
    const collection = client.db(database).collection<{ _id: string }>('cart');
    await collection.updateOne({ _id: id }, { $set: { 'body.lost': true } }, { session });
    return client;
  }

  it('holds up others on its documents for a second or two, not for a minute', async () => {
    const database = `orphans-${randomUUID()}`;
    const store = await openMongoStore({ uri: url, database });
    const cart = (revision: number) => ({ kind: 'cart', id: 'a', revision, body: { revision } }) as const;
    await store.commit([cart(0)]);
    const started = performance.now();
    const gone = [await orphan(database, 'a')];
    expect(await store.commit([cart(1)])).toBe('committed');
    gone.push(await orphan(database, 'a'));
    expect(await store.commit([cart(2), { ...cart(0), id: 'b' }])).toBe('committed');
    expect(performance.now() - started).toBeLessThan(9_000);
    expect((await store.get('cart', 'a'))?.body).toEqual({ revision: 2 });
    await store.close();
    await Promise.all(gone.map((client) => client.close()));
  });
});
