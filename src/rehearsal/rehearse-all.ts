import type { ActionRegistry } from '../actions/registry.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import type { ProductIndex } from '../catalog/product-index.ts';
import { productBody } from '../catalog/product-schema.ts';
import type { ChannelId } from '../channel/ids.ts';
import type { Book } from '../dialog/book.ts';
import type { Store } from '../storage/store.ts';
import type { ConversationTest } from './conversation-test.ts';
import { type Failure, rehearse } from './rehearse.ts';

/** Stores and indexes that are for rehearsing alone: their products come and go. */
export interface Scratch {
  readonly store: Store;
  readonly index: ProductIndex;
  readonly actions: ActionRegistry;
  readonly book: Book;
  /** The shop's own products, for tests that bring none. */
  readonly products: readonly Product[];
}

export interface Rehearsed {
  readonly test: ConversationTest;
  readonly channel: ChannelId;
  readonly failure: Failure | null;
}

/** Plays every test on every channel, one after the other; `told` hears of each when it is over. */
export async function rehearseAll(
  scratch: Scratch,
  plan: { readonly tests: readonly ConversationTest[]; readonly channels: readonly ChannelId[] },
  told: (rehearsed: Rehearsed) => void,
): Promise<void> {
  const catalog = createCatalog(scratch);
  for (const test of plan.tests) {
    await stockProducts(scratch, test.products ?? scratch.products);
    await playEverywhere({ ...scratch, catalog }, { test, channels: plan.channels }, told);
  }
}

async function playEverywhere(
  world: Scratch & { readonly catalog: Catalog },
  { test, channels }: { readonly test: ConversationTest; readonly channels: readonly ChannelId[] },
  told: (rehearsed: Rehearsed) => void,
): Promise<void> {
  for (const channel of channels) told({ test, channel, failure: await rehearse(world, test, channel) });
}

const batch = 500;

/** Makes these the only products there are. */
async function stockProducts({ store, index }: Scratch, products: readonly Product[]): Promise<void> {
  await clearProducts(store);
  for (let from = 0; from < products.length; from += batch) {
    const some = products.slice(from, from + batch);
    const writes = some.map((product) => ({
      kind: 'product' as const,
      id: product.id,
      revision: 0,
      body: productBody(product, null),
    }));
    await store.commit(writes);
  }
  await index.rebuild((put) => put(products));
}

async function clearProducts(store: Store): Promise<void> {
  for (;;) {
    const some = await store.find('product', { limit: batch });
    if (some.length === 0) return;
    await store.commit(some.map(({ id, revision }) => ({ kind: 'product' as const, id, revision, body: null })));
  }
}
