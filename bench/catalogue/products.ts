import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Product, Variant } from '../../src/catalog/product.ts';

const kinds = ['coat', 'jacket', 'boots', 'scarf', 'backpack', 'sneakers', 'sweater', 'lamp', 'camera', 'blanket'];
const makes = ['wool', 'leather', 'linen', 'quilted', 'vintage', 'waterproof', 'slim', 'classic', 'knitted', 'down'];
const colours = ['red', 'blue', 'green', 'black', 'white', 'grey', 'brown', 'yellow'];
const brands = ['North Quay', 'Fjordline', 'Harbour & Co', 'Pier Nine', 'Lighthouse'];
const words = [
  'made for',
  'long winters',
  'rainy days',
  'short trips',
  'the city',
  'mountain air',
  'careful hands',
  'and light',
];

/** Product `number` of a made-up shop; the same number is the same product. About 1 kB as a line of JSON. */
export function madeUpProduct(number: number): Product {
  const pick = (list: readonly string[], salt: number): string =>
    list[(number * salt + (number >> 4)) % list.length] ?? '';
  const [kind, make, colour] = [pick(kinds, 1), pick(makes, 3), pick(colours, 7)];
  const about = Array.from({ length: 24 }, (_, place) => pick(words, place * 2 + 5)).join(' ');
  const [small, ...larger] = ['S', 'M', 'L'].map(
    (size): Variant => ({
      sku: `P${number}-${size}`,
      options: { size, colour },
      price: { amount: 1_900 + ((number * 37) % 300) * 100, currency: 'USD' },
      stock: number % 11,
    }),
  );
  if (!small) throw new Error('a product without variants');
  return {
    id: `product-${number}`,
    title: `${make} ${kind} in ${colour} no. ${number}`,
    description: `A ${colour} ${kind}, ${make}, ${about}.`,
    brand: pick(brands, 11),
    category: ['shop', kind],
    attributes: { material: make },
    images: [`/pictures/${kind}.png`],
    tags: [colour, make],
    variants: [small, ...larger],
  };
}

export async function writeProducts(file: string, count: number): Promise<void> {
  await pipeline(lines(count), createWriteStream(file));
}

function* lines(count: number): Generator<string> {
  for (let from = 0; from < count; from += 500) {
    const products = Array.from({ length: Math.min(500, count - from) }, (_, index) => madeUpProduct(from + index));
    yield products.map((product) => `${JSON.stringify(product)}\n`).join('');
  }
}

/** What shoppers look for in it: exact words, several words, slips of the finger, filters by words. */
export const queries: readonly string[] = [
  'coat',
  'wool coat',
  'red leather boots',
  'waterproof jacket',
  'quilted bakpack',
  'blue sneekers',
  'vintage camera',
  'grey knitted scarf for long winters',
  'slim sweater',
  'yellow lamp',
  'lether jacket',
  'blanket for the city',
  'north quay coat',
  'down jaket black',
  'product no. 4711',
  'classic white sneakers',
];
