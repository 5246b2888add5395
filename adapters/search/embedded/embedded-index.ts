import { setImmediate } from 'node:timers/promises';
import { type Popularity, unknownPopularity } from '../../../src/catalog/popularity.ts';
import type { Product } from '../../../src/catalog/product.ts';
import type { ProductIndex } from '../../../src/catalog/product-index.ts';
import { createRebuildJournal, type RebuildJournal } from '../../../src/catalog/rebuild-journal.ts';
import { type SearchSettings, searchSettings } from '../../../src/catalog/search-settings.ts';
import { createShopWindow, type ShopWindow } from './shop-window.ts';

interface EmbeddedIndexConfig {
  readonly settings?: SearchSettings;
  /** Asked at every put; nothing is known of any product when absent. */
  readonly popularity?: () => Promise<Popularity>;
}

/** A put of thousands must not hold up the messages of other conversations: about 5 ms of work, then a pause. */
const productsAtOnce = 100;

/** A search index in the process, for shops that run no search server. Empty at start; the caller fills it from the store. */
export function createEmbeddedIndex({
  settings = searchSettings,
  popularity = async () => unknownPopularity,
}: EmbeddedIndexConfig = {}): ProductIndex {
  let live = createShopWindow(settings);
  let { synonyms } = settings;
  let journal: RebuildJournal | null = null;
  let rebuilding: Promise<void> = Promise.resolve();

  async function rebuild(fill: (put: ProductIndex['put']) => Promise<void>): Promise<void> {
    const fresh = createShopWindow(settings);
    const changes = createRebuildJournal();
    journal = changes;
    try {
      await fill((products) => addAll(fresh, products, popularity));
      const known = await popularity();
      for (const [id, product] of changes.drain()) apply(fresh, [id, product], known);
      // They may have changed while it was filled.
      fresh.useSynonyms(synonyms);
      live = fresh;
    } finally {
      journal = null;
    }
  }

  return {
    search: async (query) => live.search(query),
    facets: async (query) => live.facets(query),
    async put(products) {
      journal?.put(products);
      await addAll(live, products, popularity);
    },
    async remove(ids) {
      journal?.remove(ids);
      for (const id of ids) live.remove(id);
    },
    rebuild(fill) {
      const done = rebuilding.then(() => rebuild(fill));
      rebuilding = done.catch(() => undefined);
      return done;
    },
    needsFilling: async () => live.isEmpty(),
    async useSynonyms(wanted) {
      synonyms = wanted;
      live.useSynonyms(wanted);
    },
    close: async () => undefined,
  };
}

async function addAll(
  window: ShopWindow,
  products: readonly Product[],
  popularity: () => Promise<Popularity>,
): Promise<void> {
  const known = await popularity();
  for (let at = 0; at < products.length; at += productsAtOnce) {
    if (at > 0) await setImmediate();
    for (const product of products.slice(at, at + productsAtOnce)) window.add(product, known);
  }
}

function apply(window: ShopWindow, [id, product]: readonly [string, Product | null], known: Popularity): void {
  if (product === null) window.remove(id);
  else window.add(product, known);
}
