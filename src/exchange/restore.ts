import type { JsonObject } from '../storage/json.ts';
import type { Kind } from '../storage/kinds.ts';
import type { Store, Write } from '../storage/store.ts';
import { type BadLine, type CheckedFile, checkFile, exchangeLines } from './check-file.ts';

export interface RestoreOptions {
  readonly store: Store;
  /** Opened twice: to be checked, and to be written. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** What exists is overwritten; kept when absent. */
  readonly replace?: boolean;
  /** Goes on without the lines that cannot be read. */
  readonly leaveOut?: boolean;
  readonly onProgress?: (progress: { readonly documents: number; readonly of: number }) => void;
}

export interface RestoreReport {
  readonly written: number;
  /** There already, and left as they are. */
  readonly kept: number;
  readonly bad: readonly BadLine[];
  readonly badCount: number;
  /** Something is wrong with the file, and nothing has been written. */
  readonly refused: boolean;
  readonly products: boolean;
}

interface Document {
  readonly kind: Kind;
  readonly id: string;
  readonly body: JsonObject | null;
}

const documentsAtOnce = 200;
/** Beyond it a batch goes ahead with what it has. */
const charactersAtOnce = 2_000_000;

/**
 * Brings the documents of an exchange file into a store. A file with a line that cannot be read changes nothing, unless asked to. Broken
 * off, it is simply done again. Throws `StoreError` when the store fails; what was written by then stays.
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const checked = await checkFile(options.open());
  const { bad, badCount } = checked;
  if (badCount > 0 && !options.leaveOut) return { written: 0, kept: 0, bad, badCount, refused: true, products: false };
  const tally = { written: 0, kept: 0, products: false };
  for await (const batch of batches(options.open(), checked)) {
    const written = await put(options, batch);
    tally.written += written.length;
    tally.kept += batch.length - written.length;
    tally.products ||= written.some(({ kind }) => kind === 'product');
    options.onProgress?.({ documents: tally.written + tally.kept, of: checked.documents });
  }
  return { ...tally, bad, badCount, refused: false };
}

async function* batches(
  chunks: AsyncIterable<Uint8Array>,
  { again }: CheckedFile,
): AsyncGenerator<readonly Document[]> {
  let batch = new Map<string, Document>();
  let characters = 0;
  for await (const { line, read } of exchangeLines(chunks)) {
    if (read.is !== 'document') continue;
    const key = `${read.kind}/${read.id}`;
    if (line < (again.get(key) ?? 0) || read.body === null || batch.has(key)) continue;
    batch.set(key, read);
    characters += JSON.stringify(read.body).length;
    if (batch.size < documentsAtOnce && characters < charactersAtOnce) continue;
    yield [...batch.values()];
    batch = new Map();
    characters = 0;
  }
  if (batch.size > 0) yield [...batch.values()];
}

/** What was written of these; again when somebody else writes at the same moment. */
async function put(
  { store, replace = false }: RestoreOptions,
  batch: readonly Document[],
): Promise<readonly Document[]> {
  for (;;) {
    const revisions = await revisionsOf(store, batch);
    const wanted = replace ? batch : batch.filter(({ kind, id }) => !revisions.has(`${kind}/${id}`));
    const writes = wanted.map(({ kind, id, body }): Write => {
      return { kind, id, revision: revisions.get(`${kind}/${id}`) ?? 0, body };
    });
    if ((await store.commit(writes)) === 'committed') return wanted;
  }
}

async function revisionsOf(store: Store, batch: readonly Document[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const kind of new Set(batch.map((document) => document.kind))) {
    const ids = batch.filter((document) => document.kind === kind).map(({ id }) => id);
    for (const { id, revision } of await store.getMany(kind, ids)) found.set(`${kind}/${id}`, revision);
  }
  return found;
}
