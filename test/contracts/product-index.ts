import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Product } from '../../src/catalog/product.ts';
import type { ProductFilter, ProductIndex, ProductQuery } from '../../src/catalog/product-index.ts';
import { aProduct, usd } from '../catalog/shelf.ts';

const sized = (sku: string, size: string, amount: number, stock: number | null) => ({
  sku,
  options: { size },
  price: usd(amount),
  stock,
});

const shelf: readonly Product[] = [
  aProduct('parka', {
    title: 'Arctic Winter Parka',
    description: 'A warm coat with a hood for the coldest days.',
    brand: 'Nordik',
    category: ['apparel', 'jacket'],
    tags: ['new', 'winter'],
    attributes: { colour: 'Blue', lining: 'Down' },
    variants: [sized('P-S', 'S', 18_000, 0), sized('P-M', 'M', 19_000, 3)],
  }),
  aProduct('raincoat', {
    title: 'Light Rain Jacket',
    description: 'Keeps the rain off in spring.',
    brand: 'Nordik',
    category: ['apparel', 'jacket'],
    attributes: { colour: 'Yellow' },
    variants: [sized('R-M', 'M', 6_000, 0)],
  }),
  aProduct('mug', {
    title: 'Snowman Mug',
    description: 'A warm winter drink in a merry mug.',
    brand: 'Potter',
    category: ['housewares', 'kitchen'],
    tags: ['winter'],
    price: 1_250,
  }),
  aProduct('headphones', {
    title: 'Studio Headphones',
    description: 'Over-ear, wired.',
    brand: 'Sonic',
    category: ['electronics', 'headphones'],
    attributes: { colour: 'blue' },
    price: 9_900,
    stock: null,
  }),
  aProduct('boots', {
    title: 'Leather Boots',
    description: 'Sturdy footwear.',
    brand: null,
    category: ['footwear', 'boot'],
    price: 12_000,
    variants: [sized('B-40', '40', 5_000, 1), sized('B-41', '41', 15_000, 1)],
  }),
];

/** Everything a ProductIndex promises. `open` gives an empty index of its own each time. */
export function productIndexContract(name: string, open: () => Promise<ProductIndex>): void {
  describe(`${name} as a product index`, () => {
    describe('with a small shop', () => smallShop(open));
    describe('with many products', () => manyProducts(open));
    describe('while it changes', () => changes(open));
    describe('with hostile values', () => hostile(open));
  });
}

