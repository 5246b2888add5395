import { createEmbeddedIndex } from '../adapters/search/embedded/embedded-index.ts';
import { createMeilisearchIndex } from '../adapters/search/meilisearch/meilisearch-index.ts';
import { type MeilisearchServer, startMeilisearch } from '../scripts/services/meilisearch.ts';
import { importCatalog } from '../src/catalog/import/import-catalog.ts';
import { fileSource } from '../src/catalog/import/source.ts';
import type { ProductIndex } from '../src/catalog/product-index.ts';
import type { Store } from '../src/storage/store.ts';
import { bareImport } from './catalogue/bare-meilisearch.ts';
import { writeProducts } from './catalogue/products.ts';
import { type Bed, openMongoBed, openSqliteBed } from './durable/stores.ts';
import { type Cost, costOf, interleaved, spreadOf } from './measure.ts';
import type { BenchSettings, Piece, Row, Table } from './piece.ts';
import { openScratch } from './scratch.ts';
import { unlessMissing } from './servers.ts';

export const catalogueImport: Piece = {
  name: 'import',
  about: 'products a second from a file into the store and the index, beside the bare Meilisearch client',
  async run(settings) {
    const scratch = await openScratch();
    const sqlite = await openSqliteBed();
    const mongo = await openMongoBed();
    const meilisearch = await unlessMissing(startMeilisearch());
    try {
      for (const count of settings.quick ? [1_000] : [10_000, 100_000]) {
        const file = scratch.fresh('.jsonl');
        await writeProducts(file, count);
        settings.show(await measureCount({ file, count, sqlite, mongo, meilisearch }, settings));
      }
    } finally {
      await Promise.all([scratch.remove(), sqlite.close(), mongo?.close(), meilisearch?.stop()]);
    }
    return mongo && meilisearch ? [] : ['import into MongoDB and Meilisearch: not to be had here'];
  },
};

interface Importing {
  readonly file: string;
  readonly count: number;
  readonly sqlite: Bed;
  readonly mongo: Bed | null;
  readonly meilisearch: MeilisearchServer | null;
}

const bare = 'the bare Meilisearch client, documents ready';
const ours = 'Parley: MongoDB and Meilisearch';

async function measureCount(importing: Importing, { quick, say }: BenchSettings): Promise<Table> {
  const { file, count, sqlite, mongo, meilisearch } = importing;
  say(`import: ${count} products`);
  const embedded = () => importInto(file, { open: sqlite.openStore, index: createEmbeddedIndex() });
  const subjects: Record<string, () => Promise<Cost>> = { 'Parley: SQLite and embedded index': embedded };
  if (mongo && meilisearch) {
    let number = 0;
    const uid = (name: string): string => {
      number += 1;
      return `${name}-${count}-${number}`;
    };
    subjects[bare] = () => bareImport(meilisearch, uid('bare'), count);
    subjects[ours] = async () => {
      const { url, apiKey } = meilisearch;
      return importInto(file, {
        open: mongo.openStore,
        index: await createMeilisearchIndex({ url, apiKey, indexUid: uid('ours') }),
      });
    };
  }
  const measured = await interleaved(subjects, quick ? 1 : 3);
  return { title: `Import of ${count} products`, rows: rowsOf(measured, count) };
}

async function importInto(
  file: string,
  { open, index }: { open: () => Promise<Store>; index: ProductIndex },
): Promise<Cost> {
  const store = await open();
  const source = await fileSource(file);
  const cost = await costOf(async () => {
    const report = await importCatalog({ source, format: 'jsonl', store, index, now: Date.now });
    if (report.leftOutCount > 0) throw new Error('the import left products out');
  });
  await index.close();
  await store.close();
  return cost;
}

function rowsOf(measured: Readonly<Record<string, readonly Cost[]>>, count: number): readonly Row[] {
  const reference = measured[bare];
  return Object.entries(measured).map(([subject, costs]) => {
    const { median, lowest, highest } = spreadOf(costs.map(({ wallMs }) => (count / wallMs) * 1_000));
    const cpu = spreadOf(costs.map(({ cpuMs }) => (cpuMs / count) * 1_000)).median;
    const row = { subject, 'products/s': median, lowest, highest, 'CPU µs/product': cpu };
    if (!reference || !subject.includes('Meilisearch')) return row;
    return {
      ...row,
      '× bare': spreadOf(costs.map(({ wallMs }, round) => (reference[round]?.wallMs ?? 0) / wallMs)).median,
    };
  });
}
