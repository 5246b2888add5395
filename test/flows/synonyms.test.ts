import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import { findByWish } from '../../src/catalog/find-by-wish.ts';
import { loadDemo } from '../../src/catalog/load-demo.ts';
import { rebuildFromStore } from '../../src/catalog/product-walk.ts';
import { searchSettings } from '../../src/catalog/search-settings.ts';
import { overrideSynonyms } from '../../src/catalog/synonyms.ts';
import { loadSynonyms } from '../../src/catalog/synonyms-file.ts';
import type { Store } from '../../src/storage/store.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
let store: Store;
let catalog: Catalog;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-synonyms-'));
  store = await openSqliteStore({ file: join(folder, 'shop.db') });
  const path = join(root, 'flows/synonyms.yaml');
  const { synonyms } = loadSynonyms({ path, text: readFileSync(path, 'utf8') });
  const index = createEmbeddedIndex();
  await loadDemo({ folder: join(root, 'demo'), store, now: Date.parse('2031-05-20T10:00:00Z') });
  await rebuildFromStore(store, index);
  await index.useSynonyms(overrideSynonyms(searchSettings.synonyms, synonyms ?? {}));
  catalog = createCatalog({ store, index });
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

it.each([
  ['busco una taza roja', /mug|cup|teapot/iu],
  ['canecas', /mug/iu],
  ['winterjacke', /jacket|winter/iu],
  ['schwarze Stiefel', /boot/iu],
  ['laal joote', /shoe|sneaker|high-top|red/iu],
  ['लाल जूते', /shoe|sneaker|high-top|red/iu],
  ['معطف شتوي دافئ بأقل من 200', /coat|parka/iu],
  ['fones de ouvido', /headphone/iu],
  ['حذاء أسود', /shoe|sneaker/iu],
])('the demo shop, in English, finds products for “%s”', async (text, title) => {
  const { page } = await findByWish(catalog, { text, currency: 'USD', locale: 'en', limit: 5 });
  expect(page.products[0]?.title).toMatch(title);
});
