import { openMongoStore } from '../../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import type { Store } from '../../src/storage/store.ts';

/** `sqlite FILE` or `mongodb URI DATABASE`. */
export function openPlace([name, where = '', database = '']: readonly string[]): Promise<Store> {
  return name === 'sqlite' ? openSqliteStore({ file: where }) : openMongoStore({ uri: where, database });
}
