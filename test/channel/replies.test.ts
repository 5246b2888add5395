import { expect, test } from 'vitest';
import { resolveReply } from '../../src/channel/replies.ts';

const menu = (...labels: readonly string[]) => ({
  choices: labels.map((label, index) => ({ id: `id-${'abcdefghijklmnop'[index]}`, label })),
  firstNumber: 1,
});
const colours = menu('Blue', 'Dark green', 'Red', 'Crème brûlée');
const resolved = (text: string, open: Parameters<typeof resolveReply>[1]) => {
  const reply = resolveReply(text, open);
  if (reply === null) return null;
  return reply.kind === 'unclear'
    ? `unclear: ${reply.choices.map(({ label }) => label).join(' | ')}`
    : `${reply.kind}: ${reply.choice.label}`;
};

test.each([
  '2',
  ' 2 ',
  '2.',
  '2)',
  '(2)',
  '#2',
  'nr 2',
  'Nr. 2',
  'no. 2',
  'nº 2',
  'option 2',
  'Option two',
  'opción 2',
  'opção 2',
  'nummer zwei',
  '２',
  '2️⃣',
  '2 please',
  '2, bitte',
  'number 2 please',
  "I'll take number 2",
  'option2',
  'two',
  'dos',
  'the second one',
  'second',
  'the 2nd',
  'la segunda',
  'el segundo, por favor',
  'o segundo',
  'das zweite bitte',
  'दूसरा वाला',
  'الثاني من فضلك',
  '٢',
  'I would like the second one please',
  'dark green',
  'DARK GREEN!',
  'Dark-green 🌲',
  "I'll take the dark green one",
  'den dark green bitte',
  'id-b',
  '2. Dark green',
  '2. Dark gr…',
  'Dark gre…',
])('%s picks the second', (text) => {
  expect(resolved(text, colours)).toBe('picked: Dark green');
});

test.each([
  ['last', 'picked: Crème brûlée'],
  ['the last one', 'picked: Crème brûlée'],
  ['la última', 'picked: Crème brûlée'],
  ['das letzte', 'picked: Crème brûlée'],
  ['first please', 'picked: Blue'],
  ['creme brulee', 'picked: Crème brûlée'],
  ['erste', 'picked: Blue'],
  ['the blue one', 'picked: Blue'],
  ['blue or red', 'unclear: Blue | Red'],
  ['creme brulle', 'near: Crème brûlée'],
  ['drak green', 'near: Dark green'],
  ['the dark gren one', 'near: Dark green'],
  ['bleu', 'near: Blue'],
  ['green', 'near: Dark green'],
])('%s means %s', (text, expected) => {
  expect(resolved(text, colours)).toBe(expected);
});

test.each([
  '',
  ' ',
  '0',
  '5',
  '99999',
  '2 of the blue ones',
  '2 blue, 1 red',
  'I want 2',
  '2.5',
  '-2',
  '$2',
  '2%',
  '1-2',
  'is the blue one waterproof?',
  'not the blue one',
  'anything but blue',
  'no',
  'none',
  'none of them',
  'where is my order',
  'the fifth one',
  'rad',
  'rde',
  '2 2',
  'hello',
  '👍',
  'the',
  'ok',
  'x'.repeat(5000),
  '\u0000',
  '….',
  '…',
])('%s picks nothing', (text) => {
  expect(resolved(text, colours)).toBeNull();
});

test('numbers go on from where the menu begins', () => {
  expect(resolved('5', { ...colours, firstNumber: 4 })).toBe('picked: Dark green');
  expect(resolved('2', { ...colours, firstNumber: 4 })).toBeNull();
});

test('a label that is a number goes before the number', () => {
  expect(resolved('2', menu('3', '4', '2'))).toBe('picked: 2');
  expect(resolved('4', menu('3', '4', '2', '1'))).toBe('picked: 4');
});

test('equal labels are told apart by their numbers alone', () => {
  const twins = menu('Yes', 'yes', 'No');
  expect(resolved('YES', twins)).toBe('unclear: Yes | yes');
  expect(resolved('2', twins)).toBe('picked: yes');
  expect(resolved('2. yes', twins)).toBe('picked: yes');
});

test.each(['s', 'm', 'xs', 'l', 'xl', 'XXL'])('the size %s is taken only as itself', (size) => {
  expect(resolved(size, menu('S', 'M', 'L', 'XL', 'XXL', 'XS'))).toBe(`picked: ${size.toUpperCase()}`);
  expect(resolved(size, menu('Z', 'Q'))).toBeNull();
});

test('a slip between two labels that are near each other is asked about', () => {
  expect(resolved('shrt', menu('Shirt', 'Short'))).toBe('unclear: Shirt | Short');
  expect(resolved('shirtt', menu('Shirt', 'Shirts'))).toBe('unclear: Shirt | Shirts');
  expect(resolved('jackett', menu('Jacket', 'Packet'))).toBe('unclear: Jacket | Packet');
});

