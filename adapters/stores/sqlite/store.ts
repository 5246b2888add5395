import { StoreError } from '../../../src/storage/errors.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import type { Store, Stored } from '../../../src/storage/store.ts';
import { refuseRepeatedDocuments } from '../../../src/storage/writes.ts';
import { type Connection, openConnection, type Statement, stopWaitingForOthers, toStoreError } from './connection.ts';
import { createGroupWriter } from './group-writer.ts';
import { applySchema, quote } from './schema.ts';
import { countSql, selectSql } from './sql-query.ts';
import { createStepEncoder } from './steps.ts';

type Row = readonly [revision: number, body: string, idAsJson: string];

/**
 * A store in one file, for one machine, and as many of its processes as want it. The folder is made when it is missing.
 * Throws `StoreError` when the file cannot be opened or is not a database.
 */
export async function openSqliteStore({ file }: { readonly file: string }): Promise<Store> {
  try {
    const db = openConnection(file);
    applySchema(db);
    stopWaitingForOthers(db);
    return createSqliteStore(db);
  } catch (error) {
    throw toStoreError(error);
  }
}

function createSqliteStore(db: Connection): Store {
  const prepared = createStatementCache(db);
  const encode = createStepEncoder(db);
  const writer = createGroupWriter(db);
  let isOpen = true;
  const refuseWhenClosed = () => {
    if (!isOpen) throw new StoreError('STORE_UNAVAILABLE', 'The store is closed');
  };
  const read = async <T>(work: () => T): Promise<T> => {
    refuseWhenClosed();
    try {
      return work();
    } catch (error) {
      throw toStoreError(error);
    }
  };
  const getOne = (kind: Kind, id: string) => {
    const row = prepared(`select revision, body from ${quote(kind)} where id = ?`).get([id]) as Row | undefined;
    return row === undefined ? null : toStored(id, row);
  };
  return {
    get: (kind, id) => read(() => getOne(kind, id)),
    getMany: (kind, ids) => read(() => ids.map((id) => getOne(kind, id)).filter((found) => found !== null)),
    find: (kind, query) =>
      read(() => {
        const { sql, values } = selectSql(kind, query);
        return (prepared(sql).all(values) as readonly Row[]).map((row) => toStored(JSON.parse(row[2]), row));
      }),
    count: (kind, query) =>
      read(() => {
        const { sql, values } = countSql(kind, query);
        return (prepared(sql).get(values) as readonly [number])[0];
      }),
    commit: async (writes) => {
      refuseWhenClosed();
      refuseRepeatedDocuments(writes);
      return writer.commit(writes.flatMap(encode));
    },
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await writer.settled();
      db.close();
    },
  };
}

/** Grows with the shapes of queries that the code asks, not with their values. */
function createStatementCache(db: Connection): (sql: string) => Statement {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement: Statement = db.prepare(sql).raw(true);
    statements.set(sql, statement);
    return statement;
  };
}

function toStored(id: string, [revision, body]: Row): Stored {
  return { id, revision, body: JSON.parse(body) };
}
