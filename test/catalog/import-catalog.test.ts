import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { type ImportOptions, importCatalog } from '../../src/catalog/import/import-catalog.ts';
import type { ImportSource } from '../../src/catalog/import/source.ts';
import type { Product } from '../../src/catalog/product.ts';
import type { ProductIndex } from '../../src/catalog/product-index.ts';
import type { Store } from '../../src/storage/store.ts';

let folder: string;
let store: Store;
let index: ProductIndex;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-import-'));
  store = await openSqliteStore({ file: join(folder, 'shop.db') });
  index = createEmbeddedIndex();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

function textSource(content: string | Buffer, chunkSize = 64 * 1024): ImportSource {
  const bytes = Buffer.from(content);
  async function* open() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  return { name: 'test', size: bytes.length, open };
}

function run(content: string | ImportSource, options: Partial<ImportOptions> = {}) {
  const source = typeof content === 'string' ? textSource(content) : content;
  return importCatalog({ source, format: 'jsonl', store, index, now: () => 1, ...options });
}

async function stored(): Promise<readonly Product[]> {
  return createCatalog({ store, index }).products((await store.find('product', { limit: 10_000 })).map(({ id }) => id));
}

const jsonl = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const simple = (n: number, price: unknown = n) => ({ id: `p${n}`, name: `Widget ${n}`, price });
const many = (count: number, price?: number) =>
  jsonl(...Array.from({ length: count }, (_, i) => simple(i, price ?? i)));

describe('an import of JSON Lines', () => {
  it('takes our own shape whole', async () => {
    const product = {
      id: 'coat',
      title: 'Coat',
      description: 'Warm',
      brand: 'Nordik',
      category: ['apparel', 'jacket'],
      attributes: { colour: 'blue' },
      images: ['/a.png'],
      tags: ['new'],
      variants: [
        {
          sku: 'c-s',
          options: { size: 'S' },
          price: { amount: 100, currency: 'USD' },
          was: { amount: 200, currency: 'USD' },
          stock: 1,
        },
        { sku: 'c-m', options: { size: 'M' }, price: { amount: 100, currency: 'USD' }, stock: null },
      ],
    };
    expect(await run(jsonl(product))).toMatchObject({ products: 1, variants: 2, leftOut: [] });
    expect(await stored()).toEqual([product]);
  });

  it('reads other shapes by the names of their fields', async () => {
    await run(
      jsonl({ id: 7, name: 'Mug', category: 'kitchen', style: 'cups', current_stock: 3, price: 4.5, gender: 'F' }),
      {
        mapping: { category: ['category', 'style'], 'attributes.for': 'gender' },
      },
    );
    expect(await stored()).toMatchObject([
      {
        id: '7',
        title: 'Mug',
        category: ['kitchen', 'cups'],
        attributes: { for: 'F' },
        variants: [{ sku: '7', price: { amount: 450, currency: 'USD' }, stock: 3 }],
      },
    ]);
  });

  it('lists bad rows with their line and reason, and takes the good ones', async () => {
    const file = [
      jsonl(simple(1)),
      jsonl({ id: 'a', name: 'No price' }),
      jsonl({ id: 'b', name: 'Below zero', price: -1 }),
      jsonl({ id: 'c', price: 5 }),
      '{"broken\n',
      jsonl(simple(1)),
      jsonl({ id: 'd', name: 'Same article', sku: 'p1', price: 5 }),
      jsonl({ id: 'e', name: 'x'.repeat(100_000), price: 5 }),
      jsonl({ id: 'f', name: 'Odd', price: 5, stock: 'lots' }),
      jsonl({ id: 'g', name: 'bin\u0000ary', price: 5 }),
      jsonl({ id: 'h', title: 'Own shape', variants: [{ sku: 'h1', price: { amount: 1.5, currency: 'USD' } }] }),
      jsonl({ id: 'i', title: 'Own shape', variants: [] }),
      jsonl(simple(2)),
    ].join('');
    const report = await run(file);
    expect(report.leftOut).toEqual([
      { line: 2, reason: 'price is missing' },
      { line: 3, reason: 'price is negative' },
      { line: 4, reason: 'title is missing' },
      { line: 5, reason: 'the line is not readable JSON' },
      { line: 6, reason: 'id "p1" was there before' },
      { line: 7, reason: 'SKU "p1" belongs to a product above' },
      { line: 8, reason: 'title has 100000 characters; at most 500 are allowed' },
      { line: 9, reason: 'stock "lots" is not a whole number' },
      { line: 10, reason: 'title holds binary data or is not UTF-8' },
      { line: 11, reason: 'price is not a whole number of minor units (cents)' },
      { line: 12, reason: 'variants are missing: there must be one with a price' },
    ]);
    expect((await stored()).map((product) => product.id)).toEqual(['p1', 'p2']);
  });

  it('takes nothing from a binary file and says so for its lines', async () => {
    const noise = Buffer.from(Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 256));
    const report = await run({ ...textSource(noise) });
    expect(report.products).toBe(0);
    expect(report.leftOutCount).toBeGreaterThan(0);
  });

  it('keeps a thousand reasons and counts the rest', async () => {
    const report = await run('nonsense\n'.repeat(3_000));
    expect(report.leftOut).toHaveLength(1_000);
    expect(report.leftOutCount).toBe(3_000);
  });
});

