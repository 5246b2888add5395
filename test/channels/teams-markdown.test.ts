import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../adapters/channels/teams/markdown.ts';
import type { RichText } from '../../src/channel/rich-text.ts';

const link = { link: 'https://a.example/x', text: ['here'] };

/** What is read back by CommonMark's own reader as the words that were meant. */
const written: readonly (readonly [string, RichText, string])[] = [
  [
    'bold, italic, code and a link',
    [{ bold: ['a'] }, ' ', { italic: ['b'] }, ' ', { code: 'c' }, ' ', link],
    '**a** *b* `c` [here](https://a.example/x)',
  ],
  ['bold within italic', [{ italic: ['so ', { bold: ['it is'] }] }], '*so* ***it is***'],
  ['spaces inside bold, outside its signs', [{ bold: [' a '] }, 'b'], ' **a** b'],
  ['bold over lines, closed on each', [{ bold: ['a\nb'] }], '**a**  \n**b**'],
  ['two bold pieces side by side, as one', [{ bold: ['a'] }, { bold: ['b'] }], '**ab**'],
  ['bold and italic side by side, the second without its sign', [{ bold: ['a'] }, { italic: ['b'] }], '**a**b'],
  ['bold that ends in a sign before a letter, without its own', [{ bold: ['a.'] }, 'b'], 'a.b'],
  ['bold that begins with a sign after a letter, without its own', ['a', { bold: ['$9'] }], 'a$9'],
  ['code with backticks', [{ code: 'a `b`' }], '`` a `b` ``'],
  [
    'a sign of exclamation before a link, which would be a picture',
    ['now!', link],
    'now\\![here](https://a.example/x)',
  ],
  ['a backslash at the end of italic', [{ italic: ['a\\'] }], '*a\\\\*'],
  ['a line of `=` under words, which would be a heading', ['a\n=='], 'a  \n\\=='],
  ['numbers that begin a line', ['1. a\n10) b\n1.5 c'], '1\\. a  \n10\\) b  \n1.5 c'],
  ['HTML and its entities', ['<b>&amp; 3 < 4 & 5'], '\\<b>\\&amp; 3 < 4 & 5'],
  ['a link that Teams would not open, written out', [{ link: 'javascript:x', text: ['here'] }], 'here (javascript:x)'],
  [
    'a link without words, by its address',
    [{ link: 'https://a.example/x', text: [] }],
    '[https://a.example/x](https://a.example/x)',
  ],
];

describe('markdown for Teams', () => {
  it.each(written)('writes %s', (_, text, expected) => {
    expect(toMarkdown(text)).toBe(expected);
  });
});