function smallShop(open: () => Promise<ProductIndex>): void {
  let index: ProductIndex;
  const ids = async (query: Partial<ProductQuery>) => (await index.search({ text: '', ...query })).ids;
  const filtered = async (filter: ProductFilter) => [...(await ids({ filter }))].sort();

  beforeAll(async () => {
    index = await open();
    await index.put(shelf);
  });
  afterAll(() => index.close());

  it('lists everything for an empty text', async () => {
    expect((await index.search({ text: '' })).total).toBe(5);
    expect((await index.search({ text: '  \n ' })).total).toBe(5);
  });

  it.each<[string, ProductFilter, string[]]>([
    ['a price from', { priceFrom: 12_000 }, ['boots', 'parka']],
    ['a price to', { priceTo: 5_000 }, ['boots', 'mug']],
    ['both prices, by one variant', { priceFrom: 6_000, priceTo: 14_000 }, ['headphones', 'raincoat']],
    ['inclusive bounds', { priceFrom: 1_250, priceTo: 1_250 }, ['mug']],
    ['a brand in any case', { brand: ['NORDIK'] }, ['parka', 'raincoat']],
    ['one of two brands', { brand: ['Potter', 'Sonic'] }, ['headphones', 'mug']],
    ['the widest category', { category: ['Apparel'] }, ['parka', 'raincoat']],
    ['the narrowest category', { category: ['boot'] }, ['boots']],
    ['a tag', { tags: ['winter'] }, ['mug', 'parka']],
    ['an attribute in any case', { attributes: { colour: ['BLUE'] } }, ['headphones', 'parka']],
    ['two attributes together', { attributes: { colour: ['blue', 'yellow'], lining: ['down'] } }, ['parka']],
    ['an option of any variant', { options: { size: ['M'] } }, ['parka', 'raincoat']],
    ['stock in any variant, uncounted stock included', { inStock: true }, ['boots', 'headphones', 'mug', 'parka']],
    ['no stock at all', { inStock: false }, ['raincoat']],
    ['no value at all', { brand: [] }, []],
    [
      'all of them together',
      {
        priceFrom: 100,
        priceTo: 19_000,
        brand: ['nordik'],
        category: ['jacket'],
        tags: ['new'],
        attributes: { colour: ['blue'] },
        options: { size: ['s', 'm'] },
        inStock: true,
      },
      ['parka'],
    ],
    ['an unknown attribute', { attributes: { nonsense: ['x'] } }, []],
    ['a brand that it is not', { not: { brand: ['nordik'] } }, ['boots', 'headphones', 'mug']],
    ['a category that it is not in', { not: { category: ['jacket', 'kitchen'] } }, ['boots', 'headphones']],
    ['a tag that it has not', { not: { tags: ['Winter'] } }, ['boots', 'headphones', 'raincoat']],
    ['an attribute that it has not', { not: { attributes: { colour: ['blue'] } } }, ['boots', 'mug', 'raincoat']],
    [
      'an option that not all its variants have',
      { not: { options: { size: ['M'] } } },
      ['boots', 'headphones', 'mug', 'parka'],
    ],
    ['words that it is not told by', { not: { words: ['jackets', 'MUG'] } }, ['boots', 'headphones']],
    [
      'a text of which it has one word only',
      { not: { words: ['winter jacket'] } },
      ['boots', 'headphones', 'mug', 'raincoat'],
    ],
    [
      'words of the description, which rule nothing out',
      { not: { words: ['warm'] } },
      ['boots', 'headphones', 'mug', 'parka', 'raincoat'],
    ],
    [
      'nothing that it is not',
      { not: { brand: [], words: ['', '!'] } },
      ['boots', 'headphones', 'mug', 'parka', 'raincoat'],
    ],
    ['what it is and what it is not', { brand: ['nordik'], not: { words: ['rain'] } }, ['parka']],
  ])('filters by %s', async (_, filter, expected) => {
    expect(await filtered(filter)).toEqual(expected);
  });

  it('puts coats and jackets above what is merely warm and wintry', async () => {
    expect((await ids({ text: 'warm winter coat' }))[0]).toBe('parka');
  });

  it.each([
    ['mugs', 'mug'],
    ['parkas', 'parka'],
    ['boot', 'boots'],
  ])('finds for %s what is called %s', async (text, id) => {
    expect((await ids({ text }))[0]).toBe(id);
  });

  it('leaves out what is no such thing as was asked for', async () => {
    expect([...(await ids({ text: 'leather jacket' }))].sort()).toEqual(['parka', 'raincoat']);
    expect(await ids({ text: 'snowman boots' })).toEqual(['boots']);
  });

  it('counts what meets all of a query, and what comes nearest only as far as the page is filled up with it', async () => {
    expect((await ids({ text: 'arctic jacket' }))[0]).toBe('parka');
    expect(await index.search({ text: 'arctic jacket', limit: 1 })).toMatchObject({ ids: ['parka'], total: 1 });
    expect(await index.search({ text: 'arctic jacket', limit: 1, offset: 1 })).toMatchObject({ ids: [], total: 1 });
  });

  it('knows synonyms', async () => {
    expect(await ids({ text: 'coat' })).toEqual(expect.arrayContaining(['parka', 'raincoat']));
  });

  it.each(['hedphones', 'headphomes', 'haedphones', 'headphonnes'])(
    'finds headphones when they are written %s',
    async (text) => {
      expect(await ids({ text })).toContain('headphones');
    },
  );

  it('finds by the beginning of the last word', async () => {
    expect(await ids({ text: 'studio headph' })).toContain('headphones');
  });

  it('finds by brand, category and article number', async () => {
    expect(await ids({ text: 'potter' })).toEqual(['mug']);
    expect((await ids({ text: 'footwear' }))[0]).toBe('boots');
    expect((await ids({ text: 'B-41' }))[0]).toBe('boots');
  });

  it('finds nothing for what nobody sells', async () => {
    expect(await index.search({ text: 'zzyzxquux' })).toMatchObject({ ids: [], total: 0 });
  });

  it('tells how far what was found is what the words say', async () => {
    const wordsOf = async (query: ProductQuery) => (await index.search(query)).words;
    expect(await wordsOf({ text: 'purple boots' })).toEqual({ unmet: ['purple'], named: 1 });
    expect(await wordsOf({ text: 'leather boots' })).toEqual({ unmet: [], named: 1 });
    // The mug’s description alone has it.
    expect(await wordsOf({ text: 'drink' })).toEqual({ unmet: [], named: 0 });
    expect(await wordsOf({ text: 'hedphones' })).toEqual({ unmet: [], named: 1 });
    expect(await wordsOf({ text: '' })).toBeNull();
    expect(await wordsOf({ text: 'boots', sort: 'price-up' })).toBeNull();
  });

  it('filters what a text finds', async () => {
    expect(await ids({ text: 'jacket', filter: { priceTo: 10_000 } })).toEqual(['raincoat']);
  });

  it('sorts by price, up and down, and by title', async () => {
    expect(await ids({ sort: 'price-up' })).toEqual(['mug', 'boots', 'raincoat', 'headphones', 'parka']);
    expect(await ids({ sort: 'price-down' })).toEqual(['parka', 'headphones', 'raincoat', 'boots', 'mug']);
    expect(await ids({ sort: 'title' })).toEqual(['parka', 'boots', 'raincoat', 'mug', 'headphones']);
  });

  it.each([
    ['Hindi', 'लाल चाय मग', 'मग'],
    ['Russian', 'Красная кружка для чая', 'кружка'],
    ['Chinese', '红色 茶杯', '茶杯'],
    ['Japanese', '赤い マグカップ', 'マグカップ'],
    ['Hebrew', 'ספל תה אדום', 'ספל'],
    ['Arabic', 'كوب شاي أحمر', 'كوب'],
    ['Arabic, by two words', 'حذاء رياضي أحمر', 'حذاء رياضي'],
  ])('finds a title in %s by its words', async (_language, title, text) => {
    const alone = await open();
    try {
      await alone.put([aProduct('meant', { title }), aProduct('other', { title: 'Teapot' })]);
      expect((await alone.search({ text })).ids).toEqual(['meant']);
    } finally {
      await alone.close();
    }
  });

  it('sorts by price only what meets every word', async () => {
    expect(await ids({ text: 'warm winter coat', sort: 'price-up' })).toEqual(['parka']);
  });

  it('counts facets of what is found', async () => {
    const facets = await index.facets({ text: '', filter: { category: ['apparel'] } });
    expect(facets['brand']).toEqual({ Nordik: 2 });
    expect(facets['category']).toEqual({ apparel: 2, jacket: 2 });
    expect(facets['attributes.colour']).toEqual({ Blue: 1, Yellow: 1 });
    expect(facets['options.size']).toEqual({ S: 1, M: 2 });
  });

  it('counts a value written in two ways once', async () => {
    const { 'attributes.colour': colours = {} } = await index.facets({ text: '' });
    expect(Object.values(colours).sort()).toEqual([1, 2]);
  });

  it('counts facets over all pages', async () => {
    const facets = await index.facets({ text: '', limit: 1, offset: 3 });
    expect(facets['category']?.['apparel']).toBe(2);
  });
}

