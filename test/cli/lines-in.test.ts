import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesIn } from '../../src/cli/lines-in.ts';

async function read(chunks: readonly (string | Uint8Array)[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesIn(Readable.from(chunks))) lines.push(line);
  return lines;
}

describe('a line', () => {
  it.each([
    ['ends with a line feed alone', 'a\u2028b\u2029c\rd\u0085e\nf\n', ['a\u2028b\u2029c\rd\u0085e', 'f']],
    ['may end as Windows ends it', 'a\r\nb\r\n', ['a', 'b']],
    ['may be the last without an end', 'a\nb', ['a', 'b']],
    ['may be empty', '\n\na\n', ['', '', 'a']],
    ['begins after a byte-order mark', '\uFEFFa\n', ['a']],
    ['is not there where nothing was written', '', []],
  ])('%s', async (_fact, text, lines) => {
    expect(await read([text])).toEqual(lines);
  });
});

it('lines are the same however their bytes arrive', async () => {
  let cutLetters = 0;
  const text = fc.string({ unit: fc.constantFrom('a', 'é', 'ع', '😀', '\n', '\u2028', '"') });
  await fc.assert(
    fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (written, size) => {
      const bytes = Buffer.from(written);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      if (chunks.some((chunk) => chunk.toString().includes('\uFFFD'))) cutLetters += 1;
      const whole = written.split('\n');
      expect(await read(chunks)).toEqual(whole.at(-1) === '' ? whole.slice(0, -1) : whole);
    }),
    { numRuns: 200 },
  );
  expect(cutLetters).toBeGreaterThan(50);
});

it('nothing more is read once it is told to leave', async () => {
  const leaving = new AbortController();
  const input = new PassThrough();
  input.write('one\ntwo\nthr');
  const lines: string[] = [];
  for await (const line of linesIn(input, leaving.signal)) {
    lines.push(line);
    leaving.abort();
  }
  expect(lines).toEqual(['one']);
  expect(input.destroyed).toBe(true);
});
