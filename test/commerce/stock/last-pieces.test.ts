import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openMongoStore } from '../../../adapters/stores/mongodb/store.ts';
import { openSqliteStore } from '../../../adapters/stores/sqlite/store.ts';
import { rushInProcesses } from '../../../bench/last-pieces/processes.ts';
import { openRush, type Rushed } from '../../../bench/last-pieces/rush.ts';
import { fillShop, lookAfter } from '../../../bench/last-pieces/shop.ts';
import type { Store } from '../../../src/storage/store.ts';
import { describeWith } from '../../services/servers.ts';

const rush = { shoppers: 200, pieces: 20 };

async function expectTwenty(store: Store, rushed: readonly Rushed[]): Promise<void> {
  const different = (of: (one: Rushed) => readonly string[]): number => new Set(rushed.flatMap(of)).size;
  expect(rushed.flatMap(({ otherwise }) => otherwise)).toEqual([]);
  expect(rushed.flatMap(({ errors }) => errors).filter((code) => /^TURN_(BROKEN|CONTESTED)$/u.test(code))).toEqual([]);
  expect([different(({ ordered }) => ordered), different(({ soldOut }) => soldOut)]).toEqual([20, 180]);
  const sold = { orders: 20, numbers: 20, kept: 20, onHand: 20, reserved: 20, offered: 0 };
  expect(await lookAfter(store, rush)).toEqual(sold);
}

it('sells twenty pieces to twenty of two hundred who want them at once, in one process on SQLite', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-rush-'));
  const store = await openSqliteStore({ file: join(folder, 'shop.db') });
  await fillShop(store, rush);
  const shop = await openRush(store, { first: 0, count: rush.shoppers });
  const rushed = await shop.go();
  await shop.stop();
  await expectTwenty(store, [rushed]);
  // In one process nobody has to lose: that is what waiting in line is for.
  expect(rushed.conflicts).toBe(0);
  await store.close();
  await rm(folder, { recursive: true });
});

await describeWith('mongodb', 'two hundred who want twenty pieces at once, on MongoDB', ({ url }) => {
  it('twenty get one and the others are told, in four processes', { timeout: 90_000 }, async () => {
    const database = `rush-${randomUUID()}`;
    const store = await openMongoStore({ uri: url, database });
    await fillShop(store, rush);
    const loader = new URL('../../services/typescript.mjs', import.meta.url).href;
    const file = fileURLToPath(new URL('../../../bench/last-pieces/child.ts', import.meta.url));
    const shared = { nodeArguments: ['--import', loader], file, uri: url, database };
    const rushed = await rushInProcesses({ count: 4, shoppers: rush.shoppers, ...shared });
    expect(rushed).toHaveLength(4);
    await expectTwenty(store, rushed);
    await store.close();
  });
});