function manyProducts(open: () => Promise<ProductIndex>): void {
  let index: ProductIndex;
  const many = Array.from({ length: 2_500 }, (_, i) =>
    aProduct(`item-${i}`, { title: `${i % 2 === 0 ? 'Red' : 'Green'} Widget ${i}`, price: 100 + ((i * 37) % 1_000) }),
  );
  beforeAll(async () => {
    index = await open();
    await index.put(many);
  });
  afterAll(() => index.close());

  async function readAll(query: ProductQuery, size: number): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let offset = 0; ; offset += size) {
      const page = await index.search({ ...query, offset, limit: size });
      ids.push(...page.ids);
      if (page.ids.length < size) return ids;
    }
  }

  it.each<[string, ProductQuery, number]>([
    ['everything', { text: '' }, 2_500],
    ['a text', { text: 'widget' }, 2_500],
    ['a sorted text', { text: 'red widget', sort: 'price-up' }, 1_250],
    ['equal prices', { text: '', sort: 'price-down' }, 2_500],
  ])('pages through %s to the end, each product once', async (_, query, total) => {
    const ids = await readAll(query, 400);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toHaveLength(total);
    expect((await index.search({ ...query, limit: 1 })).total).toBe(total);
  });

  it('pages from any offset', async () => {
    const first = await index.search({ text: '', sort: 'title', limit: 50 });
    const later = await index.search({ text: '', sort: 'title', offset: 7, limit: 13 });
    expect(later.ids).toEqual(first.ids.slice(7, 20));
    expect(later.total).toBe(2_500);
  });

  it('gives nothing beyond the end, and the total all the same', async () => {
    expect(await index.search({ text: '', offset: 9_000, limit: 10 })).toMatchObject({ ids: [], total: 2_500 });
  });

  it('gives up to a thousand at once', async () => {
    expect((await index.search({ text: 'widget', limit: 1_000 })).ids).toHaveLength(1_000);
  });
}

