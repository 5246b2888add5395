import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { expectToSurviveKill } from '../contracts/store/killing.ts';
import { declareStoreContract } from '../contracts/store.ts';

describe('the SQLite store', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-sqlite-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  declareStoreContract({ open: () => openSqliteStore({ file: join(folder, 'contract.db') }) });

  it('what was acknowledged is there after kill -9, and no half of a commit', { timeout: 90_000 }, async () => {
    for (const acknowledged of [1, 300, 3_000]) {
      const file = join(folder, `killed-${acknowledged}.db`);
      const reader = await openSqliteStore({ file });
      await expectToSurviveKill(['sqlite', file, '', 'c'], acknowledged, reader);
      await reader.close();
    }
  });

  it('two processes that write to one file at full speed both get everything in', { timeout: 90_000 }, async () => {
    const file = join(folder, 'shared.db');
    const store = await openSqliteStore({ file });
    const writing = ['one', 'other'].map((prefix) => expectToSurviveKill(['sqlite', file, '', prefix], 1_500, store));
    await Promise.all(writing);
    await store.close();
  });

  it('folders on the way to the file are made', async () => {
    const store = await openSqliteStore({ file: join(folder, 'some', 'where', 'parley.db') });
    expect(await store.get('cart', 'x')).toBeNull();
    await store.close();
  });

  it('a file that is no database is told apart', async () => {
    const file = join(folder, 'letter.txt');
    writeFileSync(file, 'Dear shop, '.repeat(1000));
    await expect(openSqliteStore({ file })).rejects.toMatchObject({ name: 'StoreError', code: 'STORE_UNSUITABLE' });
  });

  it('fields and indexes declared since the file was made are filled in from the bodies', async () => {
    const file = join(folder, 'older.db');
    const db = new Database(file);
    db.exec('create table message (id text primary key, revision integer not null, body text not null)');
    db.exec(
      `insert into message values ('m2', 3, '{"conversation":"c","turn":2}'), ('m1', 1, '{"conversation":"c","turn":1}')`,
    );
    db.exec(`insert into message values ('odd', 1, '{"conversation":7,"turn":"1"}')`);
    db.close();
    const store = await openSqliteStore({ file });
    const found = await store.find('message', { where: { conversation: 'c' }, sort: { by: 'turn', direction: 'up' } });
    expect(found.map(({ id, revision }) => [id, revision])).toEqual([
      ['m1', 1],
      ['m2', 3],
    ]);
    expect(await store.count('message', { where: { conversation: null, turn: null } })).toBe(1);
    await store.close();
  });

  it('a write that another process holds up for too long is a StoreError, and succeeds afterwards', {
    timeout: 30_000,
  }, async () => {
    const file = join(folder, 'locked.db');
    const store = await openSqliteStore({ file });
    const db = new Database(file);
    db.exec('begin immediate');
    const write = { kind: 'cart', id: randomUUID(), revision: 0, body: {} } as const;
    const commits = [store.commit([write]), store.commit([write, { ...write, kind: 'order' }])];
    for (const outcome of await Promise.allSettled(commits)) {
      expect(outcome).toMatchObject({ reason: { name: 'StoreError', code: 'STORE_UNAVAILABLE' } });
    }
    db.exec('rollback');
    db.close();
    expect(await store.commit([write])).toBe('committed');
    await store.close();
  });
});
