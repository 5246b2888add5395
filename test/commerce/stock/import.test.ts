import { expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { importCatalog } from '../../../src/catalog/import/import-catalog.ts';
import type { ImportSource } from '../../../src/catalog/import/source.ts';
import { countStock } from '../../../src/commerce/stock/count-stock.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { keepWish } from '../../../src/commerce/stock/wishes.ts';
import type { Store } from '../../../src/storage/store.ts';
import { type Counts, openStockRoom, productWith, type StockRoom } from './stock-room.ts';

function textSource(content: string): ImportSource {
  const bytes = Buffer.from(content);
  async function* open() {
    yield bytes;
  }
  return { name: 'test', size: bytes.length, open };
}

let imports = 0;

/** A file with these counts; each is another file. */
async function bringFile(room: StockRoom, counts: Counts, store: Store = room.store) {
  imports += 1;
  const text = JSON.stringify({ ...productWith('coat', counts), description: `File ${imports}` });
  const index = createEmbeddedIndex();
  const stock = { places: ['main', 'shop'], low_at: null };
  await importCatalog({ source: textSource(text), format: 'jsonl', store, index, now: () => room.now, stock });
  return index;
}

const want = (sku: string, quantity: number) => [{ sku, product: 'coat', quantity }];

it('takes what a file counts for what lies at the first place; what is promised stays so', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: 5 } });
  await room.trade((trade) => reserve(trade, want('S', 3)));
  await room.trade((trade) => countStock(trade, { sku: 'S', product: 'coat', place: 'shop', onHand: 1 }));
  await bringFile(room, { S: 10, M: 7 });
  expect(Object.fromEntries((await room.shelf('S'))?.levels ?? [])).toEqual({
    main: { onHand: 10, reserved: 3 },
    shop: { onHand: 1, reserved: 0 },
  });
  expect([await room.shown('coat', 'S'), await room.shown('coat', 'M')]).toEqual([8, 7]);
  expect(await room.shelf('M')).toBeNull();
});

it('sells nothing more when a file counts fewer than are promised', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  await room.trade((trade) => reserve(trade, want('S', 3)));
  const index = await bringFile(room, { S: 2 });
  expect(await room.shown('coat', 'S')).toBe(0);
  expect((await index.search({ text: '', filter: { inStock: true } })).total).toBe(0);
});

it('lets a file that counts nothing change nothing of what is counted', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: 5 } });
  await room.trade((trade) => reserve(trade, want('S', 3)));
  await bringFile(room, { S: null, M: null });
  expect([await room.shown('coat', 'S'), await room.shown('coat', 'M')]).toEqual([2, null]);
});

it('tells who waits for it, whether anything of it was ever reserved or not', async () => {
  const room = await openStockRoom({ coat: { S: 1, M: 0, L: 0 } });
  await room.trade((trade) => reserve(trade, want('S', 1)));
  for (const sku of ['S', 'M']) {
    await room.trade((trade) => keepWish(trade, { sku, product: 'coat', conversation: 'ann' }));
  }
  await bringFile(room, { S: 2, M: 1, L: 1 });
  const news = [...room.data.values()].filter(({ id }) => id.startsWith('news:'));
  expect(news.map(({ body }) => body['data'])).toMatchObject([{ slots: { sku: 'M' } }, { slots: { sku: 'S' } }]);
  expect([...room.data.keys()].filter((key) => key.startsWith('wish/'))).toEqual([]);
});

it('reads no more for a catalogue of which nothing is reserved than its products and one look at the stock', async () => {
  const room = await openStockRoom({ coat: { S: 5, M: 5 } });
  const read: string[] = [];
  const watched: Store = {
    ...room.store,
    getMany: (kind, ids) => {
      read.push(kind);
      return room.store.getMany(kind, ids);
    },
    find: (kind, query) => {
      if (kind !== 'product') read.push(`find ${kind}`);
      return room.store.find(kind, query);
    },
  };
  await bringFile(room, { S: 6, M: 0 }, watched);
  expect(read).toEqual(['product', 'stock']);
});

it('does not undo what is reserved while it reads', async () => {
  const room = await openStockRoom({ coat: { S: 5 } });
  let isFirst = true;
  const interrupted: Store = {
    ...room.store,
    commit: async (writes) => {
      if (isFirst && writes.some(({ kind }) => kind === 'product')) {
        isFirst = false;
        await room.trade((trade) => reserve(trade, want('S', 2)));
      }
      return room.store.commit(writes);
    },
  };
  await bringFile(room, { S: 5 }, interrupted);
  expect(isFirst).toBe(false);
  expect(await room.shown('coat', 'S')).toBe(3);
});
