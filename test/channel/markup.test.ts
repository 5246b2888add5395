import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeMarkup, parseMarkup } from '../../src/channel/markup.ts';
import { plainText } from '../../src/channel/rich-text.ts';
import { startWork } from '../work-time.ts';

test.each([
  ['plain words', ['plain words']],
  ['', []],
  [
    '**bold** and *slanted* and _slanted_',
    [{ bold: ['bold'] }, ' and ', { italic: ['slanted'] }, ' and ', { italic: ['slanted'] }],
  ],
  ['take `a*b` now', ['take ', { code: 'a*b' }, ' now']],
  ['**bold *both***', [{ bold: ['bold ', { italic: ['both'] }] }]],
  ['***both***', [{ bold: [{ italic: ['both'] }] }]],
  [
    'see [our **best** coats](https://a.example/x_y?z=1)',
    ['see ', { link: 'https://a.example/x_y?z=1', text: ['our ', { bold: ['best'] }, ' coats'] }],
  ],
  ['[write](mailto:a@b.example)', [{ link: 'mailto:a@b.example', text: ['write'] }]],
  ['[](https://a.example)', [{ link: 'https://a.example', text: ['https://a.example'] }]],
  ['[a](https://a.example/\\(b\\))', [{ link: 'https://a.example/(b)', text: ['a'] }]],
  ['这是**粗体**字', ['这是', { bold: ['粗体'] }, '字']],
])('%s is read as markup', (source, expected) => {
  expect(parseMarkup(source)).toEqual(expected);
});

test.each([
  '2 * 3 * 4',
  '3*4*5',
  'snake_case_name',
  '**open',
  'close**',
  '* a\n* b',
  '[words](javascript:alert)',
  '[words] (x)',
  'a ` b',
  'https://a.example/_x_/y',
  '_a https://a.example/b_',
  '****',
  '** **',
  '``',
  '**one\n\ntwo**',
  'C:\\dir',
  ']',
  '[[]]',
])('%s means itself', (source) => {
  expect(parseMarkup(source)).toEqual([source]);
});

test('a backslash makes a sign mean itself', () => {
  expect(parseMarkup('\\*\\*5\\*\\* \\[x\\](y) \\\\')).toEqual(['**5** [x](y) \\']);
});

test('a sign that never closes does not stop the next pair', () => {
  expect(parseMarkup('a *b and _c_')).toEqual(['a *b and ', { italic: ['c'] }]);
  expect(parseMarkup('**a b **c**')).toEqual(['**a b ', { bold: ['c'] }]);
});

const signs = fc.string({
  unit: fc.constantFrom(...'*_`[]()\\ \nab.h'.split(''), '**', '](https://', 'https://', '\\', 'é', '👍🏽'),
});

test('an escaped value is read back as it was, whatever it holds', () => {
  const reached = { signs: 0 };
  fc.assert(
    fc.property(fc.oneof(signs, fc.string(), fc.string({ unit: 'binary' })), (value) => {
      if (escapeMarkup(value) !== value) reached.signs++;
      expect(plainText(parseMarkup(escapeMarkup(value)))).toBe(value);
    }),
    { numRuns: 2000 },
  );
  expect(reached.signs).toBeGreaterThan(300);
});

test('an escaped value stays literal within bold, code and link', () => {
  const reached = { inside: 0 };
  fc.assert(
    fc.property(
      signs.filter((value) => value.trim() !== '' && !value.includes('\n')),
      (value) => {
        const safe = escapeMarkup(value.trim());
        reached.inside++;
        expect(parseMarkup(`**${safe}**`)).toEqual([{ bold: [value.trim()] }]);
        expect(parseMarkup(`\`${safe}\``)).toEqual([{ code: value.trim() }]);
        expect(parseMarkup(`[${safe}](https://a.example)`)).toEqual([
          { link: 'https://a.example', text: [value.trim()] },
        ]);
      },
    ),
  );
  expect(reached.inside).toBeGreaterThan(50);
});

test('no letter of any source is lost', () => {
  fc.assert(
    fc.property(signs, (source) => {
      const letters = (text: string) => text.replace(/[^abé👍.]/gu, '');
      expect(letters(plainText(parseMarkup(source)))).toBe(letters(source));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '*',
  '_',
  '**',
  '`',
  '[',
  ']',
  '\\',
  '[a](https://b',
  '*a **b _c ',
  '](',
  '_https://',
  '`\\',
  '[x](https://a](',
  '\n',
])('100,000 times %j are read in less than two seconds of work, as only linear time can', (sign) => {
  const source = sign.repeat(100_000);
  const worked = startWork();
  parseMarkup(source);
  expect(worked()).toBeLessThan(2_000);
});
