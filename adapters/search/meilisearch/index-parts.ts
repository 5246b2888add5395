import type { Meilisearch } from 'meilisearch';
import type { Popularity } from '../../../src/catalog/popularity.ts';
import { createRanker, type Ranker } from '../../../src/catalog/ranking/ranker.ts';
import type { SearchSettings } from '../../../src/catalog/search-settings.ts';
import type { Synonyms } from '../../../src/catalog/synonyms.ts';
import { documentFields } from './document.ts';
import { applySettings } from './settings.ts';
import type { TaskWatch } from './tasks.ts';

/** What the parts of this adapter share. */
export interface IndexParts {
  readonly client: Meilisearch;
  readonly tasks: TaskWatch;
  readonly uid: string;
  /** Others after `useSynonyms`. */
  readonly settings: SearchSettings;
  readonly ranker: Ranker;
  readonly popularity: () => Promise<Popularity>;
  /** What makes queries into meanings, on the server; `null`: words alone count. */
  readonly hybrid: Hybrid | null;
}

/** https://www.meilisearch.com/docs/reference/api/search#hybrid-search */
export interface Hybrid {
  readonly embedder: string;
  /** 0: words alone; 1: meaning alone. */
  readonly semanticRatio: number;
}

export interface TunableParts extends IndexParts {
  /** For all that is read from here from now on. */
  tune(synonyms: Synonyms): void;
}

export function createParts({ settings, ...rest }: Omit<IndexParts, 'ranker'>): TunableParts {
  let tuned = { settings, ranker: createRanker({ settings }) };
  return {
    ...rest,
    get settings() {
      return tuned.settings;
    },
    get ranker() {
      return tuned.ranker;
    },
    tune(synonyms) {
      const now = { ...settings, synonyms };
      tuned = { settings: now, ranker: createRanker({ settings: now }) };
    },
  };
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
