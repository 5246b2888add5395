import { describe, expect, it } from 'vitest';
import { type Constraints, readConstraints } from '../../src/understanding/constraints.ts';
import { startWork } from '../work-time.ts';

const read = (text: string) => readConstraints(text, { exponent: 2 });
const wish = (text: string, filter: Constraints['filter'] = {}, sort: Constraints['sort'] = null) => ({
  text,
  filter,
  sort,
});

describe('price bounds', () => {
  it.each<[string, Constraints]>([
    ['a warm winter coat under 200', wish('a warm winter coat', { priceTo: 20_000 })],
    ['red shoes below $200', wish('red shoes', { priceTo: 20_000 })],
    ['lamp over 20', wish('lamp', { priceFrom: 2_000 })],
    ['lamp between 20 and 40', wish('lamp', { priceFrom: 2_000, priceTo: 4_000 })],
    ['lamp between $40 and $20', wish('lamp', { priceFrom: 2_000, priceTo: 4_000 })],
    ['Vase 20-30 €', wish('Vase', { priceFrom: 2_000, priceTo: 3_000 })],
    ['vase $20-$30', wish('vase', { priceFrom: 2_000, priceTo: 3_000 })],
    ['sofa max 100', wish('sofa', { priceTo: 10_000 })],
    ['tables from 30', wish('tables', { priceFrom: 3_000 })],
    ['tables from 30 to 50 dollars', wish('tables', { priceFrom: 3_000, priceTo: 5_000 })],
    ['under 50', wish('', { priceTo: 5_000 })],
    ['under $19.99 mug', wish('mug', { priceTo: 1_999 })],
    ['sofa under 1,200', wish('sofa', { priceTo: 120_000 })],
    ['sofa under 1k', wish('sofa', { priceTo: 100_000 })],
    ['jackets that cost less than 80 dollars', wish('jackets', { priceTo: 8_000 })],
    ['over 20 and under 50 scarf', wish('scarf', { priceFrom: 2_000, priceTo: 5_000 })],
    ['scarf 50 or less', wish('scarf', { priceTo: 5_000 })],
    ['watch, 100 and up', wish('watch', { priceFrom: 10_000 })],
    ['Mantel unter 200 Euro', wish('Mantel', { priceTo: 20_000 })],
    ['Lampe zwischen 20 und 40 €', wish('Lampe', { priceFrom: 2_000, priceTo: 4_000 })],
    ['Tisch ab 50', wish('Tisch', { priceFrom: 5_000 })],
    ['abrigo por menos de 100 euros', wish('abrigo', { priceTo: 10_000 })],
    ['zapatos entre 20 y 40', wish('zapatos', { priceFrom: 2_000, priceTo: 4_000 })],
    ['bolso más de 30', wish('bolso', { priceFrom: 3_000 })],
    ['gift <= 25', wish('gift', { priceTo: 2_500 })],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('count in the minor unit of the currency', () => {
    expect(readConstraints('tea under 500', { exponent: 0 }).filter).toEqual({ priceTo: 500 });
    expect(readConstraints('tea under 5', { exponent: 3 }).filter).toEqual({ priceTo: 5_000 });
  });
});

describe('what is no price', () => {
  it.each([
    'under armour shoes',
    'size 40 boots',
    'boots size from 40',
    'nike air max 90',
    'laptop under 15 inches',
    'laptop over 15"',
    'backpack over 20 litres',
    'canon eos 5d',
    'tv 40-50 inch',
    'toys for kids under 10',
    'iphone 15 pro max 256',
    'levis 501',
    'usb 3.0 cable over 2 m',
    'jeans 32-34',
    'dv7-1211ea',
    'from dusk till dawn',
    'maximum comfort pillow',
    'stock pot',
    'between the lines',
    'hasta luego',
    '',
  ])('stays as it is: %s', (text) => {
    expect(read(text)).toEqual(wish(text));
  });
});

describe('sort and stock', () => {
  it.each<[string, Constraints]>([
    ['cheapest headphones', wish('headphones', {}, 'price-up')],
    ['the most expensive watch', wish('watch', {}, 'price-down')],
    ['sofas sorted by price low to high', wish('sofas', {}, 'price-up')],
    ['die billigsten Schuhe', wish('Schuhe', {}, 'price-up')],
    ['el reloj más barato', wish('el reloj', {}, 'price-up')],
    ['boots in stock', wish('boots', { inStock: true })],
    ['cheapest boots under 100 that are in stock', wish('boots', { inStock: true, priceTo: 10_000 }, 'price-up')],
    ['Stiefel auf Lager', wish('Stiefel', { inStock: true })],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

it('reads hostile text quickly', () => {
  const worked = startWork();
  for (const evil of [
    'under '.repeat(80),
    '1,'.repeat(240),
    '9'.repeat(490),
    'between 1 and '.repeat(30),
    ' '.repeat(490),
    '$'.repeat(490),
    'x'.repeat(100_000),
  ]) {
    expect(read(evil)).toBeDefined();
  }
  expect(worked()).toBeLessThan(500);
});
