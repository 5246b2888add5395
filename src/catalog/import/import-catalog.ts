import type { StockRules } from '../../commerce/rules/stock.ts';
import type { Store } from '../../storage/store.ts';
import type { Product } from '../product.ts';
import type { ProductIndex } from '../product-index.ts';
import { rebuildFromStore, walkProducts } from '../product-walk.ts';
import { checkDraft } from './check-draft.ts';
import { type DraftOptions, type ImportFormat, readDrafts } from './drafts.ts';
import { createDuplicates } from './duplicates.ts';
import type { FieldMapping } from './mapping.ts';
import { importId, type Progress, progressWrite, readProgress } from './progress.ts';
import { removeAbsent } from './remove-absent.ts';
import { createTally, type ImportReport, type Tally } from './report.ts';
import { fingerprint, type ImportSource } from './source.ts';
import { storeBatch } from './store-batch.ts';

export interface ImportOptions {
  readonly source: ImportSource;
  readonly format: ImportFormat;
  readonly mapping?: FieldMapping;
  /** ISO 4217; what amounts without a currency are in. USD when absent. */
  readonly currency?: string;
  readonly decimal?: '.' | ',';
  /** Removes products that the file does not name, once it has been read to its end. */
  readonly replace?: boolean;
  readonly store: Store;
  readonly index: Pick<ProductIndex, 'put' | 'remove' | 'rebuild'>;
  readonly now: () => number;
  /** Where counted pieces are, and what is low; as in a shop that has written nothing down when absent. */
  readonly stock?: StockRules;
  readonly onProgress?: (progress: ImportProgress) => void;
}

export interface ImportProgress {
  readonly bytesRead: number;
  /** `null` when nobody knows. */
  readonly bytes: number | null;
  readonly products: number;
  readonly leftOut: number;
}

const productsAtOnce = 500;

/**
 * Brings a file's products into the store, whole products only, and then into the index. Broken off at any moment, the
 * same file goes on where it was. Throws `ImportRefused` for a file that is not what it is said to be, `StoreError` and
 * `SearchError` when a server fails; then the same import can be started again.
 */
export async function importCatalog(options: ImportOptions): Promise<ImportReport> {
  const { source, format, mapping = {}, currency = 'USD', decimal, store, index } = options;
  const drafts: DraftOptions = { format, mapping, rules: { currency, ...(decimal && { decimal }) } };
  const progress = await readProgress(store, await fingerprint(source, drafts), options.now());
  const job = { ...options, drafts, tally: createTally(), resumedAt: progress.taken };
  const empty = progress.taken === 0 && (await store.count('product', {})) === 0;
  return empty ? intoEmptyShop(job, progress) : intoFilledShop(job, progress, index);
}

interface Job extends ImportOptions {
  readonly drafts: DraftOptions;
  readonly tally: Tally;
  readonly resumedAt: number;
}

/** The file is all there is to find: the index is filled while the file is read. */
async function intoEmptyShop(job: Job, start: Progress): Promise<ImportReport> {
  let progress = start;
  await job.index.rebuild(async (put) => {
    progress = await intoStore(job, start, put);
  });
  await finish(job.store, progress);
  return job.tally.report({ resumedAt: job.resumedAt, removed: 0, notRemoved: null });
}

async function intoFilledShop(job: Job, start: Progress, index: ImportOptions['index']): Promise<ImportReport> {
  const progress = await intoStore(job, start, async () => undefined);
  const notRemoved = job.replace ? whyNotRemoved(job.tally) : null;
  const removes = job.replace === true && notRemoved === null;
  const removed = removes ? await removeOthers(job, importId(progress)) : 0;
  await intoIndex(job, { id: importId(progress), index, rebuild: removed > 0 });
  await finish(job.store, progress);
  return job.tally.report({ resumedAt: job.resumedAt, removed, notRemoved });
}

type Pass = (products: readonly Product[]) => Promise<void>;

/** The next products are read while the last ones are committed and passed on. */
async function intoStore(job: Job, start: Progress, pass: Pass): Promise<Progress> {
  let progress = start;
  let committing: Promise<void> = Promise.resolve();
  const commit = async (products: readonly Product[]) => {
    const taken = progress.taken + products.length;
    const stored = await storeBatch(job, products, { ...progress, taken });
    progress = stored.progress;
    await pass(stored.products);
  };
  for await (const products of newBatches(job)) {
    await committing;
    committing = commit(products);
    // Seen by the `await` above, one batch later; until then it must not count as unhandled.
    committing.catch(() => undefined);
  }
  await committing;
  return progress;
}

/** Products of the file that the store has not got from this import yet. */
async function* newBatches(job: Job): AsyncGenerator<readonly Product[]> {
  let batch: Product[] = [];
  for await (const product of goodProducts(job)) {
    if (job.tally.products <= job.resumedAt) continue;
    batch.push(product);
    if (batch.length < productsAtOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function* goodProducts({ source, drafts, tally, onProgress }: Job): AsyncGenerator<Product> {
  const duplicates = createDuplicates();
  const tell = (bytesRead: number) =>
    onProgress?.({ bytesRead, bytes: source.size, products: tally.products, leftOut: tally.leftOutCount });
  for await (const draft of readDrafts(counted(source.open(), tell), drafts)) {
    const checked = 'reason' in draft ? draft : checkDraft(draft.draft);
    const reason = 'reason' in checked ? checked.reason : duplicates.check(checked.product);
    if (reason !== null || !('product' in checked)) {
      tally.leave({ line: draft.line, reason: reason ?? '', ...idOf(draft) });
      continue;
    }
    tally.take(checked.product.variants.length);
    yield checked.product;
  }
}

function idOf(draft: object): { readonly id?: string } {
  const named = 'draft' in draft ? (draft.draft as { readonly id?: unknown }) : (draft as { readonly id?: unknown });
  return typeof named.id === 'string' || typeof named.id === 'number' ? { id: String(named.id) } : {};
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  tell: (bytesRead: number) => void,
): AsyncGenerator<Uint8Array> {
  let bytesRead = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytesRead += chunk.length;
    tell(bytesRead);
  }
}

function whyNotRemoved(tally: Tally): string | null {
  if (tally.products === 0) return 'the file holds no product';
  return tally.allNamed ? null : 'some rows left out do not tell which product they are; mend them and import again';
}

async function removeOthers({ store, index, tally }: Job, id: string): Promise<number> {
  let removed = 0;
  for await (const gone of removeAbsent(store, { importId: id, keep: tally.leftOutIds })) {
    await index.remove(gone);
    removed += gone.length;
  }
  return removed;
}

interface Indexing {
  readonly id: string;
  readonly index: ImportOptions['index'];
  readonly rebuild: boolean;
}

/** A file that names a good part of the shop is quicker indexed anew than product by product. */
async function intoIndex({ store, tally }: Job, { id, index, rebuild }: Indexing): Promise<void> {
  if (rebuild || tally.products * 4 > (await store.count('product', {}))) return rebuildFromStore(store, index);
  for await (const products of walkProducts(store, { where: { importId: id } })) await index.put(products);
}

async function finish(store: Store, progress: Progress): Promise<void> {
  await store.commit([progressWrite(progress, true)]);
}
