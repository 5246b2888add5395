import type { Store, Write } from '../../storage/store.ts';
import type { Product } from '../product.ts';
import { productBody } from '../product-schema.ts';
import { importId, type Progress, progressWrite } from './progress.ts';

/** Another process may write a product between our read and our commit; that often in a row, something is wrong. */
const mostAttempts = 10;

/** Commits products and the progress they mean at once, so that a break never falls between the two. */
export async function storeBatch(store: Store, products: readonly Product[], progress: Progress): Promise<Progress> {
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const writes = await productWrites(store, products, importId(progress));
    if ((await store.commit([...writes, progressWrite(progress, false)])) === 'committed') {
      return { ...progress, revision: progress.revision + 1 };
    }
    await ownProgress(store, progress);
  }
  throw new Error('products kept changing while they were imported; try again when nobody else writes them');
}

async function productWrites(store: Store, products: readonly Product[], id: string): Promise<readonly Write[]> {
  const stored = await store.getMany(
    'product',
    products.map((product) => product.id),
  );
  const revisions = new Map(stored.map((document) => [document.id, document.revision]));
  return products.map((product) => ({
    kind: 'product',
    id: product.id,
    revision: revisions.get(product.id) ?? 0,
    body: productBody(product, id),
  }));
}

async function ownProgress(store: Store, progress: Progress): Promise<void> {
  const current = await store.get('import', progress.fingerprint);
  if ((current?.revision ?? 0) !== progress.revision)
    throw new Error('the same file is being imported by another process');
}
