import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProductFilter } from '../../src/catalog/product-index.ts';
import { readWish } from '../../src/understanding/wish/read-wish.ts';
import { startWork } from '../work-time.ts';

const vocabulary = {
  brand: { Nike: 30, Samsung: 15, HP: 9, Apple: 13, 'Kingston Technology': 2, Sharp: 3 },
  category: { shoes: 40, shirts: 40, electronics: 16 },
  tags: { vegan: 3 },
  'options.colour': { red: 20, 'Navy blue': 3, Blue: 16, black: 20, white: 14, gold: 2 },
  'options.size': { S: 13, M: 18, L: 18, XL: 13, '40': 2, '40.5': 2, '41': 4, Queen: 2 },
  'attributes.material': { leather: 19, cotton: 22, Wool: 13 },
  'options.storage': { '256GB': 2, '128 GB': 1 },
  'options.flavour': { vanilla: 2 },
};

const options = { vocabulary, exponent: 2, locale: 'en-US' };
const read = (text: string) => {
  const { text: left, filter, sort, quantity } = readWish(text, options);
  return { left, filter, sort, quantity };
};
const wish = (left: string, filter: ProductFilter = {}, more: { sort?: 'price-up'; quantity?: number } = {}) => ({
  left,
  filter,
  sort: more.sort ?? null,
  quantity: more.quantity ?? null,
});

const blue = { options: { colour: ['Navy blue', 'Blue'] } };

