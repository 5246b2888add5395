import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { openScratch } from '../../bench/scratch.ts';
import { importCatalog } from '../../src/catalog/import/import-catalog.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import type { Store } from '../../src/storage/store.ts';

export interface IcecatShop {
  readonly store: Store;
  close(): Promise<void>;
}

/** The products as a merchant would bring them in, in a store and this index. `null` when there is no such file. */
export async function openIcecatShop(file: string, index: ProductIndex): Promise<IcecatShop | null> {
  const packed = await readFile(file).catch(() => null);
  if (packed === null) return null;
  const bytes = gunzipSync(packed);
  const scratch = await openScratch();
  const store = await openSqliteStore({ file: scratch.named('icecat.db') });
  const source = { name: 'products.jsonl', size: bytes.length, open: () => inPieces(bytes) };
  await importCatalog({ source, format: 'jsonl', store, index, now: Date.now });
  return { store, close: () => store.close().then(scratch.remove) };
}

const piece = 256 * 1024;

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece);
}
