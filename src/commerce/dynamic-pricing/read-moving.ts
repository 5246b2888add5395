import type { Product } from '../../catalog/product.ts';
import type { StoreReader } from '../../storage/store.ts';
import { type MovingPrice, movingPriceOf } from './moving-price.ts';

/** SKU → its moving price, of all variants of these products that have one. */
export async function readMoving(
  store: Pick<StoreReader, 'getMany'>,
  products: readonly Product[],
): Promise<ReadonlyMap<string, MovingPrice>> {
  const skus = [...new Set(products.flatMap(({ variants }) => variants.map(({ sku }) => sku)))];
  const stored = skus.length === 0 ? [] : await store.getMany('price', skus);
  return new Map(stored.map(({ id, body }) => [id, movingPriceOf(body)]));
}
