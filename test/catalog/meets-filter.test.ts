import { expect, it } from 'vitest';
import { meetsFilter } from '../../src/catalog/meets-filter.ts';
import { aProduct, usd } from './shelf.ts';

const shirt = aProduct('shirt', {
  title: 'Linen Shirt',
  brand: 'Nordik',
  variants: [
    { options: { size: 'S', colour: 'Blue' }, price: usd(1_000), stock: 0 },
    { options: { size: 'M', colour: 'Red' }, price: usd(3_000), stock: 2 },
  ],
});

it('asks for size, price and stock of one and the same variant', () => {
  expect(meetsFilter(shirt, { options: { size: ['m'] }, priceTo: 3_000, inStock: true })).toBe(true);
  expect(meetsFilter(shirt, { options: { size: ['m'] }, priceTo: 2_000 })).toBe(false);
  expect(meetsFilter(shirt, { options: { size: ['S'] }, inStock: true })).toBe(false);
});

it('rules out by brand, words and options, and leaves what there is in another colour', () => {
  expect(meetsFilter(shirt, { not: { brand: ['NORDIK'] } })).toBe(false);
  expect(meetsFilter(shirt, { not: { words: ['shirts'] } })).toBe(false);
  expect(meetsFilter(shirt, { not: { options: { colour: ['blue'] } } })).toBe(true);
  expect(meetsFilter(shirt, { not: { options: { colour: ['blue', 'red'] } } })).toBe(false);
});
