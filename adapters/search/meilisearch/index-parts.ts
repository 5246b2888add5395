import type { Meilisearch } from 'meilisearch';
import type { Ranker } from '../../../src/catalog/ranking/ranker.ts';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import { documentFields } from './document.ts';
import { applySettings } from './settings.ts';
import type { TaskWatch } from './tasks.ts';

/** What the parts of this adapter share. */
export interface IndexParts {
  readonly client: Meilisearch;
  readonly tasks: TaskWatch;
  readonly settings: SearchSettings;
  readonly uid: string;
  readonly ranker: Ranker;
}

export async function ensureIndex({ client, tasks, settings, uid, ranker }: IndexParts): Promise<void> {
  const { results } = await client.getRawIndexes({ limit: 1_000 });
  if (!results.some((index) => index.uid === uid)) {
    const created = await client.createIndex(uid, { primaryKey: documentFields.key });
    // Two processes may start at once: that the other one was first is fine, and the settings tell whether it is there.
    await tasks.done([created]).catch(() => client.getRawIndex(uid));
  }
  await applySettings(client, uid, { settings, tasks, toTerms: ranker.toTerms });
}
