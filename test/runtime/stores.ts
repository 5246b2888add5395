import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import type { Store } from '../../src/storage/store.ts';
import { describeWith } from '../services/servers.ts';

export interface StorePlace {
  readonly name: 'sqlite' | 'mongodb';
  /** A fresh place; every call opens what it holds once more, as another process would. */
  fresh(): OpenStore;
}

export interface OpenStore {
  (): Promise<Store>;
  /** For a process of its own: `openPlace` of store-place.ts opens it. */
  readonly place: readonly string[];
}

/** Declares the same tests on every store, real servers included. To be awaited at the top of a file. */
export async function describeOnStores(title: string, declare: (place: StorePlace) => void): Promise<void> {
  describe(`${title}, on SQLite`, () => declare(sqlitePlace()));
  await describeWith('mongodb', `${title}, on MongoDB`, ({ url }) => declare(mongoPlace(url)));
}

export function sqlitePlace(): StorePlace {
  const folder = mkdtempSync(join(tmpdir(), 'parley-runtime-'));
  const opened: Store[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    name: 'sqlite',
    fresh() {
      const file = join(folder, `${randomUUID()}.db`);
      return Object.assign(
        collecting(opened, () => openSqliteStore({ file })),
        { place: ['sqlite', file] },
      );
    },
  };
}

function mongoPlace(uri: string): StorePlace {
  const opened: Store[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((store) => store.close()));
  });
  return {
    name: 'mongodb',
    fresh() {
      const database = `runtime-${randomUUID()}`;
      const open = collecting(opened, () => openMongoStore({ uri, database }));
      return Object.assign(open, { place: ['mongodb', uri, database] });
    },
  };
}

function collecting(opened: Store[], open: () => Promise<Store>): () => Promise<Store> {
  return async () => {
    const store = await open();
    opened.push(store);
    return store;
  };
}
