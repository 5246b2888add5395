import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Product, Variant } from '../../src/catalog/product.ts';

const kinds = ['coat', 'jacket', 'boots', 'scarf', 'backpack', 'sneakers', 'sweater', 'lamp', 'camera', 'blanket'];
const makes = ['wool', 'leather', 'linen', 'quilted', 'vintage', 'waterproof', 'slim', 'classic', 'knitted', 'down'];
const colours = ['red', 'blue', 'green', 'black', 'white', 'grey', 'brown', 'yellow'];
const brands = ['North Quay', 'Fjordline', 'Harbour & Co', 'Pier Nine', 'Lighthouse'];

const beginnings = [
  'al',
  'bor',
  'cas',
  'del',
  'fen',
  'gra',
  'hol',
  'jun',
  'kel',
  'lor',
  'mar',
  'nor',
  'ost',
  'per',
  'quin',
  'ros',
];
const middles = ['a', 'be', 'di', 'fa', 'go', 'li', 'mo', 'ne', 'pi', 'ra', 'so', 'tu', 've', 'wi', 'ya', 'zo'];
const endings = ['ck', 'den', 'for', 'ght', 'ling', 'mer', 'nd', 'pton', 'rk', 'sse', 'th', 'ver'];

/** One of some 3,000 made-up words; low numbers come often, as in any language. */
function word(number: number): string {
  const spread = ((number * 7_919) % 4_001) ** 2 % 3_072;
  const part = (list: readonly string[], step: number): string => list[Math.floor(spread / step) % list.length] ?? '';
  return part(beginnings, 1) + part(middles, 16) + part(endings, 256);
}

/** Product `number` of a made-up shop; the same number is the same product. About 1 kB as a line of JSON. */
export function madeUpProduct(number: number): Product {
  const pick = (list: readonly string[], salt: number): string =>
    list[(number * salt + (number >> 4)) % list.length] ?? '';
  const [kind, make, colour] = [pick(kinds, 1), pick(makes, 3), pick(colours, 7)];
  const about = Array.from({ length: 24 }, (_, place) => word(number * 31 + place)).join(' ');
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
    title: `${word(number)} ${make} ${kind}, ${colour}`,
    description: `A ${kind} of the ${word(number + 7)} line: ${about}.`,
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

/** What shoppers look for in it: a kind, a name, several words, slips of the finger. */
export const queries: readonly string[] = Array.from({ length: 40 }, (_, number) => {
  const { title, brand } = madeUpProduct(number * 97 + 5);
  const [name = '', make = '', kind = '', colour = ''] = title.replace(',', '').split(' ');
  const slip = name.slice(0, 3) + name.slice(4);
  return (
    [`${make} ${kind}`, name, `${name} ${kind}`, `${colour} ${make} ${kind}`, `${slip} ${kind}`, `${brand} ${name}`][
      number % 6
    ] ?? kind
  );
});
