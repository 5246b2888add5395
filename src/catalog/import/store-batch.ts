import { type StockRules, usualStock } from '../../commerce/rules/stock.ts';
import { countImported } from '../../commerce/stock/count-imported.ts';
import { createStaging } from '../../storage/staging.ts';
import type { Store, Write } from '../../storage/store.ts';
import type { Product } from '../product.ts';
import { productBody } from '../product-schema.ts';
import { importId, type Progress, progressWrite } from './progress.ts';

/** Another process may write a product between our read and our commit; that often in a row, something is wrong. */
const mostAttempts = 10;

export interface Shelving {
  readonly store: Store;
  readonly now: () => number;
  readonly stock?: StockRules;
}

interface StoredBatch {
  readonly progress: Progress;
  /** As they are sold: with the pieces that are reserved taken off. */
  readonly products: readonly Product[];
}

/** Commits products and the progress they mean at once, so that a break never falls between the two. */
export async function storeBatch(
  shelving: Shelving,
  products: readonly Product[],
  progress: Progress,
): Promise<StoredBatch> {
  const { store } = shelving;
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const batch = await productWrites(shelving, products, importId(progress));
    if ((await store.commit([...batch.writes, progressWrite(progress, false)])) === 'committed') {
      return { progress: { ...progress, revision: progress.revision + 1 }, products: batch.products };
    }
    await ownProgress(store, progress);
  }
  throw new Error('products kept changing while they were imported; try again when nobody else writes them');
}

interface Batch {
  readonly products: readonly Product[];
  readonly writes: readonly Write[];
}

/** The products are read before what is reserved of them: whoever reserves writes both, so that what is stale shows. */
async function productWrites({ store, now, stock }: Shelving, given: readonly Product[], id: string): Promise<Batch> {
  const stored = await store.getMany(
    'product',
    given.map((product) => product.id),
  );
  const before = new Map(stored.map((document) => [document.id, document]));
  const { reader, stage, writes } = createStaging(store, []);
  const trade = { store: reader, stage, now: now(), rules: { stock: stock ?? usualStock } };
  const products = await countImported(trade, { products: given, before });
  const own = products.map((product) => {
    const revision = before.get(product.id)?.revision ?? 0;
    return { kind: 'product', id: product.id, revision, body: productBody(product, id) } as const;
  });
  return { products, writes: [...own, ...writes()] };
}

async function ownProgress(store: Store, progress: Progress): Promise<void> {
  const current = await store.get('import', progress.fingerprint);
  if ((current?.revision ?? 0) !== progress.revision)
    throw new Error('the same file is being imported by another process');
}