describe('what the catalogue’s own facets name becomes a filter', () => {
  it.each([
    ['red shoes under 50', wish('shoes', { priceTo: 5_000, options: { colour: ['red'] } })],
    ['do u hv smthng in blu', wish('', blue)],
    ['zapatos rojos', wish('zapatos', { options: { colour: ['red'] } })],
    ['balck shoes', wish('shoes', { options: { colour: ['black'] } })],
    ['navy blue shirt', wish('shirt', { options: { colour: ['Navy blue'] } })],
    ['red or white shirt', wish('shirt', { options: { colour: ['red', 'white'] } })],
    ['watch in gold', wish('watch', { options: { colour: ['gold'] } })],
    ['shirt in M', wish('shirt', { options: { size: ['M'] } })],
    ['medium shirt', wish('shirt', { options: { size: ['M'] } })],
    ['x-large t-shirt', wish('t-shirt', { options: { size: ['XL'] } })],
    ['size 40 boots', wish('boots', { options: { size: ['40'] } })],
    ['boots talla 40,5', wish('boots', { options: { size: ['40.5'] } })],
    ['queen size sheets', wish('sheets', { options: { size: ['Queen'] } })],
    ['hp toner', wish('toner', { brand: ['HP'] })],
    ['samsng phone', wish('phone', { brand: ['Samsung'] })],
    ['a phone by apple', wish('phone', { brand: ['Apple'] })],
    ['phone 256 gb', wish('phone', { options: { storage: ['256GB'] } })],
    ['vanilla flavour ice cream', wish('ice cream', { options: { flavour: ['vanilla'] } })],
    ['shirt made of cotton', wish('shirt', { attributes: { material: ['cotton'] } })],
    ['حذاء أحمر أقل من 50 ريال', wish('حذاء', { priceTo: 5_000, options: { colour: ['red'] } })],
    ['मुझे लाल जूते 500 रुपये से कम चाहिए', wish('जूते', { priceTo: 50_000, options: { colour: ['red'] } })],
    ['quero sapatos vermelhos até 50 reais', wish('sapatos', { priceTo: 5_000, options: { colour: ['red'] } })],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what may mean something else stays in the text', () => {
  it.each([
    'green tea',
    'gold watch',
    'sharp knife',
    'apple juice',
    'toner for HP',
    'large mirror',
    'black ink',
    'black and white dress',
    'blu-ray player',
    'no show socks',
    'size from 40',
    'size 40-42 boots',
    'laptop under 15 inches',
    'air max 90',
    'need for speed',
    'purple shoes',
    'kingston memory',
    '2 seater sofas',
    '501 jeans',
    '4x zoom camera',
  ])('%s', (text) => {
    expect(read(text)).toEqual(wish(text));
  });

  it('a colour that only few products carry a facet for', () => {
    const rare = { brand: { Nike: 900 }, 'attributes.colour': { red: 9 } };
    expect(readWish('red shoes', { ...options, vocabulary: rare })).toMatchObject({ text: 'red shoes', filter: {} });
  });

  it('everything, where there is no catalogue', () => {
    expect(readWish('red nike shoes in M', { ...options, vocabulary: {} })).toMatchObject({
      text: 'red nike shoes in M',
      filter: {},
    });
  });
});

const noLeather = (...words: readonly string[]) => ({ not: { attributes: { material: ['leather'] }, words } });

describe('what is not wanted', () => {
  it.each([
    ['bag, not leather', wish('bag', noLeather('leather'))],
    ['Schuhe ohne Leder', wish('Schuhe', noLeather('Leder'))],
    ['bolso sin cuero', wish('bolso', noLeather('cuero'))],
    ['cookies without sugar', wish('cookies', { not: { words: ['sugar'] } })],
    ['galletas sin azúcar', wish('galletas', { not: { words: ['azúcar'] } })],
    ['cookies without added sugar', wish('cookies', { not: { words: ['added sugar'] } })],
    ['anything but black shoes', wish('shoes', { not: { options: { colour: ['black'] } } })],
    ['shoes not nike', wish('shoes', { not: { brand: ['Nike'] } })],
    ['a sweater, no wool', wish('sweater', { not: { attributes: { material: ['Wool'] }, words: ['wool'] } })],
    ['shirt, not leather, size 40', wish('shirt', { ...noLeather('leather'), options: { size: ['40'] } })],
    ['shoes, no laces', wish('shoes', { not: { words: ['laces'] } })],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['not too big', 'i am not sure', 'no idea', 'no more than a hat'])('is nothing in "%s"', (text) => {
    expect(readWish(text, options).filter).toEqual({});
  });
});

describe('how many', () => {
  it.each([
    ['2 blue mugs', wish('mugs', blue, { quantity: 2 })],
    ['3x socks', wish('socks', {}, { quantity: 3 })],
    ['i need two red mugs', wish('mugs', { options: { colour: ['red'] } }, { quantity: 2 })],
    ['a pair of red shoes', wish('shoes', { options: { colour: ['red'] } }, { quantity: 1 })],
    ['two of the nike shirts', wish('shirts', { brand: ['Nike'] }, { quantity: 2 })],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['version 1.2 of the cable', 'mugs in a couple of days'])('is not said in "%s"', (text) => {
    expect(read(text).quantity).toBeNull();
  });
});

it('tells which words became what, in their order', () => {
  expect(readWish('two of the cheapest red shirts under $50, not leather', options).heard).toEqual([
    { words: 'two of', means: 'quantity', facet: null, values: ['2'] },
    { words: 'the cheapest', means: 'sort', facet: null, values: [] },
    { words: 'red', means: 'is', facet: 'options.colour', values: ['red'] },
    { words: 'under $50', means: 'price', facet: null, values: [] },
    { words: 'not leather', means: 'is-not', facet: 'attributes.material', values: ['leather'] },
  ]);
});

it.each([
  ['i am looking for a coat pls', 'coat'],
  ['i need socks too', 'socks'],
  ['socks as well pls', 'socks'],
  ['also a mug', 'mug'],
  ['do you have any umbrellas?', 'umbrellas'],
  ['u got any hats', 'hats'],
  ['show me a lamp please', 'lamp'],
  ['I want a desk that is white oak, i need it to be solid', 'desk white oak, solid'],
  ['busco una lámpara por favor', 'lámpara'],
  ['ich suche einen Tisch bitte', 'Tisch'],
])('takes the filling out of "%s"', (text, left) => {
  expect(readWish(text, { ...options, vocabulary: {} }).text).toBe(left);
});

const piece = fc.constantFrom(
  ...'red blu not without leather size 40 m xl nike samsng under 50 € two of a pair 3x , . - ? and or i want need it to be the cheapest 256 gb en sin rojo ohne أحمر लाल ½ ẞ ﬁ'.split(
    ' ',
  ),
);
const message = fc.oneof(
  fc.string({ maxLength: 600, unit: 'binary' }),
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
);

it('leaves a part of what was written, whatever that is', () => {
  let filtered = 0;
  fc.assert(
    fc.property(message, (text) => {
      const read = readWish(text, options);
      const words = read.text.split(/\s+/).map((word) => word.replace(/[\s,.!?;]+$/g, ''));
      let from = 0;
      for (const word of words) {
        const at = text.indexOf(word, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + word.length;
      }
      for (const { words: said } of read.heard) expect(text).toContain(said);
      if (Object.keys(read.filter).length > 0) filtered += 1;
    }),
    { numRuns: 400 },
  );
  expect(filtered).toBeGreaterThan(50);
});

it('reads hostile text quickly', () => {
  for (const unit of ['not ', 'red ', 'size ', 'in a ', 'two of ', 'i want it to be ', 'and ', '3x', ' ', '-', 'م']) {
    const worked = startWork();
    readWish(unit.repeat(Math.floor(490 / unit.length)), options);
    expect(worked(), unit).toBeLessThan(200);
  }
});