describe('an import of CSV', () => {
  it('finds usual columns by itself and others by the mapping', async () => {
    const csv = 'SKU,Name,Preis,Farbe,Stock\nA1,Hat,"12,99 €",rot,4\nA2,Cap,abc,blau,1\n';
    const report = await run(csv, {
      format: 'csv',
      currency: 'EUR',
      mapping: { price: 'Preis', 'options.colour': 'Farbe' },
    });
    expect(report.leftOut).toEqual([{ line: 3, reason: 'price "abc" is not a price' }]);
    expect(await stored()).toMatchObject([
      {
        id: 'A1',
        title: 'Hat',
        variants: [{ sku: 'A1', options: { colour: 'rot' }, price: { amount: 1_299, currency: 'EUR' }, stock: 4 }],
      },
    ]);
  });

  it('is refused when no column holds the price, or a mapped column is not there', async () => {
    await expect(run('Name,Cost\nHat,5\n', { format: 'csv' })).rejects.toThrow(
      'no column for price: name it, as in --map price=Column; the columns are Name, Cost',
    );
    await expect(run('Name,Cost\nHat,5\n', { format: 'csv', mapping: { price: 'Kosten' } })).rejects.toThrow(
      'there is no column "Kosten"',
    );
  });

  it('tells rows that are not UTF-8', async () => {
    const latin1 = Buffer.concat([Buffer.from('name,price\nCaf'), Buffer.from([0xe9]), Buffer.from(',5\nTea,4\n')]);
    const report = await run(textSource(latin1), { format: 'csv' });
    expect(report.leftOut).toEqual([{ line: 2, reason: 'title holds binary data or is not UTF-8' }]);
    expect(report.products).toBe(1);
  });
});

const shopifyHeader =
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Status';
const shopify = [
  shopifyHeader,
  'coat,Winter Coat,"<p>Warm,\nsoft</p>",Nordik,Apparel & Accessories > Clothing,Coat,"new, winter",true,Size,S,Colour,Blue,C-S,shopify,3,deny,120.00,150.00,https://x/1.png,active',
  'coat,,,,,,,,,M,,Blue,C-M,shopify,-2,deny,120.00,,https://x/2.png,',
  'coat,,,,,,,,,,,,,,,,,,https://x/3.png,',
  'mug,Mug,,Potter,,,,true,Title,Default Title,,,,,,continue,7.5,,,active',
  'hat,Hat,,,,,,true,Size,S,,,H-S,shopify,1,deny,10,,,active',
  'hat,,,,,,,,,M,,,H-M,shopify,1,deny,,,,',
  'old,Old,,,,,,true,,,,,,,,,5,,,archived',
  'sock,Sock,,,,,,true,,,,,S,shopify,9,continue,3,,,active',
].join('\n');

