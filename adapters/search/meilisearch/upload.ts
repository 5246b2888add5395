import type { EnqueuedTask } from 'meilisearch';
import type { Product } from '../../../src/catalog/product.ts';
import { type DocumentParts, documentFields, documentForm, documentLine } from './document.ts';
import type { IndexParts } from './index-parts.ts';

/** The server takes bodies up to 100 MB; smaller ones let it index the first while the next is written. */
const bytesAtOnce = 4 * 1024 * 1024;
const productsAtOnce = 5_000;

/** Sends products without waiting until they are indexed; gives the tasks that index them. */
export async function upload(
  { client, uid, settings, ranker, popularity }: IndexParts,
  products: readonly Product[],
): Promise<EnqueuedTask[]> {
  const tasks: EnqueuedTask[] = [];
  if (products.length === 0) return tasks;
  const known = await popularity();
  const parts = { settings, ranker, popularity: known, form: documentForm({ settings, ranker }) };
  for (const body of bodies(products, parts)) {
    tasks.push(
      await client.index(uid).addDocumentsFromString(body, 'application/x-ndjson', { primaryKey: documentFields.key }),
    );
  }
  return tasks;
}

function* bodies(products: readonly Product[], parts: DocumentParts): Generator<string> {
  let lines: string[] = [];
  let size = 0;
  for (const product of products) {
    const line = documentLine(product, parts);
    lines.push(line);
    size += line.length;
    if (size < bytesAtOnce && lines.length < productsAtOnce) continue;
    yield lines.join('\n');
    lines = [];
    size = 0;
  }
  if (lines.length > 0) yield lines.join('\n');
}
