import { StoreError } from '../../../src/storage/errors.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import { DEFAULT_LIMIT } from '../../../src/storage/query.ts';
import type { Store, Stored } from '../../../src/storage/store.ts';
import { refuseRepeatedDocuments } from '../../../src/storage/writes.ts';
import { prepareCommit } from './commits.ts';
import { connect, type MongoConnection, toStoreError } from './connection.ts';
import { toStored } from './documents.ts';
import { gatherReads } from './gathered-reads.ts';
import { createGroupWriter } from './group-writer.ts';
import { filterOf, sortStagesOf } from './mongo-query.ts';

/**
 * A store for any number of processes, on a MongoDB replica set (6 or newer). `database` is the one named in the URI when absent.
 * Throws `StoreError`: `STORE_UNAVAILABLE` when no primary answers within a few seconds, `STORE_UNSUITABLE` when the server
 * knows no transactions.
 */
export async function openMongoStore(options: { readonly uri: string; readonly database?: string }): Promise<Store> {
  try {
    return createMongoStore(await connect(options.uri, options.database));
  } catch (error) {
    throw toStoreError(error);
  }
}

function createMongoStore(connection: MongoConnection): Store {
  const writer = createGroupWriter(connection);
  let isOpen = true;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    if (!isOpen) throw new StoreError('STORE_UNAVAILABLE', 'The store is closed');
    return work().catch((error: unknown) => Promise.reject(toStoreError(error)));
  };
  return {
    ...createReads(connection, guarded),
    commit: (writes) =>
      guarded(async () => {
        refuseRepeatedDocuments(writes);
        return writes.length === 0 ? 'committed' : writer.commit(prepareCommit(writes));
      }),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await writer.settled();
      await connection.close();
    },
  };
}

type Guard = <T>(work: () => Promise<T>) => Promise<T>;

function createReads({ collection }: MongoConnection, guarded: Guard): Omit<Store, 'commit' | 'close'> {
  const findMany = async (kind: Kind, ids: readonly string[]): Promise<readonly Stored[]> => {
    const found = await collection(kind)
      .find({ _id: { $in: [...ids] } })
      .toArray();
    const byId = new Map(found.map((document) => [document._id, document]));
    return ids
      .map((id) => byId.get(id))
      .filter((document) => document !== undefined)
      .map(toStored);
  };
  const getOne = gatherReads(findMany);
  return {
    get: (kind, id) => guarded(() => getOne(kind, id)),
    getMany: (kind, ids) => guarded(() => findMany(kind, ids)),
    find: (kind, query) =>
      guarded(async () => {
        const { limit = DEFAULT_LIMIT } = query;
        if (limit === 0) return [];
        const found = collection(kind).find(filterOf(kind, query)).sort(sortStagesOf(kind, query)).limit(limit);
        return (await found.toArray()).map(toStored);
      }),
    count: (kind, query) => guarded(() => collection(kind).countDocuments(filterOf(kind, query))),
  };
}
