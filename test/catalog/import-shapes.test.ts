import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../src/catalog/import/check-draft.ts';
import { readDrafts } from '../../src/catalog/import/drafts.ts';
import type { FieldMapping } from '../../src/catalog/import/mapping.ts';
import type { Product } from '../../src/catalog/product.ts';

/** What becomes of one line: a product, or the reason it is left out. */
async function read(record: object, mapping: FieldMapping = {}): Promise<Product | string> {
  async function* bytes() {
    yield Buffer.from(`${JSON.stringify(record)}\n`);
  }
  for await (const draft of readDrafts(bytes(), { format: 'jsonl', mapping, rules: { currency: 'USD' } })) {
    const checked = 'reason' in draft ? draft : checkDraft(draft.draft);
    return 'reason' in checked ? checked.reason : checked.product;
  }
  return 'nothing was read';
}

const usd = (amount: number) => ({ amount, currency: 'USD' });
const withVariants = (...variants: object[]) => ({ id: 'p', title: 'P', price: 10, variants });

describe('a line with variants as a list', () => {
  it('takes options from the fields that differ, and price and pictures from the product', async () => {
    const shirt = {
      sku: 'TS1',
      name: 'Linen Shirt',
      categories: ['Men/Tops/Shirts', 'Collections/Summer', 'Men/Sale'],
      price: 39,
      was: 49,
      image: '/t/ts1.jpg',
      attributes: { collar: 'Button-down', weight: 7, new: true },
      variants: [
        { sku: 'TS1-S-White', size: 'S', color: 'White', material: 'Linen', qty: 4.0, image: '/t/white.jpg' },
        { sku: 'TS1-M-White', size: 'M', color: 'White', material: 'Linen', qty: -1, price: 42, image: '/t/white.jpg' },
        { sku: 'TS1-M-Red', size: 'M', color: 'Red', material: 'Linen', qty: null, price: null },
      ],
    };
    expect(await read(shirt)).toEqual({
      id: 'TS1',
      title: 'Linen Shirt',
      description: '',
      brand: null,
      category: ['Men', 'Tops', 'Shirts'],
      tags: ['Collections', 'Summer', 'Sale'],
      images: ['/pictures/t/ts1.jpg', '/pictures/t/white.jpg'],
      attributes: { material: 'Linen', collar: 'Button-down' },
      variants: [
        { sku: 'TS1-S-White', options: { size: 'S', color: 'White' }, price: usd(3_900), was: usd(4_900), stock: 4 },
        { sku: 'TS1-M-White', options: { size: 'M', color: 'White' }, price: usd(4_200), stock: 0 },
        { sku: 'TS1-M-Red', options: { size: 'M', color: 'Red' }, price: usd(3_900), was: usd(4_900), stock: null },
      ],
    });
  });

  it('with one variant and no options is a product without options', async () => {
    const bag = withVariants({ sku: 'BAG', size: null, color: null, price: 34, qty: 100, image: null });
    expect(await read(bag)).toMatchObject({ variants: [{ sku: 'BAG', options: {}, price: usd(3_400), stock: 100 }] });
  });

  it('with an empty list is what the product itself says', async () => {
    expect(await read(withVariants())).toMatchObject({ variants: [{ sku: 'p', price: usd(1_000) }] });
  });

  it("reads Shopify's JSON with its numbered options", async () => {
    const mug = {
      id: 632910392,
      title: 'Mug',
      body_html: '<p>Stone</p>',
      vendor: 'Potter',
      product_type: 'Cups',
      options: [{ name: 'Glaze' }, { name: 'Size' }],
      images: [{ src: 'https://x/1.png' }],
      variants: [
        { id: 1, sku: '', title: 'Blue / S', option1: 'Blue', option2: 'S', price: '7.50', compare_at_price: '9.00' },
        { id: 2, title: 'Red / S', option1: 'Red', option2: 'S', price: '7.50', available: false },
      ],
    };
    expect(await read(mug)).toMatchObject({
      id: '632910392',
      description: 'Stone',
      brand: 'Potter',
      category: ['Cups'],
      images: ['https://x/1.png'],
      variants: [
        { sku: '1', options: { Glaze: 'Blue', Size: 'S' }, price: usd(750), was: usd(900), stock: null },
        { sku: '2', options: { Glaze: 'Red', Size: 'S' }, stock: 0 },
      ],
    });
  });
});

describe('a line with variants as an object', () => {
  it('takes the options as they are called, and what is not available as sold out', async () => {
    const lamp = {
      product_id: '7001',
      name: 'Desk Lamp',
      variants: {
        '9001': { item_id: '9001', options: { color: 'black', 'power source': 'USB' }, available: true, price: 31.5 },
        '9002': { options: { color: 'white', 'power source': 'USB' }, available: false, price: 33 },
      },
    };
    expect(await read(lamp)).toMatchObject({
      id: '7001',
      title: 'Desk Lamp',
      variants: [
        { sku: '9001', options: { color: 'black', 'power source': 'USB' }, price: usd(3_150), stock: null },
        { sku: '9002', options: { color: 'white', 'power source': 'USB' }, price: usd(3_300), stock: 0 },
      ],
    });
  });
});

