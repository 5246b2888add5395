import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLimits } from '../../../src/care/pages/page-limits.ts';
import { load, mistakesIn } from './written.ts';

describe('passages', () => {
  it('are the paragraphs and lists below each heading, without marks, with what stands above them as their title', () => {
    const { passages } = load({
      'delivery.md': `# Delivery

We deliver **everywhere** in [the US](https://example.com/map).

## Costs

Two ways:

- *Standard*: $4.90
- Express: $12.90

### Large things

Ask us &amp; we tell.
`,
    });
    expect(passages.map(({ title, text }) => [title, text])).toEqual([
      ['Delivery', 'We deliver everywhere in the US (https://example.com/map).'],
      ['Delivery › Costs', 'Two ways:\n• Standard: $4.90\n• Express: $12.90'],
      ['Delivery › Costs › Large things', 'Ask us & we tell.'],
    ]);
  });

  it('have a table row by row, with the names of its columns', () => {
    const { passages } = load({
      'sizes.md': '# Sizes\n\n| size | chest |\n| --- | --- |\n| S | 34 in |\n| M | 38 in |\n',
    });
    expect(passages[0]?.text).toBe('• S: chest 34 in\n• M: chest 38 in');
  });

  it('keep the link of their page, and their language', () => {
    const texts = { 'a.md': '---\ntitle: A\nlink: https://example.com/a\n---\nOne.', 'es/a.md': '# La A\n\nUno.' };
    expect(load(texts).passages).toMatchObject([
      { page: 'a', title: 'A', link: 'https://example.com/a', locale: 'en-US' },
      { page: 'a', title: 'La A', link: null, locale: 'es' },
    ]);
  });

  it('take the ways to ask that are written below their heading, or fit them best', () => {
    const head = 'questions:\n  - Costs:\n      - is it dear\n  - how many days until it arrives\n';
    const { passages } = load({
      'delivery.md': `---\ntitle: Delivery\n${head}---\n## Costs\n\n$5.\n\n## Time\n\nIt arrives after two days.\n`,
    });
    expect(passages.map(({ questions }) => questions)).toEqual([['is it dear'], ['how many days until it arrives']]);
  });

  it('are read alike with Windows line ends and a byte order mark', () => {
    const text = '---\ntitle: A\n---\n\n## B\n\nOne.\n\n- two\n- three\n';
    const { passages } = load({ 'a.md': `\ufeff${text.replaceAll('\n', '\r\n')}` });
    expect(passages).toEqual(load({ 'a.md': text }).passages);
    expect(passages).toHaveLength(2);
  });
});

describe('mistakes in pages', () => {
  it.each([
    ['a page without a title', 'Only words.', ['1:1 no-title']],
    ['a head that never ends', '---\ntitle: A\n', ['1:1 nothing-said', '1:1 unclosed-head']],
    ['a link that is none', '---\ntitle: A\nlink: www.example.com\n---\nOne.', ['3:7 bad-link']],
    ['a key that is not known', '---\ntitel: A\n---\n# A\n\nOne.', ['2:1 unknown-key']],
    ['YAML that cannot be read', '---\ntitle: A: B\n---\n# A\n\nOne.', ['2:8 broken-yaml']],
    [
      'a heading that is not there, once for all its questions',
      '---\nquestions:\n  - Cost:\n      - how much\n      - is it dear\n---\n# A\n\n## Costs\n\nOne.',
      ['4:9 unknown-heading'],
    ],
    [
      'a heading that is not there',
      '---\nquestions:\n  - Cost:\n      - how much\n---\n# A\n\n## Costs\n\nOne.',
      ['4:9 unknown-heading'],
    ],
    ['HTML within a line', '# A\n\nOne\n<b>two</b>.\n', ['4:1 html-left-out']],
    ['HTML', '# A\n\nOne.\n\n<div>two</div>\n', ['5:1 html-left-out']],
    ['a page without words', '# A\n', ['1:1 nothing-said']],
    [
      'a question too long',
      `---\ntitle: A\nquestions:\n  - ${'x'.repeat(pageLimits.question + 1)}\n---\nOne.`,
      ['4:5 question-too-long'],
    ],
    ['a passage too long', `# A\n\nOne.\n\n${'word '.repeat(pageLimits.passage / 4)}\n`, ['5:1 long-passage']],
    ['a file too long', `# A\n\n${'word '.repeat(pageLimits.page / 4)}`, ['3:1 page-too-long']],
  ])('%s is told with file and line', (_what, text, places) => {
    expect([...mistakesIn({ 'a.md': text })].sort()).toEqual(places.map((place) => `pages/a.md:${place}`));
  });

  it('names of files and folders are told, and a translation of nothing is a warning', () => {
    const texts = { 'My Page.md': '# A\n\nOne.', 'images/a.md': '# A\n\nOne.', 'es/b.md': '# B\n\nUno.' };
    expect([...mistakesIn(texts)].sort()).toEqual([
      'pages/My Page.md:1:1 bad-page-name',
      'pages/es/b.md:1:1 no-original',
      'pages/images/a.md:1:1 unknown-language',
    ]);
  });

  it('a warning keeps no page from going live, an error all of them', () => {
    expect(load({ 'a.md': '# A\n\nOne.\n\n<i>x</i>\n' }).pages).not.toBeNull();
    expect(load({ 'a.md': '# A\n\nOne.', 'b.md': 'no title' }).pages).toBeNull();
  });

  it('no text at all makes reading fail, and each mistake is at a line of the file', () => {
    let [read, mistaken] = [0, 0];
    const piece = fc.constantFrom(
      '---\n',
      'title: A\n',
      'questions:\n',
      '  - a: b\n',
      '# H\n',
      '\n',
      '- x\n',
      '<p>\n',
      '| a |\n',
      '```\n',
      '> q:\n',
      '&#0;',
      '](',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 12 })), { maxLength: 20 }), (pieces) => {
        const text = pieces.join('');
        const { passages, mistakes } = load({ 'a.md': text });
        read += Number(passages.length > 0);
        mistaken += Number(mistakes.length > 0);
        const lines = text.split(/\r\n|\n/u).length;
        return (
          mistakes.every(({ line, column }) => line >= 1 && line <= lines && column >= 1) &&
          passages.every((one) => one.text !== '')
        );
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(30);
    expect(mistaken).toBeGreaterThan(30);
  });
});
