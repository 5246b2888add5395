import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { movedNow, type PricesDeps, priceLog, wouldMove } from '../../src/cli/prices-commands.ts';
import { noCompetitors } from '../../src/commerce/dynamic-pricing/competitor-prices.ts';
import { moveDuePrices } from '../../src/commerce/dynamic-pricing/reprice.ts';
import { readCompetitorFile } from '../../src/config/competitor-file.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import type { Store } from '../../src/storage/store.ts';
import { aProduct } from '../catalog/shelf.ts';
import { facts, noon, rulesFrom } from '../commerce/dynamic-pricing/pricing-shop.ts';

const scarce = { name: 'Scarce', when: { stock: { below: 5 } }, change: '+5%' };
const dynamic: JsonObject = { rules: [scarce, { name: 'Match', change: 'competitor' }] };

describe('parley prices', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-prices-'));
    store = await openSqliteStore({ file: join(folder, 'shop.db') });
    const products = [aProduct('mug', { price: 10_000, stock: 3 }), aProduct('bowl', { price: 500 })];
    await store.commit(
      products.map((one) => ({ kind: 'product', id: one.id, revision: 0, body: productBody(one, null) })),
    );
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  });

  const deps = (written: JsonObject): PricesDeps => {
    const rules = rulesFrom({ dynamic: written });
    return { store, shop: facts, rules, competitors: noCompetitors, coloured: false, now: () => noon };
  };

  it('tells what the rules would move, also before they are turned on, and what it could not read', async () => {
    await writeFile(join(folder, 'competitor_prices.csv'), 'sku;price\nbowl-0;4,90\n\nlamp-0;dear\n');
    const competitors = await readCompetitorFile(folder, 'USD');
    const table = await wouldMove({ ...deps({ ...dynamic, on: false }), competitors });
    expect(table).toMatch(/bowl-0 +Thing bowl +\$5\.00 → \$4\.90 +−2\.0% +Match: as the competitor/);
    expect(table).toMatch(
      /mug-0 +Thing mug +\$100\.00 → \$105\.00 +\+5\.0% +Scarce: 3 in stock, below 5: \+5% on \$100\.00/,
    );
    expect(table).toMatch(/competitor_prices\.csv, line 4: .*dear.*not a price/);
    expect(table).toContain('Prices do not move yet');
    expect(await movedNow(deps({ on: false }))).toContain('Prices stay as they are');
    expect(await priceLog(deps({}), null)).toBe('No price has moved yet.\n');
    expect(await store.count('price', {})).toBe(0);
  });

  it('knows no competitor where there is no file', async () => {
    expect(await readCompetitorFile(join(folder, 'nowhere'), 'USD')).toEqual(noCompetitors);
  });

  it('tells what has moved, since when and why', async () => {
    const own = deps({ ...dynamic, on: true });
    const clock = { now: () => noon };
    await moveDuePrices({ ...own, clock, rules: () => own.rules, competitors: async () => noCompetitors });
    const line =
      /^mug-0 +Thing mug +\$100\.00 → \$105\.00 +\+5\.0% +2026-11-22 12:00 +Scarce: 3 in stock, below 5: \+5%/m;
    expect(await movedNow(own)).toMatch(line);
    expect(await priceLog(own, null)).toMatch(line);
    expect(await priceLog(own, 'mug-0')).toMatch(line);
    expect(await priceLog(own, 'bowl-0')).toBe('No price of "bowl-0" has moved yet.\n');
    expect(await wouldMove(own)).toBe('Nothing would move now.\n');
  });
});
