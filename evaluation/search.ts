import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmbeddedIndex } from '../adapters/search/embedded/embedded-index.ts';
import { createTextIndex } from '../adapters/search/embedded/text-index.ts';
import { createMeilisearchIndex } from '../adapters/search/meilisearch/meilisearch-index.ts';
import { bareSearch } from '../bench/catalogue/bare-meilisearch.ts';
import { startMeilisearch } from '../scripts/services/meilisearch.ts';
import { ServerMissing } from '../scripts/services/server-process.ts';
import type { ProductIndex } from '../src/catalog/product-index.ts';
import { rebuildFromStore, walkProducts } from '../src/catalog/product-walk.ts';
import { searchSettings } from '../src/catalog/search-settings.ts';
import type { Store } from '../src/storage/store.ts';
import type { Figure, Piece } from './piece.ts';
import { type GradedQuery, gradedQueries, meanGain } from './search/graded-queries.ts';
import { openIcecatShop } from './search/icecat-shop.ts';
import { timesOf } from './search/times.ts';
import { misspelt } from './search/typos.ts';

export const search: Piece = {
  name: 'search',
  about: 'graded queries over 19,406 products on both indexes, misspelt ones too, and the time beside the bare query',
  async run({ data, say }) {
    const folder = join(data, 'icecat_chorus');
    const embedded = createEmbeddedIndex();
    const shop = await openIcecatShop(join(folder, 'products.jsonl.gz'), embedded);
    if (shop === null) return { notHere: `there are no products in ${folder}` };
    const graded = gradedQueries(await readFile(join(folder, 'judgements_dev.csv'), 'utf8'));
    const typos = misspelt(graded, await readFile(join(data, 'typos', 'typos.csv'), 'utf8'));
    const figures = await relevance('embedded', embedded, { graded, typos });
    const server = await startMeilisearch().catch((error: unknown) => {
      if (error instanceof ServerMissing) return null;
      throw error;
    });
    if (server === null) {
      say('search: no Meilisearch to be had here, so the embedded index alone');
      await shop.close();
      return figures;
    }
    const index = await createMeilisearchIndex(server);
    const bare = bareSearch(server, 'products');
    try {
      await rebuildFromStore(shop.store, index);
      const served = await relevance('Meilisearch', index, { graded, typos });
      const timed = {
        texts: graded.map(({ text }) => text),
        embedded: { bare: await bareEmbedded(shop.store), ranked: (text: string) => embedded.search({ text }) },
        meilisearch: { bare: bare.search, ranked: (text: string) => index.search({ text }) },
      };
      return [...figures, ...served, ...(await timesOf(timed))];
    } finally {
      await bare.close();
      await index.close();
      await server.stop();
      await shop.close();
    }
  },
};

interface Queries {
  readonly graded: readonly GradedQuery[];
  /** The same queries with a slip in one word, where such a slip is known. */
  readonly typos: readonly (GradedQuery & { readonly clean: string })[];
}

async function relevance(name: string, index: ProductIndex, { graded, typos }: Queries): Promise<readonly Figure[]> {
  const gains = await meanGain(index, graded);
  const halves = [0, 1].map((half) => graded.filter((query) => query.half === half));
  const [one = Number.NaN, other = Number.NaN] = await Promise.all(halves.map((half) => meanGain(index, half)));
  const clean = await meanGain(
    index,
    typos.map((query) => ({ ...query, text: query.clean })),
  );
  const slipped = await meanGain(index, typos);
  const note = `${graded.length} queries of the dev half that have a good answer; split by hash ${one.toFixed(3)} and ${other.toFixed(3)}; 0.04 is noise`;
  return [
    { name: `${name}: nDCG@10`, value: gains, unit: 'share', aim: { atLeast: 0.72 }, note },
    {
      name: `${name}: lost by a typo in one word`,
      value: (clean - slipped) / clean,
      unit: 'share',
      aim: { atMost: 0.05 },
      note: `${typos.length} misspelt queries: ${slipped.toFixed(3)} for ${clean.toFixed(3)}`,
    },
  ];
}

/** The index's own query, and nothing else. */
async function bareEmbedded(store: Store): Promise<(text: string) => Promise<unknown>> {
  const index = createTextIndex(searchSettings);
  for await (const products of walkProducts(store)) for (const product of products) index.add(product);
  return async (text) => index.match(text).matches.slice(0, 10);
}
