import { describe, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { findByWish } from '../../src/catalog/find-by-wish.ts';
import type { Product } from '../../src/catalog/product.ts';
import type { ProductFilter } from '../../src/catalog/product-index.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { aProduct, usd } from './shelf.ts';

const shoe = (id: string, draft: Parameters<typeof aProduct>[1]) =>
  aProduct(id, { title: `Running Shoe ${id}`, category: ['footwear', 'shoe'], ...draft });

const sold: readonly Product[] = [
  shoe('nord', { brand: 'Nordik', variants: [{ options: { size: '42', colour: 'Red' }, price: usd(6_000) }] }),
  shoe('sud', { brand: 'Sudeste', variants: [{ options: { size: '40', colour: 'Blue' }, price: usd(9_000) }] }),
  shoe('out', { brand: 'Sudeste', variants: [{ options: { size: '41' }, price: usd(4_000), stock: 0 }] }),
  aProduct('mug', { title: 'Blue Mug', category: ['kitchen', 'mug'], price: 900 }),
];

/** `stored` is what the store knows, where it has changed since the index was told. */
async function shopOf(products: readonly Product[], stored: readonly Product[] = products) {
  const index = createEmbeddedIndex();
  await index.put(products);
  const kept = new Map(stored.map((one) => [one.id, { id: one.id, revision: 1, body: productBody(one, null) }]));
  const store = {
    get: async (_kind: string, id: string) => kept.get(id) ?? null,
    getMany: async (_kind: string, ids: readonly string[]) => ids.flatMap((id) => kept.get(id) ?? []),
  };
  const catalog = createCatalog({ store, index });
  return async (text: string, more: { readonly within?: ProductFilter; readonly offset?: number } = {}) => {
    const found = await findByWish(catalog, { text, currency: 'USD', locale: 'en', limit: 5, ...more });
    return { ids: found.page.products.map(({ id }) => id), loosened: found.loosened, text: found.text, found };
  };
}

describe('a wish', () => {
  it('is met by all of its conditions, and then nothing is given up', async () => {
    const find = await shopOf(sold);
    expect(await find('red running shoes size 42 under 70')).toMatchObject({ ids: ['nord'], loosened: [] });
  });

  it('leaves what was looked for, once colours, sizes and prices are read out of it', async () => {
    const find = await shopOf(sold);
    const { text, found } = await find('red running shoes under 70');
    expect(text).toMatch(/running shoes/);
    expect(found.query.filter).toMatchObject({ priceTo: 7_000, options: { colour: ['Red'] } });
  });

  it('finds nothing, and gives nothing up, where nobody sells such a thing', async () => {
    const find = await shopOf(sold);
    expect(await find('xylophone')).toMatchObject({ ids: [], loosened: [] });
    expect(await find('xylophone under 20')).toMatchObject({ ids: [], loosened: [] });
  });

  it('is not hidden by words that no product has', async () => {
    const find = await shopOf([aProduct('oxford', { title: 'Leather Oxford Shoe' })]);
    expect((await find('shoes size 42 not acme')).ids).toEqual(['oxford']);
  });

  it('gives up no more on a later page', async () => {
    const find = await shopOf(sold);
    expect(await find('running shoes size 42', { offset: 5 })).toMatchObject({ ids: [], loosened: [] });
  });
});

describe('what is given up', () => {
  it('is said with its value: a colour', async () => {
    const find = await shopOf(sold);
    const { loosened, ids } = await find('blue running shoes size 42');
    expect(loosened).toHaveLength(1);
    expect([
      { name: 'colour', value: 'Blue' },
      { name: 'size', value: '42' },
    ]).toContainEqual(loosened[0]);
    expect(ids).not.toContain('mug');
  });

  it('is said with its value: a brand', async () => {
    const find = await shopOf(sold);
    const { loosened, ids } = await find('nordik running shoes', { within: { priceFrom: 8_000 } });
    expect({ loosened, ids }).toEqual({ loosened: [{ name: 'brand', value: 'Nordik' }], ids: ['sud'] });
  });

  it('is the price, without a value, and the nearest price comes first', async () => {
    const find = await shopOf(sold.filter(({ id }) => id !== 'out'));
    const { loosened, ids } = await find('running shoes under 20');
    expect({ loosened, ids }).toEqual({ loosened: [{ name: 'price', value: '' }], ids: ['nord', 'sud'] });
  });

  it('is what was not wanted, when there is nothing else', async () => {
    const find = await shopOf([sold[0] ?? aProduct('x')]);
    const { loosened, ids } = await find('running shoes, not nordik');
    expect({ loosened, ids }).toEqual({ loosened: [{ name: 'not', value: 'Nordik' }], ids: ['nord'] });
  });

  it('is the price, where only what goes with the thing is so cheap', async () => {
    const pad = aProduct('pad', { title: 'Insole', description: 'Soft, for every running shoe.', price: 500 });
    const find = await shopOf([...sold, pad]);
    const { loosened, ids } = await find('running shoe under 20');
    expect(loosened).toEqual([{ name: 'price', value: '' }]);
    expect(ids).not.toContain('pad');
    expect(await find('insole under 20')).toMatchObject({ ids: ['pad'], loosened: [] });
    expect(await find('something soft under 20')).toMatchObject({ ids: ['pad'], loosened: [] });
  });

  it('is a word that nothing found has, as it was written', async () => {
    const vases = aProduct('vases', { title: 'Home Set', description: 'A green vase and a white mug.' });
    const find = await shopOf([...sold, vases, aProduct('cup', { title: 'Red Mug', category: ['kitchen', 'mug'] })]);
    const given = async (text: string) => (await find(text)).loosened.map(({ value }) => value);
    expect(await find('Purple mugs')).toMatchObject({ loosened: [{ name: 'word', value: 'Purple' }] });
    expect(await given('blue mug')).toEqual([]);
    expect(await find('green mug')).toMatchObject({ ids: ['mug', 'cup', 'vases'], loosened: [{ value: 'green' }] });
    expect(await given('think you are the merriest mug shop')).toEqual([]);
    expect(await given('white unicorn')).toEqual(['white unicorn']);
    expect(await given('bluee mug')).toEqual([]);
    expect(await given('mug for grandma')).toEqual([]);
    expect(await find('blue umbrella')).toMatchObject({ ids: [], loosened: [] });
  });

  it('is of a long story only a colour or a material', async () => {
    const find = await shopOf([aProduct('mug', { title: 'Mug', category: ['kitchen', 'mug'] })]);
    const { loosened } = await find('purple wool mug that keeps tea warm on cold mornings');
    expect(loosened.map(({ value }) => value)).toEqual(['purple', 'wool']);
  });

  it('is one condition, when giving up one is enough', async () => {
    const find = await shopOf(sold);
    const { loosened } = await find('red running shoes size 42 under 50');
    expect(loosened).toEqual([{ name: 'price', value: '' }]);
  });

  it('is several, in their order, when one is not enough', async () => {
    const find = await shopOf([sold[1] ?? aProduct('x')]);
    const { loosened, ids } = await find('running shoes under 50', { within: { options: { size: ['42'] } } });
    expect({ names: loosened.map(({ name }) => name), ids }).toEqual({ names: ['size', 'price'], ids: ['sud'] });
  });
});

describe('conditions', () => {
  it('hold for products as they are in the store, not as the index remembers them', async () => {
    const dearer = sold.map((one) =>
      one.id === 'nord' ? shoe('nord', { variants: [{ options: { size: '42' }, price: usd(99_000) }] }) : one,
    );
    const find = await shopOf(sold, dearer);
    expect((await find('running shoes under 70')).ids).not.toContain('nord');
  });

  it('hold for one variant together', async () => {
    const two = shoe('two', {
      variants: [
        { options: { size: '42', colour: 'Red' }, price: usd(5_000), stock: 0 },
        { options: { size: '40', colour: 'Blue' }, price: usd(5_000) },
      ],
    });
    const find = await shopOf([two, sold[0] ?? two]);
    expect(
      (await find('blue running shoes', { within: { options: { colour: ['Blue'], size: ['42'] } } })).ids,
    ).not.toEqual(['nord']);
    expect(await find('red running shoes size 40')).toMatchObject({ loosened: [{ name: expect.any(String) }] });
  });

  it('that were written stay when another one is picked beside them', async () => {
    const variant = (size: string, colour: string) => ({ options: { size, colour }, price: usd(5_000) });
    const find = await shopOf([
      shoe('red', { variants: [variant('42', 'Red')] }),
      shoe('blue', { variants: [variant('42', 'Blue')] }),
    ]);
    expect((await find('red running shoes', { within: { options: { size: ['42'] } } })).ids).toEqual(['red']);
  });
});

it('the next page of what was loosened is loosened as well', async () => {
  const many = Array.from({ length: 8 }, (_, at) =>
    shoe(`s${at}`, { variants: [{ options: { size: '42', colour: 'Red' }, price: usd(6_000) }] }),
  );
  const find = await shopOf(many);
  const first = await find('running shoes under 20');
  const next = await find('running shoes under 20', { offset: 5 });
  expect(first.ids).toHaveLength(5);
  expect(next.ids).toHaveLength(3);
  expect(next.loosened).toEqual(first.loosened);
});
