import { randomUUID } from 'node:crypto';
import type { EnqueuedTask } from 'meilisearch';
import type { Product } from '../../../src/catalog/product.ts';
import type { ProductIndex } from '../../../src/catalog/product-index.ts';
import type { RebuildJournal } from '../../../src/catalog/rebuild-journal.ts';
import { documentKey } from './document.ts';
import { ensureIndex, type IndexParts } from './index-parts.ts';
import { upload } from './upload.ts';

export interface Rebuild {
  readonly fill: (put: ProductIndex['put']) => Promise<void>;
  readonly journal: RebuildJournal;
}

/** A rebuild that was broken off leaves its index; after a day nobody is filling it any more. */
const abandonedAfterMs = 24 * 60 * 60 * 1000;

/** Fills an index of another name and swaps the two; the server swaps them at one moment for every search. */
export async function rebuildBeside(parts: IndexParts, { fill, journal }: Rebuild): Promise<void> {
  const { client, tasks, uid } = parts;
  const fresh: IndexParts = { ...parts, uid: `${uid}-rebuild-${randomUUID()}` };
  await removeAbandoned(parts);
  try {
    await ensureIndex(fresh);
    await fillWhileIndexing(fresh, fill);
    await tellAgain(fresh, journal.drain());
    await tasks.done([await client.swapIndexes([{ indexes: [uid, fresh.uid], rename: false }])]);
    await tellAgain(parts, journal.drain());
    // Synonyms may have changed while it was filled.
    await ensureIndex(parts);
  } finally {
    // After the swap this name holds the old products. The server does it when it has time; nobody waits for it.
    await client.deleteIndex(fresh.uid).catch(() => undefined);
  }
}

/** The next products are read and sent while the server indexes the last ones. */
export async function fillWhileIndexing(fresh: IndexParts, fill: Rebuild['fill']): Promise<void> {
  const sent: EnqueuedTask[] = [];
  await fill(async (products) => {
    sent.push(...(await upload(fresh, products)));
  });
  await fresh.tasks.done(sent);
}

export async function tellAgain(parts: IndexParts, changes: ReadonlyMap<string, Product | null>): Promise<void> {
  const { client, tasks, uid } = parts;
  const products = [...changes.values()].filter((product) => product !== null);
  const gone = [...changes].filter(([, product]) => product === null).map(([id]) => documentKey(id));
  const sent = await upload(parts, products);
  if (gone.length > 0) sent.push(await client.index(uid).deleteDocuments(gone));
  await tasks.done(sent);
}

async function removeAbandoned({ client, uid }: IndexParts): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  const old = results.filter(
    (index) => index.uid.startsWith(`${uid}-rebuild-`) && age(index.createdAt) > abandonedAfterMs,
  );
  for (const index of old) await client.deleteIndex(index.uid);
}

function age(createdAt: string | Date): number {
  return Date.now() - new Date(createdAt).getTime();
}
