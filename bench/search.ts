import { createEmbeddedIndex } from '../adapters/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../adapters/search/meilisearch/meilisearch-index.ts';
import { startMeilisearch } from '../scripts/services/meilisearch.ts';
import { createCatalog } from '../src/catalog/catalog.ts';
import { importCatalog } from '../src/catalog/import/import-catalog.ts';
import { fileSource } from '../src/catalog/import/source.ts';
import type { ProductIndex } from '../src/catalog/product-index.ts';
import type { Store } from '../src/storage/store.ts';
import { bareSearch } from './catalogue/bare-meilisearch.ts';
import { queries, writeProducts } from './catalogue/products.ts';
import { type Bed, openMongoBed, openSqliteBed } from './durable/stores.ts';
import { costOf, latencyOf, spreadOf } from './measure.ts';
import type { BenchSettings, Piece, Row } from './piece.ts';
import { openScratch } from './scratch.ts';
import { unlessMissing } from './servers.ts';

export const search: Piece = {
  name: 'search',
  about: 'searches through the catalogue and through the index alone, beside the same request sent bare',
  async run(settings) {
    const beds = [await openSqliteBed(), await openMongoBed()].filter((bed) => bed !== null);
    const meilisearch = await unlessMissing(startMeilisearch());
    const closing: (() => Promise<void>)[] = [];
    const count = settings.quick ? 1_000 : 10_000;
    try {
      const subjects: Subjects = {};
      if (meilisearch) {
        const bare = bareSearch(meilisearch, 'products');
        closing.push(bare.close);
        subjects[reference] = bare.search;
      }
      for (const bed of beds) {
        const { url, apiKey } = meilisearch ?? {};
        const needsServer = bed.name === 'MongoDB';
        if (needsServer && (url === undefined || apiKey === undefined)) continue;
        const index =
          needsServer && url && apiKey ? await createMeilisearchIndex({ url, apiKey }) : createEmbeddedIndex();
        const store = await filled(bed, index, count);
        closing.push(index.close, store.close);
        const named = needsServer ? 'Meilisearch' : 'embedded';
        const catalog = createCatalog({ store, index });
        subjects[`${named}: index alone`] = async (text) => (await index.search({ text })).total;
        subjects[`${named}: catalogue, products from ${bed.name}`] = async (text) =>
          (await catalog.search({ text })).total;
      }
      const rows = await measure(subjects, settings);
      const skipped = meilisearch && beds.length > 1 ? [] : ['search on MongoDB and Meilisearch: not to be had here'];
      settings.show({ title: `Search among ${count} products, one at a time`, rows });
      return skipped;
    } finally {
      for (const close of closing) await close();
      for (const bed of beds) await bed.close();
      await meilisearch?.stop();
    }
  },
};

type Subjects = Record<string, (text: string) => Promise<number>>;

const reference = 'Meilisearch: the same request, bare';

async function filled(bed: Bed, index: ProductIndex, count: number): Promise<Store> {
  const scratch = await openScratch();
  const file = scratch.fresh('.jsonl');
  await writeProducts(file, count);
  const store = await bed.openStore();
  await importCatalog({ source: await fileSource(file), format: 'jsonl', store, index, now: Date.now });
  await scratch.remove();
  return store;
}

/** In turn, block by block: what else the machine does falls on all alike, and none has to warm up after another. */
async function measure(subjects: Subjects, { quick }: BenchSettings): Promise<readonly Row[]> {
  const taken = Object.entries(subjects).map(([subject, ask]) => ({
    subject,
    ask,
    rounds: [] as number[][],
    cpuMs: 0,
  }));
  const searches = quick ? queries.length : 5 * queries.length;
  for (let round = 0; round < (quick ? 2 : 10); round += 1) {
    for (const one of taken) {
      const waited: number[] = [];
      const { cpuMs } = await costOf(async () => {
        for (let asked = 0; asked < searches; asked += 1) {
          const from = performance.now();
          await one.ask(queries[asked % queries.length] ?? '');
          waited.push(performance.now() - from);
        }
      });
      one.rounds.push(waited);
      one.cpuMs += round === 0 ? 0 : cpuMs;
    }
  }
  return rowsOf(
    taken.map(({ subject, rounds: [, ...rounds], cpuMs }) => ({
      subject,
      rounds,
      cpuMs: cpuMs / rounds.flat().length,
    })),
  );
}

interface Taken {
  readonly subject: string;
  readonly rounds: readonly (readonly number[])[];
  /** A search. */
  readonly cpuMs: number;
}

function rowsOf(taken: readonly Taken[]): readonly Row[] {
  const bare = taken.find(({ subject }) => subject === reference)?.rounds.map((waited) => latencyOf(waited).p50);
  return taken.map(({ subject, rounds, cpuMs }) => {
    const latencies = rounds.map(latencyOf);
    const { median, lowest, highest } = spreadOf(latencies.map(({ p50 }) => p50));
    const p99 = spreadOf(latencies.map((latency) => latency.p99)).median;
    const row = { subject, 'p50 ms': median, lowest, highest, 'p99 ms': p99, 'CPU ms': cpuMs };
    if (!bare || !subject.startsWith('Meilisearch')) return row;
    return { ...row, '× bare': spreadOf(latencies.map(({ p50 }, round) => p50 / (bare[round] ?? Number.NaN))).median };
  });
}