function changes(open: () => Promise<ProductIndex>): void {
  const withIndex = (use: (index: ProductIndex) => Promise<void>) => async () => {
    const index = await open();
    try {
      await use(index);
    } finally {
      await index.close();
    }
  };
  const generation = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => aProduct(`${name}-${i}`, { title: `Widget ${name}`, tags: [name] }));
  const tagsFound = async (index: ProductIndex) =>
    Object.entries((await index.facets({ text: 'widget' }))['tags'] ?? {});

  it(
    'replaces a product put again, and its old words find it no more',
    withIndex(async (index) => {
      await index.put([aProduct('one', { title: 'Teapot', price: 100 }), aProduct('two', { title: 'Kettle' })]);
      await index.put([aProduct('one', { title: 'Lantern', price: 999 })]);
      expect((await index.search({ text: 'teapot' })).total).toBe(0);
      expect((await index.search({ text: 'lantern', filter: { priceFrom: 999 } })).ids).toEqual(['one']);
      expect((await index.search({ text: '' })).total).toBe(2);
    }),
  );

  it(
    'finds a removed product no more; removing what is not there is nothing',
    withIndex(async (index) => {
      await index.put([aProduct('one', { title: 'Teapot' }), aProduct('two')]);
      await index.remove(['one', 'never-there']);
      await index.remove([]);
      expect(await index.search({ text: '' })).toMatchObject({ ids: ['two'], total: 1 });
    }),
  );

  it(
    'is never empty and never mixed while it is rebuilt',
    withIndex(async (index) => {
      await index.put(generation('old', 300));
      const seen = new Map<string, number>();
      let running = true;
      const watch = async () => {
        while (running) {
          const tags = await tagsFound(index);
          seen.set(JSON.stringify(tags), (seen.get(JSON.stringify(tags)) ?? 0) + 1);
        }
      };
      const watcher = watch();
      await index.rebuild(async (put) => {
        for (let i = 0; i < 5; i++) await put(generation('new', 500).slice(i * 100, i * 100 + 100));
      });
      const after = await tagsFound(index);
      running = false;
      await watcher;
      expect(after).toEqual([['new', 500]]);
      expect([...seen.keys()].every((tags) => tags === '[["old",300]]' || tags === '[["new",500]]')).toBe(true);
      expect(seen.get('[["old",300]]')).toBeGreaterThan(0);
    }),
  );

  it(
    'stays as it was when a rebuild fails half way',
    withIndex(async (index) => {
      await index.put(generation('old', 20));
      const failed = index.rebuild(async (put) => {
        await put(generation('new', 10));
        throw new Error('the file broke off');
      });
      await expect(failed).rejects.toThrow('the file broke off');
      expect(await tagsFound(index)).toEqual([['old', 20]]);
    }),
  );

  it(
    'keeps what was put and removed during a rebuild',
    withIndex(async (index) => {
      await index.put(generation('old', 3));
      await index.rebuild(async (put) => {
        await put(generation('old', 3));
        await index.put([aProduct('late', { title: 'Latecomer' })]);
        await index.remove(['old-1']);
      });
      expect([...(await index.search({ text: '' })).ids].sort()).toEqual(['late', 'old-0', 'old-2']);
    }),
  );

  it(
    'does one rebuild after the other',
    withIndex(async (index) => {
      await Promise.all(['a', 'b', 'c'].map((name) => index.rebuild((put) => put(generation(name, 10)))));
      expect(await tagsFound(index)).toEqual([['c', 10]]);
    }),
  );
}

