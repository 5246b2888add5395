import mongoose from 'mongoose';
import { StoreError } from '../../../src/storage/errors.ts';
import { type Kind, type KindSpec, kinds } from '../../../src/storage/kinds.ts';
import type { MongoDocument } from './documents.ts';
import { APP_NAME } from './orphans.ts';

/** How long to look for a primary before the server counts as gone. */
const SERVER_SELECTION_MS = 4_000;

/** A server that has taken a command and says nothing for so long counts as gone. */
const SILENCE_MS = 15_000;

export type Collection = mongoose.mongo.Collection<MongoDocument>;

export interface MongoConnection {
  readonly client: mongoose.mongo.MongoClient;
  readonly database: mongoose.mongo.Db;
  readonly collection: (kind: Kind) => Collection;
  readonly close: () => Promise<void>;
}

export async function connect(uri: string, database: string | undefined): Promise<MongoConnection> {
  const connection = mongoose.createConnection(uri, {
    ...(database === undefined ? {} : { dbName: database }),
    appName: APP_NAME,
    serverSelectionTimeoutMS: SERVER_SELECTION_MS,
    connectTimeoutMS: SERVER_SELECTION_MS,
    socketTimeoutMS: SILENCE_MS,
    readPreference: 'primary',
    ignoreUndefined: true,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    await connection.asPromise();
    await refuseWithoutTransactions(connection);
    return await withCollections(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

async function refuseWithoutTransactions(connection: mongoose.Connection): Promise<void> {
  const hello = await connection.getClient().db('admin').command({ hello: 1 });
  if (hello['setName'] !== undefined || hello['msg'] === 'isdbgrid') return;
  throw new StoreError(
    'STORE_UNSUITABLE',
    'This MongoDB server knows no transactions: it must run as a replica set (one member is enough; start mongod with --replSet and initiate it)',
  );
}

async function withCollections(connection: mongoose.Connection): Promise<MongoConnection> {
  const collections = new Map<Kind, Collection>();
  for (const kind of Object.keys(kinds) as Kind[]) {
    const model = connection.model(kind, schemaOf(kinds[kind]), kind);
    await model.createCollection();
    await model.createIndexes();
    // The driver's own collection: mongoose would build a document around every write, at the price of the round trip.
    collections.set(kind, model.collection as unknown as Collection);
  }
  const { db } = connection;
  if (db === undefined) throw new StoreError('STORE_UNAVAILABLE', 'MongoDB is not connected');
  const collection = (kind: Kind) => {
    const found = collections.get(kind);
    if (found === undefined) throw new RangeError(`there is no kind ${JSON.stringify(kind)}`);
    return found;
  };
  return { client: connection.getClient(), database: db, collection, close: () => connection.close() };
}

function schemaOf(spec: KindSpec): mongoose.Schema {
  const schema = new mongoose.Schema(
    {
      _id: String,
      revision: { type: Number, required: true },
      body: { type: mongoose.Schema.Types.Mixed, required: true },
      json: String,
    },
    { versionKey: false, minimize: false },
  );
  for (const fields of spec.indexes) {
    schema.index(Object.fromEntries([...fields.map((field) => [`body.${field}`, 1]), ['_id', 1]]));
  }
  return schema;
}

export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const isGone = error instanceof Error && UNREACHABLE.test(error.name);
  return isGone
    ? new StoreError('STORE_UNAVAILABLE', `MongoDB cannot be reached: ${message}`, { cause: error })
    : new StoreError('STORE_FAILED', `MongoDB failed: ${message}`, { cause: error });
}

const UNREACHABLE =
  /^Mongo(ose)?(ServerSelection|Network|NetworkTimeout|NotConnected|TopologyClosed|PoolCleared|WaitQueueTimeout)/;
