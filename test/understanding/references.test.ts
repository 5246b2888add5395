import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../src/understanding/references.ts';

const changes = (words: string, price: string | null = null, size: string | null = null) => ({ price, size, words });

describe('places in what was shown', () => {
  it.each<[string, readonly number[]]>([
    ['the second one', [2]],
    ['2nd', [2]],
    ['last one', [-1]],
    ['the first two', [1, 2]],
    ['last two', [-2, -1]],
    ['number 3', [3]],
    ['#3', [3]],
    ['I want the first one, please', [1]],
    ['compare the first and the third', [1, 3]],
    ['compare 1 and 3', [1, 3]],
    ['compare first, second and fourth', [1, 2, 4]],
    ['the 2nd shirt', [2]],
    ['el segundo', [2]],
    ['los dos primeros', [1, 2]],
    ['compara el primero y el tercero', [1, 3]],
    ['das zweite', [2]],
    ['die ersten zwei', [1, 2]],
    ['os dois primeiros', [1, 2]],
    ['दूसरा वाला', [2]],
    ['الثاني', [2]],
    ['رقم 3', [3]],
  ])('%s', (text, which) => {
    expect(readReference(text)).toMatchObject({ which, but: null });
  });
});

describe('another one that differs', () => {
  it.each([
    [
      'do u hv smthng like the 2nd one but cheaper n in blu',
      { which: [2], but: changes('in blu', 'cheaper'), like: true },
    ],
    ['that but in blue', { which: 'last-seen', but: changes('in blue') }],
    ['same in L', { which: 'last-seen', but: changes('in L') }],
    ['a smaller one', { which: 'last-seen', but: changes('', null, 'smaller') }],
    ['something cheaper', { which: 'last-seen', but: changes('', 'cheaper') }],
    ['do you have this in a bigger size', { which: 'last-seen', but: changes('', null, 'bigger') }],
    ['does it come in red', { which: 'last-seen', but: changes('in red') }],
    ['a red one', { which: 'last-seen', but: changes('red') }],
    ['la segunda pero más barata', { which: [2], but: changes('', 'cheaper') }],
    ['ese pero en azul', { which: 'last-seen', but: changes('en azul') }],
    ['dasselbe in L', { which: 'last-seen', but: changes('in L') }],
    ['o mesmo em L', { which: 'last-seen', but: changes('em L') }],
  ])('%s', (text, expected) => {
    expect(readReference(text)).toMatchObject(expected);
  });
});

describe('what is pointed at', () => {
  it.each([
    ['both', { which: 'all', words: '' }],
    ['compare both', { which: 'all', words: 'compare' }],
    ['all of them', { which: 'all', words: '' }],
    ['it', { which: 'last-seen', words: '' }],
    ['this one', { which: 'last-seen', words: '' }],
    ['how much is it', { which: 'last-seen', words: 'how much is' }],
    ['is it in stock', { which: 'last-seen', but: null }],
    ['the blue one', { which: 'all', words: 'blue' }],
    ['el azul', { which: 'all', words: 'azul' }],
    ['add the second one to my cart', { which: [2], words: 'add to my cart' }],
    ['i like the third', { which: [3], like: false }],
  ])('%s', (text, expected) => {
    expect(readReference(text)).toMatchObject(expected);
  });
});

describe('nothing is pointed at', () => {
  it.each([
    'second hand phone',
    'first aid kit',
    'last minute gift',
    'wait a second',
    'number 3 batteries',
    'is it raining',
    'cheaper shoes',
    'red shoes under 50',
    'where is my order',
    'this is great',
    'iphone 3',
    'when will it arrive',
    'cortina para o quarto',
    'both sides tape',
    'the same day',
    'not bad at all',
    'that’s all',
    'is that all?',
    '2',
    '',
  ])('in "%s"', (text) => {
    expect(readReference(text)).toBeNull();
  });
});

const piece = fc.constantFrom(
  ...'the first second 2nd last two three and one ones but cheaper in blue it this same both like compare el segundo das zweite number 3 , ? # - الثاني दूसरा'.split(
    ' ',
  ),
);

it('tells places that there can be and words that were written, whatever is said', () => {
  let found = 0;
  const message = fc.oneof(
    fc.string({ maxLength: 400, unit: 'binary' }),
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(' ')),
  );
  fc.assert(
    fc.property(message, (text) => {
      const reference = readReference(text);
      if (reference === null) return;
      found += 1;
      const places = typeof reference.which === 'string' ? [] : reference.which;
      expect(places.every((place) => Number.isInteger(place) && place !== 0 && Math.abs(place) <= 20)).toBe(true);
      for (const word of `${reference.words} ${reference.but?.words ?? ''}`.split(' ')) expect(text).toContain(word);
    }),
    { numRuns: 400 },
  );
  expect(found).toBeGreaterThan(50);
});