test('numbers in labels are never taken for one another', () => {
  expect(resolved('size 43', menu('Size 41', 'Size 42'))).toBeNull();
  expect(resolved('siez 42', menu('Size 41', 'Size 42'))).toBe('near: Size 42');
});

test.each(['no', 'none', 'nope', 'nein', 'nada'])('%s is no slip of On, One, Hope or Nova', (text) => {
  expect(resolved(text, menu('On', 'One', 'Hope', 'Nova', 'Nadia', 'Nein danke nicht'.slice(0, 3)))).toBeNull();
});

test('a bare no is the polite no, and no sugar is asked for by name', () => {
  expect(resolved('no', menu('Yes, please', 'No, thanks'))).toBe('near: No, thanks');
  expect(resolved('no', menu('Brown sugar', 'No sugar'))).toBeNull();
  expect(resolved('no sugar', menu('Brown sugar', 'No sugar'))).toBe('picked: No sugar');
});

test('an ordinal that a label uses is the label', () => {
  expect(resolved('first class', menu('Second class', 'First class'))).toBe('picked: First class');
  expect(resolved('first', menu('Second class', 'First class'))).toBe('near: First class');
});

test('labels of signs alone are answered by themselves', () => {
  expect(resolved('👎', menu('👍', '👎'))).toBe('picked: 👎');
  expect(resolved('👎🏽', menu('👍', '👎'))).toBe('picked: 👎');
  expect(resolved('🔴', menu('🔵 Blue', '🔴 Red'))).toBe('picked: 🔴 Red');
  expect(resolved('C++', menu('C#', 'C++'))).toBe('picked: C++');
});

test('a part that several labels share is asked about', () => {
  expect(resolved('coat', menu('Winter coat', 'Rain coat', 'Hat'))).toBe('unclear: Winter coat | Rain coat');
  expect(resolved('the winter one', menu('Winter coat', 'Rain coat', 'Hat'))).toBe('near: Winter coat');
});

test('a label within another is the longer one where that was said', () => {
  expect(resolved('the dark blue one', menu('Blue', 'Dark blue'))).toBe('picked: Dark blue');
  expect(resolved('the blue one', menu('Blue', 'Dark blue'))).toBe('picked: Blue');
});

test('nothing is picked from no menu', () => {
  expect(resolveReply('2', { choices: [] })).toBeNull();
});

test('a label that was shown cut is that label, though it looks like a number or like another label', () => {
  expect(resolved('2…', menu('Socks', 'Hat', '2 pairs'))).toBe('picked: 2 pairs');
  expect(resolved('Coat…', menu('Coat', 'Coat with hood'))).toBe('picked: Coat with hood');
});

test('a choice without a label answers to the number it is shown by', () => {
  expect(resolveReply('#2', menu('Yes', ' '))).toMatchObject({ kind: 'picked', choice: { id: 'id-b' } });
});

test.each([
  ['standart', 'near: Standard, $4.90'],
  ['the standrad one', 'near: Standard, $4.90'],
  ['expres', 'near: Express, $12.00'],
  ['the cheapest', 'picked: Standard, $4.90'],
  ['the cheapest one please', 'picked: Standard, $4.90'],
  ['la más barata', 'picked: Standard, $4.90'],
  ['das günstigste', 'picked: Standard, $4.90'],
])('%s picks by what stands before the comma, or by the price behind it: %s', (text, expected) => {
  expect(resolved(text, menu('Express, $12.00', 'Standard, $4.90'))).toBe(expected);
});

test('what stands before the comma tells nothing where two labels begin so', () => {
  expect(resolved('standart', menu('Standard, $4.90', 'Standard, $7.90'))).toBeNull();
  expect(resolved('standart', menu('Standard, $4.90', 'Standards, $7.90'))).toBe(
    'unclear: Standard, $4.90 | Standards, $7.90',
  );
});

test('the cheapest is asked about where two cost the same, and is none where a price is not told', () => {
  expect(resolved('the cheapest', menu('Post, 4,90 €', 'Courier, 4,90 €', 'Express, 12,00 €'))).toBe(
    'unclear: Post, 4,90 € | Courier, 4,90 €',
  );
  expect(resolved('the cheapest', menu('Post, 4,90 €', 'Express, 12,00 €'))).toBe('picked: Post, 4,90 €');
  expect(resolved('the cheapest', menu('Express, $12.00', 'Not now'))).toBeNull();
  expect(resolved('the cheapest phone', menu('Express, $12.00', 'Standard, $4.90'))).toBeNull();
  expect(resolved('cheapest', menu('Red, 2 pieces', 'Blue, 1 piece'))).toBeNull();
});
