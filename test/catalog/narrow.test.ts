import { describe, expect, it } from 'vitest';
import { narrowed, narrowings } from '../../src/catalog/narrow.ts';

const facetsOf = (facets: Parameters<typeof narrowings>[0], total: number, asked = {}) =>
  narrowings(facets, total, asked).map(({ facet }) => facet);

describe('a question that narrows what was found', () => {
  it('is about what splits the products best', () => {
    const facets = { brand: { Nord: 9, Sud: 1 }, 'options.colour': { Red: 5, Blue: 5 } };
    expect(facetsOf(facets, 11)).toEqual(['options.colour', 'brand']);
  });

  it('offers the four commonest answers, the commonest first, under the merchant’s own name', () => {
    const [first] = narrowings({ 'options.Shoe size': { 40: 2, 41: 5, 42: 4, 43: 3, 44: 1 } }, 15, {});
    expect(first).toEqual({
      facet: 'options.Shoe size',
      label: 'Shoe size',
      values: [
        { value: '41', count: 5 },
        { value: '42', count: 4 },
        { value: '43', count: 3 },
        { value: '40', count: 2 },
      ],
    });
  });

  it('is not about what was asked for already', () => {
    const facets = { brand: { Nord: 5, Sud: 5 }, category: { boot: 5, shoe: 5 }, 'options.size': { 40: 5, 41: 5 } };
    const asked = { brand: ['Nord'], category: ['boot'], options: { size: ['40'] } };
    expect(facetsOf(facets, 10, { brand: ['Nord'] })).toEqual(['category', 'options.size']);
    expect(facetsOf(facets, 10, asked)).toEqual([]);
  });

  it('is not about the merchant’s tags', () => {
    expect(facetsOf({ tags: { new: 5, old: 5 } }, 10)).toEqual([]);
  });

  it('is not asked where one answer leaves nearly all, or most products have none of the answers', () => {
    expect(facetsOf({ brand: { Nord: 9, Sud: 1 } }, 10)).toEqual([]);
    expect(facetsOf({ brand: { Nord: 2, Sud: 2 } }, 10)).toEqual([]);
    expect(facetsOf({ brand: { Nord: 3, Sud: 2 } }, 10)).toEqual(['brand']);
  });

  it('offers no answer too long for a button', () => {
    const long = 'made of recycled bottles from the sea';
    expect(facetsOf({ 'attributes.material': { [long]: 5, wool: 5 } }, 10)).toEqual([]);
  });
});

describe('a narrowed filter', () => {
  it('keeps what held before', () => {
    const before = { priceTo: 5_000, options: { size: ['40'] } };
    expect(narrowed(before, { facet: 'options.colour', value: 'Red' })).toEqual({
      priceTo: 5_000,
      options: { size: ['40'], colour: ['Red'] },
    });
    expect(narrowed(before, { facet: 'brand', value: 'Nord' })).toEqual({ ...before, brand: ['Nord'] });
  });

  it('takes a name with a dot whole', () => {
    expect(narrowed({}, { facet: 'attributes.no. of legs', value: '4' })).toEqual({
      attributes: { 'no. of legs': ['4'] },
    });
  });

  it('stays as it was for a facet that does not exist', () => {
    expect(narrowed({ priceTo: 5 }, { facet: 'inStock', value: 'true' })).toEqual({ priceTo: 5 });
  });
});