describe('what tells variants apart', () => {
  const optionsOf = async (...variants: object[]) => {
    const product = await read(withVariants(...variants));
    return typeof product === 'string' ? product : product.variants.map(({ options }) => options);
  };

  it('may be a short text of any name, but no code, date or address', async () => {
    expect(
      await optionsOf(
        { sku: 'a', erp: 'A-100', updated_at: '2026-01-01', plug: 'British', ean: '5012345678900' },
        { sku: 'b', erp: 'A-101', updated_at: '2026-01-02', plug: 'European', ean: '5012345678917' },
      ),
    ).toEqual([{ plug: 'British' }, { plug: 'European' }]);
  });

  it('may be the names of the variants', async () => {
    expect(await optionsOf({ sku: 'a', name: '250 g' }, { sku: 'b', name: '1 kg' })).toEqual([
      { variant: '250 g' },
      { variant: '1 kg' },
    ]);
  });

  it('is what the mapping says, when it says so', async () => {
    const product = withVariants({ sku: 'a', gr: 38, size: 'x' }, { sku: 'b', gr: 39, size: 'y' });
    expect(await read(product, { 'options.size': 'gr' })).toMatchObject({
      variants: [{ options: { size: '38' } }, { options: { size: '39' } }],
    });
  });
});

describe('a line that cannot be read for certain', () => {
  const unclear = 'nothing tells variants 1 and 2 apart: name the field that does, as in --map options.size=size';
  it.each<[string, object, string]>([
    ['variants alike', withVariants({ sku: 'a' }, { sku: 'b' }), unclear],
    ['variants told apart by codes', withVariants({ sku: 'a', erp: 'A-1' }, { sku: 'b', erp: 'A-2' }), unclear],
    [
      'an option that one lacks',
      withVariants({ sku: 'a', size: 'S' }, { sku: 'b' }),
      'variant 2 has no size, though others have',
    ],
    [
      'an option that is a list',
      withVariants({ sku: 'a', options: { size: ['S'] } }),
      'variant 1: option size is not text',
    ],
    ['a number as variant', withVariants(7 as unknown as object), 'variants: number 1 does not describe a variant'],
    [
      'values in place of variants',
      { id: 'p', title: 'P', price: 1, variants: { size: ['S', 'M'] } },
      'variants: "size" does not describe a variant',
    ],
    [
      'text in place of variants',
      { id: 'p', title: 'P', price: 1, variants: 'S, M' },
      'variants are neither a list nor an object',
    ],
    [
      'no price anywhere',
      {
        id: 'p',
        title: 'P',
        variants: [
          { sku: 'a', size: 'S' },
          { sku: 'b', size: 'M', price: 2 },
        ],
      },
      'variant 1: price is missing',
    ],
    [
      'a price as object',
      { id: 'p', name: 'P', variants: [{ sku: 'a', price: { value: 5 } }] },
      'price is not a number',
    ],
    [
      'a stock of the whole',
      { ...withVariants({ sku: 'a', size: 'S' }, { sku: 'b', size: 'M' }), stock: 5 },
      'stock is told for the product, and not for each of its variants',
    ],
    ['available as a number', withVariants({ sku: 'a', available: 1 }), 'available "1" is neither true nor false'],
    ['one SKU twice', withVariants({ sku: 'a', size: 'S' }, { sku: 'a', size: 'M' }), 'variants have one SKU twice'],
  ])('is left out: %s', async (_what, record, reason) => {
    expect(await read(record)).toBe(reason);
  });
});

describe('category paths', () => {
  it.each<[object, readonly string[], readonly string[]]>([
    [{ category: 'Men/Tops' }, ['Men', 'Tops'], []],
    [{ category: 'Food > Coffee/Tea' }, ['Food', 'Coffee/Tea'], []],
    [{ category: 'A > B; A > C' }, ['A', 'B'], ['C']],
    [{ category: ['apparel', 'jacket'] }, ['apparel', 'jacket'], []],
    [{ categories: ['Shoes', 'Sale'] }, ['Shoes'], ['Sale']],
    [{ categories: [{ name: 'Shoes' }, { name: 'Sale' }] }, ['Shoes'], ['Sale']],
  ])('of %j', async (fields, category, tags) => {
    expect(await read({ id: 'p', title: 'P', price: 1, ...fields })).toMatchObject({ category, tags });
  });
});

describe('ids', () => {
  const idOf = async (id: string) => {
    const product = await read({ handle: id, title: 'P', price: 1 });
    return typeof product === 'string' ? product : product.id;
  };

  it('of 48 bytes stay, longer ones are cut and told apart by a hash, the same every time', async () => {
    const long = 'the-very-long-handle-of-a-product-that-nobody-can-press-';
    expect(await idOf('x'.repeat(48))).toBe('x'.repeat(48));
    expect(await idOf(`${long}a`)).toMatch(/^the-very-long-handle-of-a-product-that-[0-9a-f]{8}$/);
    expect(await idOf(`${long}a`)).toBe(await idOf(`${long}a`));
    expect(await idOf(`${long}a`)).not.toBe(await idOf(`${long}b`));
    expect(Buffer.byteLength(await idOf('ÄÖ😀'.repeat(20)))).toBeLessThanOrEqual(48);
  });

  it('come from id, product_id, sku or handle, the first there is', async () => {
    const all = { id: null, product_id: 'b', sku: 'c', handle: 'd', title: 'P', price: 1 };
    expect(await read(all)).toMatchObject({ id: 'b' });
    expect(await read({ ...all, product_id: '' })).toMatchObject({ id: 'c' });
    expect(await read({ ...all, product_id: '', sku: '' })).toMatchObject({ id: 'd' });
  });
});