describe("an import of Shopify's export", () => {
  it.each([1_000_000, 61, 600])(
    'makes one product of the rows of one handle, read in chunks of %i bytes',
    async (size) => {
      const header = Buffer.from(`${shopifyHeader}\n`).length;
      const report = await run(textSource(shopify, Math.max(size, header)), { format: 'shopify' });
      expect(report).toMatchObject({
        products: 3,
        variants: 4,
        leftOut: [
          { line: 8, reason: 'Variant Price is missing' },
          { line: 9, reason: 'the product is archived' },
        ],
      });
      const [coat, mug, sock] = await stored();
      expect(coat).toEqual({
        id: 'coat',
        title: 'Winter Coat',
        description: 'Warm, soft',
        brand: 'Nordik',
        category: ['Apparel & Accessories', 'Clothing', 'Coat'],
        attributes: {},
        images: ['https://x/1.png', 'https://x/2.png', 'https://x/3.png'],
        tags: ['new', 'winter'],
        variants: [
          {
            sku: 'C-S',
            options: { Size: 'S', Colour: 'Blue' },
            price: { amount: 12_000, currency: 'USD' },
            was: { amount: 15_000, currency: 'USD' },
            stock: 3,
          },
          { sku: 'C-M', options: { Size: 'M', Colour: 'Blue' }, price: { amount: 12_000, currency: 'USD' }, stock: 0 },
        ],
      });
      expect(mug?.variants).toEqual([
        { sku: 'mug', options: {}, price: { amount: 750, currency: 'USD' }, stock: null },
      ]);
      expect(sock?.variants[0].stock).toBeNull();
    },
  );

  it('takes nothing of a product that has a row nobody can read', async () => {
    const [header, ...rows] = shopify.split('\n');
    const report = await run([header, ...rows.slice(0, 3), 'coat,torn', ...rows.slice(5)].join('\n'), {
      format: 'shopify',
    });
    expect(report.leftOut[0]).toEqual({ line: 5, reason: 'the row has 2 columns, the header has 20' });
    expect((await stored()).map((product) => product.id)).toEqual(['sock']);
  });

  it('is refused when the file is another kind of CSV', async () => {
    await expect(run('name,price\nHat,5\n', { format: 'shopify' })).rejects.toThrow(
      'this is no product export of Shopify',
    );
  });
});

/** Breaks at the nth commit, before or after it has happened, as a crash would. */
function breaking(real: Store, nth: number, when: 'before' | 'after'): Store {
  let commits = 0;
  return {
    ...real,
    async commit(writes) {
      commits += 1;
      if (commits > nth) throw new Error('the machine is gone');
      if (commits === nth && when === 'before') throw new Error('the machine is gone');
      const done = await real.commit(writes);
      if (commits === nth) throw new Error('the machine is gone');
      return done;
    },
  };
}

describe('an import broken off', () => {
  it.each([1, 2, 4, 5].flatMap((nth) => (['before', 'after'] as const).map((when) => [nth, when] as const)))(
    'at commit %i, %s it, goes on where it was',
    async (nth, when) => {
      const file = many(2_200);
      await expect(run(file, { store: breaking(store, nth, when) })).rejects.toThrow('the machine is gone');
      const there = await store.count('product', {});
      const report = await run(file);
      expect(report).toMatchObject({ products: 2_200, resumedAt: there, leftOutCount: 0 });
      const documents = await store.find('product', { limit: 10_000 });
      expect(documents).toHaveLength(2_200);
      expect(documents.every((document) => document.revision === 1)).toBe(true);
      expect((await index.search({ text: 'widget' })).total).toBe(2_200);
    },
  );

  it('in its source leaves whole batches, and the old index in place', async () => {
    await run(jsonl({ id: 'old', name: 'Old thing', price: 1 }));
    const source: ImportSource = {
      ...textSource(many(1_200)),
      async *open() {
        yield Buffer.from(many(1_200));
        throw new Error('the disk is gone');
      },
    };
    await expect(run(source)).rejects.toThrow('the disk is gone');
    expect((await index.search({ text: 'widget' })).total).toBe(0);
    expect((await store.count('product', {})) % 500).toBe(1);
  });
});

