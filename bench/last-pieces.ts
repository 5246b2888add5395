import { fileURLToPath } from 'node:url';
import { openMongoStore } from '../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../adapters/stores/sqlite/store.ts';
import { startMongo } from '../scripts/services/mongodb.ts';
import type { Store } from '../src/storage/store.ts';
import { rushInProcesses } from './last-pieces/processes.ts';
import { openRush, type Rushed } from './last-pieces/rush.ts';
import { fillShop, lookAfter, type Rush } from './last-pieces/shop.ts';
import { latencyOf } from './measure.ts';
import type { BenchSettings, Piece, Row } from './piece.ts';
import { openScratch } from './scratch.ts';
import { unlessMissing } from './servers.ts';

export const lastPieces: Piece = {
  name: 'last-pieces',
  about: 'conversations that order the last pieces in one moment: nothing oversold, everybody told',
  async run(settings) {
    const scratch = await openScratch();
    const mongo = await unlessMissing(startMongo());
    try {
      const rush = settings.quick ? { shoppers: 200, pieces: 20 } : { shoppers: 10_000, pieces: 100 };
      const places = [() => onSqlite(scratch.fresh('.db'), rush)];
      if (mongo) places.push(() => onMongo(mongo, rush));
      await measure(places, rush, settings);
    } finally {
      await Promise.all([scratch.remove(), mongo?.stop()]);
    }
    return mongo ? [] : ['last pieces on MongoDB: not to be had here'];
  },
};

interface Outcome {
  readonly place: string;
  readonly store: Store;
  readonly rushed: readonly Rushed[];
}

async function onSqlite(file: string, rush: Rush): Promise<Outcome> {
  const store = await openSqliteStore({ file });
  await fillShop(store, rush);
  const shop = await openRush(store, { first: 0, count: rush.shoppers });
  const rushed = await shop.go();
  await shop.stop();
  return { place: 'SQLite, 1 process', store, rushed: [rushed] };
}

const processes = 4;
let databases = 0;

async function onMongo({ url: uri }: { readonly url: string }, rush: Rush): Promise<Outcome> {
  databases += 1;
  const database = `rush${databases}`;
  const store = await openMongoStore({ uri, database });
  await fillShop(store, rush);
  const file = fileURLToPath(new URL('./last-pieces/child.js', import.meta.url));
  const shared = { nodeArguments: [], file, uri, database, shoppers: rush.shoppers };
  return {
    place: `MongoDB, ${processes} processes`,
    store,
    rushed: await rushInProcesses({ count: processes, ...shared }),
  };
}

async function measure(
  places: readonly (() => Promise<Outcome>)[],
  rush: Rush,
  { quick, say, show }: BenchSettings,
): Promise<void> {
  const rows: Row[] = [];
  for (let round = 1; round <= (quick ? 1 : 3); round += 1) {
    for (const open of places) {
      const outcome = await open();
      rows.push({ round, ...(await rowOf(outcome, rush)) });
      await outcome.store.close();
      say(`last-pieces: ${outcome.place}, round ${round}`);
    }
  }
  show({ title: `${rush.shoppers} checkouts at once for ${rush.pieces} last pieces`, rows });
}

/** Throws when anything was sold that was not there, or anybody was told anything but an order's number or that it is gone. */
async function rowOf({ place, store, rushed }: Outcome, rush: Rush): Promise<Row> {
  const sum = (of: (one: Rushed) => number): number => rushed.reduce((total, one) => total + of(one), 0);
  const after = await lookAfter(store, rush);
  const orders = new Set(rushed.flatMap(({ ordered }) => ordered)).size;
  const soldOut = new Set(rushed.flatMap((one) => one.soldOut)).size;
  const wrong = rushed.flatMap(({ otherwise }) => otherwise);
  const { pieces, shoppers } = rush;
  const agrees = [orders, after.orders, after.numbers, after.kept, after.onHand, after.reserved].every(
    (n) => n === pieces,
  );
  if (!agrees || after.offered !== 0 || soldOut !== shoppers - pieces || wrong.length > 0)
    throw new Error(
      `the last pieces do not add up: ${JSON.stringify({ ...after, soldOut, told: orders, wrong: wrong.slice(0, 5) })}`,
    );
  const waited = latencyOf(rushed.flatMap(({ waitedMs }) => waitedMs));
  return {
    where: place,
    orders,
    'told it is gone': soldOut,
    'left reserved': after.reserved - after.kept,
    'all answered s': Math.max(...rushed.map(({ wallMs }) => wallMs)) / 1_000,
    'p50 s': waited.p50 / 1_000,
    'p99 s': waited.p99 / 1_000,
    'orders tried again': sum(({ conflicts }) => conflicts),
    'store errors': sum(({ errors }) => errors.length),
  };
}
