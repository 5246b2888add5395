import Database from 'libsql';
import type { BotStore, Kept, Waiting } from './bot-subject.ts';

/** One statement a turn, or two with the message; what is written in the same turn of the event loop shares one sync. */
export async function openSqliteBotStore(file: string): Promise<BotStore> {
  const db = openDurably(file);
  db.exec('create table state (id text primary key, revision integer not null, body text not null)');
  db.exec('create table message (id text primary key, body text not null)');
  const record = db.prepare('insert into message (id, body) values (?, ?) on conflict do nothing');
  const select = db.prepare('select revision, body from state where id = ?').raw(true);
  const insert = db.prepare('insert into state (id, revision, body) values (?, 1, ?) on conflict do nothing');
  const update = db.prepare('update state set revision = revision + 1, body = ? where id = ? and revision = ?');
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const writeOne = ({ id, kept }: Waiting): boolean => {
    const { revision } = kept;
    const state = JSON.stringify(kept.state);
    if (kept.record && record.run([kept.record.id, JSON.stringify(kept.record.body)]).changes !== 1) return false;
    return (revision === 0 ? insert.run([id, state]) : update.run([state, id, revision])).changes === 1;
  };
  let waiting: Waiting[] = [];
  const writeAll = (): void => {
    const group = waiting;
    waiting = [];
    const isOne = group.length === 1 && !group[0]?.kept.record;
    if (!isOne) begin.run();
    const outcomes = group.map(writeOne);
    if (!isOne) commit.run();
    group.forEach(({ done }, index) => {
      done(outcomes[index] ?? false);
    });
  };
  return {
    async read(id): Promise<Kept | null> {
      const row = select.get([id]) as [number, string] | undefined;
      return row ? { revision: row[0], state: JSON.parse(row[1]) } : null;
    },
    write: (id, kept) =>
      new Promise((done, failed) => {
        if (waiting.push({ id, kept, done, failed }) === 1) setImmediate(writeAll);
      }),
    close: async () => void db.close(),
  };
}

/** Every commit is on disk when it returns. */
export function openDurably(file: string): Database.Database {
  const db = new Database(file);
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = full');
  db.exec('pragma wal_autocheckpoint = 4000');
  return db;
}
