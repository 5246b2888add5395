import { documentFields, documentKey } from './document.ts';
import type { IndexParts } from './index-parts.ts';
import { fillWhileIndexing, type Rebuild, tellAgain } from './rebuild.ts';

const keysAtOnce = 1_000;

/**
 * Fills the live index itself and then removes what was not put into it. For an index with an embedder: another index would need a copy of
 * it, and the server does not tell its key; and every product would be made into a vector again, where here only those are that have changed.
 * When `fill` throws, what it has put is there.
 */
export async function rebuildInPlace(parts: IndexParts, { fill, journal }: Rebuild): Promise<void> {
  const kept = new Set<string>();
  await fillWhileIndexing(parts, (put) =>
    fill(async (products) => {
      for (const { id } of products) kept.add(documentKey(id));
      await put(products);
    }),
  );
  const changes = journal.drain();
  for (const id of changes.keys()) kept.add(documentKey(id));
  await removeOthers(parts, kept);
  await tellAgain(parts, changes);
  await tellAgain(parts, journal.drain());
}

async function removeOthers({ client, tasks, uid }: IndexParts, kept: ReadonlySet<string>): Promise<void> {
  const others: string[] = [];
  for (let offset = 0; ; offset += keysAtOnce) {
    const { results } = await client
      .index(uid)
      .getDocuments({ fields: [documentFields.key], offset, limit: keysAtOnce });
    others.push(...results.map((document) => String(document[documentFields.key])).filter((key) => !kept.has(key)));
    if (results.length < keysAtOnce) break;
  }
  if (others.length > 0) await tasks.done([await client.index(uid).deleteDocuments(others)]);
}
