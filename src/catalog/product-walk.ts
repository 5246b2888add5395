import type { Condition, Store } from '../storage/store.ts';
import { walkKind } from '../storage/walk-kind.ts';
import type { Product } from './product.ts';
import type { ProductIndex } from './product-index.ts';
import { productOf } from './product-schema.ts';

interface WalkOptions {
  readonly where?: Readonly<Record<string, Condition>>;
  readonly pageSize?: number;
}

/** Stored products, page by page in order of their ids, so that no catalogue has to fit into memory. */
export async function* walkProducts(
  store: Pick<Store, 'find'>,
  options: WalkOptions = {},
): AsyncGenerator<readonly Product[]> {
  const pages = walkKind(store, 'product', { pageSize: 500, ...options });
  for await (const page of pages) yield page.map(({ body }) => productOf(body));
}

/** Fills the index anew from the store, which is the truth. */
export async function rebuildFromStore(
  store: Pick<Store, 'find'>,
  index: Pick<ProductIndex, 'rebuild'>,
): Promise<void> {
  await index.rebuild(async (put) => {
    for await (const products of walkProducts(store)) await put(products);
  });
}
