import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import { flowGraph } from '../../../src/dialog/files/mermaid.ts';
import { exampleContext, exampleFlows } from './example-shop.ts';

const spices = [
  '{',
  '}',
  '{{',
  '}}',
  '{%',
  '%}',
  '|',
  ':',
  '- ',
  '\n',
  '\t',
  '"',
  "'",
  '#',
  '*a',
  '&a ',
  '!!x ',
  '?',
  '[',
  ']',
  '  ',
  'then',
  'end',
  '\u0000',
  '💥',
  '__proto__: x\n',
  '<<: *a',
  'go to: find',
];

const cut = fc.record({
  at: fc.nat(),
  gone: fc.nat({ max: 30 }),
  put: fc.oneof(fc.constantFrom(...spices), fc.string({ maxLength: 8 })),
});

function mutate(text: string, { at, gone, put }: { at: number; gone: number; put: string }): string {
  const from = at % (text.length + 1);
  return text.slice(0, from) + put + text.slice(from + gone);
}

describe('whatever the files hold, the checker answers', () => {
  it('a good shop with something cut out and something put in gives a book or mistakes, never a throw', () => {
    const reached = { books: 0, broken: 0, codes: new Set<string>() };
    const change = fc.tuple(fc.nat({ max: exampleFlows.length - 1 }), fc.array(cut, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(change, ([which, cuts]) => {
        const files = exampleFlows.map((file, index) =>
          index === which ? { ...file, text: cuts.reduce(mutate, file.text) } : file,
        );
        const { book, mistakes } = loadBook(files, [], exampleContext);
        for (const { code } of mistakes) reached.codes.add(code);
        if (book) {
          reached.books += 1;
          expect(flowGraph(book)).toContain('flowchart TD');
        } else {
          reached.broken += 1;
          expect(mistakes.some(({ severity }) => severity === 'error')).toBe(true);
        }
        for (const { line, column, file } of mistakes) {
          const lines = files.find(({ path }) => path === file)?.text.split('\n') ?? [];
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 400 },
    );
    expect(reached.books).toBeGreaterThan(0);
    expect(reached.broken).toBeGreaterThan(50);
    expect(reached.codes.size).toBeGreaterThan(10);
  });

  it('any text as a flow or as messages gives mistakes, never a throw', () => {
    const yamlish = fc.array(
      fc.oneof(fc.constantFrom('flow: ', 'steps:', 'say: ', '- ', ...spices), fc.string({ maxLength: 12 })),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(yamlish, (parts) => {
        const text = parts.join('');
        const { book, mistakes } = loadBook([{ path: 'a.yaml', text }], [{ path: 'es.yaml', text }], exampleContext);
        expect(book === null).toBe(mistakes.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 400 },
    );
  });

  it.each([1000, 20_000])('%i nested lists are refused in words', (depth) => {
    const text = `flow: deep\nabout: x\nsteps: ${'['.repeat(depth)}${']'.repeat(depth)}\n`;
    expect(loadBook([{ path: 'a.yaml', text }], [], exampleContext).book).toBeNull();
  });

  it('aliases are not followed, so that a few lines cannot become a billion', () => {
    const lines = [
      'flow: bomb',
      'about: &a0 x',
      ...Array.from({ length: 9 }, (_, index) => `k${index}: &a${index + 1} [${`*a${index},`.repeat(9)}]`),
    ];
    const { mistakes } = loadBook([{ path: 'a.yaml', text: `${lines.join('\n')}\nsteps: *a9\n` }], [], exampleContext);
    expect(mistakes.at(-1)).toMatchObject({ line: 12, code: 'wrong-type' });
  });
});
