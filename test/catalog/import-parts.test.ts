import { describe, expect, it } from 'vitest';
import { readCsv } from '../../src/catalog/import/csv.ts';
import { htmlToText } from '../../src/catalog/import/html-text.ts';
import { readJsonl } from '../../src/catalog/import/jsonl.ts';
import { parseMapOption, parseMappingFile } from '../../src/catalog/import/mapping.ts';
import { readPrice } from '../../src/catalog/import/price.ts';
import type { Row } from '../../src/catalog/import/row.ts';
import { startWork } from '../work-time.ts';

describe('prices', () => {
  it.each<[unknown, string, number]>([
    ['12.99', 'USD', 1_299],
    [12.99, 'USD', 1_299],
    [19.99, 'USD', 1_999],
    ['12,99 €', 'EUR', 1_299],
    ['€ 12,99', 'EUR', 1_299],
    ['$1,299.00', 'USD', 129_900],
    ['1.299,00', 'EUR', 129_900],
    ["1'299.50", 'CHF', 129_950],
    ['1 299,50', 'EUR', 129_950],
    ['1.234.567', 'EUR', 123_456_700],
    ['12.5', 'USD', 1_250],
    ['12', 'USD', 1_200],
    ['USD 7', 'USD', 700],
    ['1,500', 'JPY', 1_500],
    ['¥1500', 'JPY', 1_500],
    ['0.125', 'KWD', 125],
    ['0', 'USD', 0],
    ['12.50000', 'USD', 1_250],
  ])('reads %s in %s', (value, currency, amount) => {
    expect(readPrice(value, { currency })).toEqual({ amount, currency });
  });

  it.each<[unknown, string]>([
    ['', 'is missing'],
    [undefined, 'is missing'],
    [null, 'is missing'],
    ['-5', 'is negative'],
    [-0.01, 'is negative'],
    ['free', '"free" is not a price'],
    ['1,234', '"1,234" is unclear: thousands or decimals?'],
    ['12.345,6.7', '"12.345,6.7" is not a price'],
    ['1,23,456', '"1,23,456" is not a price'],
    ['1.999 9', '"1.999 9" has more decimals than USD has'],
    ['12,99 €', '"12,99 €" is in EUR, this import is in USD'],
    [Number.NaN, 'is not a number'],
    [{}, 'is not a number'],
    ['9'.repeat(400), 'is too large'],
  ])('refuses %j because it %s', (value, reason) => {
    expect(readPrice(value, { currency: 'USD' })).toEqual({ reason });
  });

  it('takes the decimal mark it is told', () => {
    expect(readPrice('1,234', { currency: 'EUR', decimal: '.' })).toEqual({ amount: 123_400, currency: 'EUR' });
    expect(readPrice('1.234', { currency: 'EUR', decimal: ',' })).toEqual({ amount: 123_400, currency: 'EUR' });
  });
});

describe('HTML of descriptions', () => {
  it('becomes lines of plain text', () => {
    const html =
      '<p>Warm &amp; <b>soft</b>&nbsp;coat</p><style>p{}</style><ul><li>Down</li><li>Hood &#x2713;</li></ul><script>alert("x")</script>';
    expect(htmlToText(html)).toBe('Warm & soft coat\n\n- Down\n- Hood ✓');
  });

  it('leaves plain text alone', () => {
    expect(htmlToText('5 < 6 and\nmore')).toBe('5 < 6 and more');
    expect(htmlToText('two\nlines')).toBe('two\nlines');
  });

  it('takes time in proportion to its length', () => {
    const worked = startWork();
    for (const evil of ['<', '<script', '<p ', '&#', '<!--']) htmlToText(evil.repeat(40_000));
    expect(worked()).toBeLessThan(2_000);
  });
});

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function rowsOf(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

describe('JSON Lines', () => {
  const file = Buffer.concat([
    Buffer.from('\ufeff{"a":"é"}\r\n\n{"broken\n[1]\n'),
    Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a]),
    Buffer.from(`{"long":"${'x'.repeat(1_100_000)}"}\n{"b":"😀"}`),
  ]);

  it.each([1, 2, 3, 7, 64 * 1024, 10_000_000])('reads the same in chunks of %i bytes', async (size) => {
    const small = size < 64 ? file.subarray(0, 60) : file;
    const rows = await rowsOf(readJsonl(inChunks(small, size)));
    expect(rows.slice(0, 4)).toEqual([
      { line: 1, record: { a: 'é' } },
      { line: 3, reason: 'the line is not readable JSON' },
      { line: 4, reason: 'the line is not a JSON object' },
      { line: 5, reason: 'the line is not UTF-8 text' },
    ]);
    if (size >= 64)
      expect(rows.slice(4)).toEqual([
        { line: 6, reason: 'the line is longer than 1 MB' },
        { line: 7, record: { b: '😀' } },
      ]);
  });
});

describe('CSV', () => {
  const file = Buffer.from('Name;Price\r\n"Two\nlines";1\r\n\r\nplain;2\nshort\n"say ""hi""";3\n');

  it.each([1, 2, 5, 1_000])('tells the line each row begins on, in chunks of %i bytes', async (size) => {
    const all = size < 11 ? inChunks(Buffer.concat([Buffer.alloc(0), file]), 11) : inChunks(file, size);
    expect(await rowsOf(readCsv(all))).toEqual([
      { line: 2, record: { Name: 'Two\nlines', Price: '1' } },
      { line: 5, record: { Name: 'plain', Price: '2' } },
      { line: 6, reason: 'the row has 1 columns, the header has 2' },
      { line: 7, record: { Name: 'say "hi"', Price: '3' } },
    ]);
  });

  it('names a quotation mark that is never closed', async () => {
    const rows = await rowsOf(readCsv(inChunks(Buffer.from('a,b\n1,2\n"x,3\n4,5\n'), 100)));
    expect(rows).toEqual([
      { line: 2, record: { a: '1', b: '2' } },
      { line: expect.any(Number), reason: 'a quotation mark is opened and never closed' },
    ]);
  });

  it('reads an empty file as no rows', async () => {
    expect(await rowsOf(readCsv(inChunks(Buffer.alloc(0), 1)))).toEqual([]);
  });
});

describe('column mappings', () => {
  it('are read from the option and from a file', () => {
    const mapping = { title: 'Name', category: ['Dept', 'Group'], 'attributes.colour': 'Farbe' };
    expect(parseMapOption('title=Name,category=Dept+Group,attributes.colour=Farbe')).toEqual({ mapping });
    expect(parseMappingFile('title: Name\ncategory: [Dept, Group]\nattributes: { colour: Farbe }\n')).toEqual({
      mapping,
    });
  });

  it.each([
    ['name=Title', /"name" is no field of a product/],
    ['title', /"title" is not of the form field=Column/],
  ])('refuse %s with a word', (text, problem) => {
    expect(parseMapOption(text)).toEqual({ problem: expect.stringMatching(problem) });
  });
});
