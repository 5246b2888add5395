import type { ActionRegistry } from '../actions/registry.ts';
import { createCatalog } from '../catalog/catalog.ts';
import type { Product } from '../catalog/product.ts';
import type { ProductIndex } from '../catalog/product-index.ts';
import { productBody } from '../catalog/product-schema.ts';
import type { ChannelId } from '../channel/ids.ts';
import type { Book } from '../dialog/book.ts';
import type { Kind } from '../storage/kinds.ts';
import type { Store } from '../storage/store.ts';
import type { ConversationTest } from './conversation-test.ts';
import { type Failure, rehearse } from './rehearse.ts';
import type { Sells } from './stage.ts';

/** Stores and indexes that are for rehearsing alone: their products come and go. */
export interface Scratch {
  readonly store: Store;
  readonly index: ProductIndex;
  readonly actions: ActionRegistry;
  readonly book: Book;
  readonly sells?: Sells;
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
  for (const test of plan.tests) {
    // A catalogue keeps the words of its products for a while, and each test brings its own.
    const catalog = createCatalog(scratch);
    const products = test.products ?? scratch.products;
    await stockProducts(scratch, products);
    for (const channel of plan.channels) {
      told({ test, channel, failure: await rehearse({ ...scratch, catalog }, test, channel) });
      await tidy(scratch.store, products);
    }
  }
}

/** What a shopper leaves behind who has bought something: the next one finds the shop as it was. */
const leftBehind = [
  'order',
  'stock',
  'checkout',
  'coupon-use',
  'wish',
  'job',
  'review',
  'rating',
  'price-hold',
  'demo-payment',
] as const;

async function tidy(store: Store, products: readonly Product[]): Promise<void> {
  const isSold = (await store.count('stock', {})) > 0;
  for (const kind of leftBehind) await clear(store, kind);
  if (!isSold) return;
  await clear(store, 'product');
  await putProducts(store, products);
}

const batch = 500;

/** Makes these the only products there are. */
async function stockProducts({ store, index }: Scratch, products: readonly Product[]): Promise<void> {
  await clear(store, 'product');
  await putProducts(store, products);
  await index.rebuild((put) => put(products));
}

async function putProducts(store: Store, products: readonly Product[]): Promise<void> {
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
}

async function clear(store: Store, kind: Kind): Promise<void> {
  for (;;) {
    const some = await store.find(kind, { limit: batch });
    if (some.length === 0) return;
    await store.commit(some.map(({ id, revision }) => ({ kind, id, revision, body: null })));
  }
}