describe('a second import', () => {
  it('of the same file updates what has changed meanwhile', async () => {
    await run(many(10));
    const [document] = await store.getMany('product', ['p3']);
    await store.commit([{ kind: 'product', id: 'p3', revision: document?.revision ?? 0, body: null }]);
    expect(await run(many(10))).toMatchObject({ products: 10, resumedAt: 0 });
    expect(await store.count('product', {})).toBe(10);
  });

  it('of a new file changes prices in the store and in the index, and leaves the rest', async () => {
    await run(many(2_000));
    await run(jsonl(simple(5, 777.77)));
    expect(await store.count('product', {})).toBe(2_000);
    expect((await createCatalog({ store, index }).product('p5'))?.variants[0].price.amount).toBe(77_777);
    expect((await index.search({ text: '', filter: { priceFrom: 77_777, priceTo: 77_777 } })).ids).toContain('p5');
  });

  it('removes what a complete file does not name, when asked', async () => {
    await run(many(1_700));
    const report = await run(jsonl(simple(3), simple(4), { id: 'p5', name: 'Price torn off' }), { replace: true });
    expect(report).toMatchObject({ products: 2, removed: 1_697, notRemoved: null });
    expect((await stored()).map((product) => product.id)).toEqual(['p3', 'p4', 'p5']);
    expect((await index.search({ text: '' })).total).toBe(3);
  });

  it('removes nothing when a row does not tell which product it is', async () => {
    await run(many(5));
    const report = await run(`${jsonl(simple(3))}{"torn\n`, { replace: true });
    expect(report).toMatchObject({ removed: 0, notRemoved: expect.stringContaining('rows left out') });
    expect(await store.count('product', {})).toBe(5);
  });

  it('removes nothing for an empty file', async () => {
    await run(many(5));
    expect(await run('', { replace: true })).toMatchObject({ removed: 0, notRemoved: 'the file holds no product' });
    expect(await store.count('product', {})).toBe(5);
  });
});

describe('a long file', () => {
  it('is read as quickly as it is written, and no quicker', async () => {
    let produced = 0;
    let committed = 0;
    let furthest = 0;
    const rows = 20_000;
    const source: ImportSource = {
      name: 'generated',
      size: null,
      async *open() {
        // The first opening reads the head, to tell the file from others.
        furthest = 0;
        for (produced = 0; produced < rows; produced += 100) {
          furthest = Math.max(furthest, produced - committed);
          yield Buffer.from(jsonl(...Array.from({ length: 100 }, (_, i) => simple(produced + i))));
        }
      },
    };
    const slow: Store = {
      ...store,
      async commit(writes) {
        const done = await store.commit(writes);
        committed += writes.length - 1;
        return done;
      },
    };
    expect(await run(source, { store: slow })).toMatchObject({ products: rows });
    expect(furthest).toBeLessThan(3_000);
  });
});

describe('the catalogue', () => {
  it('shows price and stock as the store has them, not the index', async () => {
    await run(many(3));
    const [document] = await store.getMany('product', ['p2']);
    if (document === undefined) throw new Error('p2 was imported');
    const body = { ...document.body, title: 'Renamed' };
    await store.commit([{ kind: 'product', id: 'p2', revision: document.revision, body }]);
    const { products } = await createCatalog({ store, index }).search({ text: 'widget 2' });
    expect(products[0]?.title).toBe('Renamed');
  });

  it('leaves out what the index still knows and the store has not', async () => {
    await run(many(3));
    const documents = await store.getMany('product', ['p1']);
    await store.commit(documents.map(({ id, revision }) => ({ kind: 'product', id, revision, body: null })));
    const { products } = await createCatalog({ store, index }).search({ text: 'widget' });
    expect(products.map((product) => product.id).sort()).toEqual(['p0', 'p2']);
    expect(await createCatalog({ store, index }).product('p1')).toBeNull();
  });
});
