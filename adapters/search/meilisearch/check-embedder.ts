import { SearchError } from '../../../src/catalog/search-error.ts';
import type { IndexParts } from './index-parts.ts';

/** A search that should go by meaning and silently does not would be found out late: throws `SEARCH_NO_EMBEDDER`. */
export async function checkEmbedder({ client, uid, hybrid }: IndexParts): Promise<void> {
  if (hybrid === null) return;
  const embedder = (await client.index(uid).getEmbedders())?.[hybrid.embedder];
  if (!embedder) throw noEmbedder(`Meilisearch's index "${uid}" has no embedder of the name that MEILI_EMBEDDER gives`);
  if (embedder.source === 'userProvided')
    throw noEmbedder(
      'The embedder that MEILI_EMBEDDER names takes vectors ready-made; one is needed that makes them of texts',
    );
}

function noEmbedder(message: string): SearchError {
  return new SearchError('SEARCH_NO_EMBEDDER', message);
}
