import mongoose from 'mongoose';
import { costOf } from '../measure.ts';
import { durably } from './mongodb-bound.ts';
import { openDurably } from './sqlite-bound.ts';

/** About what a turn leaves behind. */
const body = JSON.stringify({ text: 'x'.repeat(1_180) });

export interface RawWrites {
  readonly writes: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

export interface RawPlan {
  readonly writes: number;
  /** Writers at the same time; in SQLite their writes share one transaction. */
  readonly writers: number;
}

export async function rawSqliteWrites(file: string, { writes, writers }: RawPlan): Promise<RawWrites> {
  const db = openDurably(file);
  db.exec('create table raw (id text primary key, body text not null)');
  const put = db.prepare(
    'insert into raw (id, body) values (?, ?) on conflict (id) do update set body = excluded.body',
  );
  let round = 0;
  const group = (): void => {
    round += 1;
    if (writers > 1) db.exec('begin immediate');
    // Other bytes each time: SQLite leaves out a write that changes nothing.
    for (let writer = 0; writer < writers; writer += 1) put.run([`w${writer}`, round + body]);
    if (writers > 1) db.exec('commit');
  };
  group();
  const cost = await costOf(() => {
    for (let written = 0; written < writes; written += writers) group();
  });
  db.close();
  return { writes, ...cost };
}

export async function rawMongoWrites(
  { url, database }: { readonly url: string; readonly database: string },
  { writes, writers }: RawPlan,
): Promise<RawWrites> {
  const client = await new mongoose.mongo.MongoClient(url).connect();
  const raw = client.db(database).collection<{ _id: string; body: string }>('raw');
  const each = Math.ceil(writes / writers);
  const write = async (writer: number, count: number): Promise<void> => {
    for (let done = 0; done < count; done += 1) {
      const options = { upsert: true, writeConcern: durably };
      await raw.updateOne({ _id: `w${writer}` }, { $set: { body: body + done } }, options);
    }
  };
  const all = (count: number) => Promise.all(Array.from({ length: writers }, (_, writer) => write(writer, count)));
  await all(2);
  const cost = await costOf(() => all(each));
  await client.close();
  return { writes: each * writers, ...cost };
}