const hostileTexts: readonly string[] = [
  `"it's" (quoted) "unbalanced`,
  "'; DROP TABLE products; --",
  '\\ \\" \\\\',
  'a = b OR c != d AND NOT e',
  'ctrl\u0001\u0007and\ttab\nline',
  '😀👍🏽 emoji',
  '\ud83d half an emoji',
  '__proto__',
  'constructor',
  '$where.a.b[0]',
  '<script>alert(1)</script>',
  '%3D=%25=',
  'İstanbul ﬁnest Ⅷ',
  'ﷺ'.repeat(200),
  'x'.repeat(5_000),
];

/** Any well-formed text can be an id. */
function hostileId(i: number): string {
  return `${i}: ${hostileTexts[i]?.slice(0, 40).replace(/\p{Cs}/gu, '')}`;
}

function hostile(open: () => Promise<ProductIndex>): void {
  let index: ProductIndex;
  beforeAll(async () => {
    index = await open();
    const named = hostileTexts.map((text, i) =>
      aProduct(hostileId(i), {
        title: `Gadget ${text}`,
        brand: text,
        category: [text],
        tags: [text],
        attributes: Object.fromEntries([[text, text]]),
        variants: [{ sku: text, options: Object.fromEntries([[text, text]]), price: usd(i), stock: 1 }],
      }),
    );
    await index.put(named);
  });
  afterAll(() => index.close());

  it.each(hostileTexts.map((text, i) => [i, text] as const))(
    'filters by hostile value %i and finds its product alone',
    async (i, text) => {
      const named = Object.fromEntries([[text, [text]]]);
      for (const filter of [
        { brand: [text] },
        { category: [text] },
        { tags: [text] },
        { attributes: named },
        { options: named },
      ]) {
        expect((await index.search({ text: '', filter })).ids).toEqual([hostileId(i)]);
        const others = await index.search({ text: '', filter: { not: filter } });
        expect(others.total).toBe(hostileTexts.length - 1);
        expect(others.ids).not.toContain(hostileId(i));
      }
      expect((await index.search({ text: '', filter: { not: { words: [text] } } })).total).toBeDefined();
    },
  );

  it('removes products whatever their ids look like', async () => {
    const id = 'weird/id "1" 😀';
    await index.put([aProduct(id, { title: 'Oddity' })]);
    expect((await index.search({ text: 'oddity' })).ids).toEqual([id]);
    await index.remove([id]);
    expect((await index.search({ text: 'oddity' })).ids).toEqual([]);
  });

  it.each([
    '"',
    '-gadget',
    '"gadget',
    '\u0000\u0001',
    '😀',
    '!!!',
    'gadget '.repeat(15_000),
    'g'.repeat(100_000),
    '\ud83d',
    'constructor',
    '__proto__',
  ])('answers hostile text %#', async (text) => {
    const page = await index.search({ text });
    expect(page.total).toBeGreaterThanOrEqual(page.ids.length);
    expect(await index.facets({ text })).toBeDefined();
  });

  it('takes quotes and hyphens as plain text', async () => {
    expect((await index.search({ text: '-gadget' })).total).toBe(hostileTexts.length);
    expect((await index.search({ text: '"gadget' })).total).toBe(hostileTexts.length);
  });
}
