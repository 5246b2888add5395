import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';

/** A SQLite store in a folder of its own, which goes with it. */
export async function openFolderStore() {
  const folder = await mkdtemp(join(tmpdir(), 'parley-payments-'));
  const store = await openSqliteStore({ file: join(folder, 'shop.sqlite') });
  return {
    store,
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
