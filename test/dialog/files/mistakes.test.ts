import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MistakeCode, severities } from '../../../src/dialog/files/codes.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';
import { exampleContext, exampleFlows } from './example-shop.ts';
import { flowWith, marked } from './marked.ts';
import { type MistakeCase, mistakeCases } from './mistake-cases.ts';

function parts(mistake: MistakeCase) {
  const flows = [mistake.flow ?? '', ...(mistake.others ?? [])].map((text, index) =>
    marked(index === 0 ? 'flows/sample.yaml' : `flows/a-${index}.yaml`, text),
  );
  const messages =
    mistake.spanish === undefined ? [] : [marked(mistake.messagesPath ?? 'messages/es.yaml', mistake.spanish)];
  const texts = [mistake.flow ?? '', ...(mistake.others ?? []), mistake.spanish ?? ''];
  const where = [...flows, ...messages][texts.filter((text) => text !== '').findIndex((text) => text.includes('§'))];
  return { flows: flows.map(({ file }) => file), messages: messages.map(({ file }) => file), where };
}

describe('every mistake is told at its place, in plain words, with what mends it', () => {
  for (const mistake of mistakeCases) {
    it(`${mistake.code}: ${mistake.title}`, () => {
      const { flows, messages, where } = parts(mistake);
      const loaded = loadBook(flows, messages, exampleContext);
      const told = loaded.mistakes.filter(({ code }) => code === mistake.code);
      const seen = loaded.mistakes.map(
        (one) => `${one.file}:${one.line}:${one.column} ${one.code} ${one.message} ${one.hint}`,
      );
      const found = told.find((one) => mistake.message.test(one.message));
      expect(found, seen.join('\n')).toBeDefined();
      expect(`${found?.file}:${found?.line}:${found?.column}`, seen.join('\n')).toBe(
        `${where?.file.path}:${where?.line}:${where?.column}`,
      );
      expect(found?.hint ?? '').toMatch(mistake.hint);
      expect(loaded.book === null).toBe(loaded.mistakes.some(({ severity }) => severity === 'error'));
      const errors = loaded.mistakes.filter(({ severity, code }) => severity === 'error' && code !== mistake.code);
      expect(errors, 'one slip is one mistake').toEqual([]);
    });
  }
});

describe('the list of mistakes', () => {
  const codes = Object.keys(severities) as MistakeCode[];

  it('has a case for every code', () => {
    expect(codes.filter((code) => !mistakeCases.some((mistake) => mistake.code === code))).toEqual([]);
  });

  it('is explained in docs/flows/mistakes.md, code by code', () => {
    const page = readFileSync(new URL('../../../docs/flows/mistakes.md', import.meta.url), 'utf8');
    expect(codes.filter((code) => !page.includes(`### ${code}\n`))).toEqual([]);
  });
});

describe('files with many mistakes', () => {
  it('a file that cannot be read does not hide what its head shares with other flows', () => {
    const text = (id: string, steps: string) =>
      flowWith(steps).replace('flow: sample', `flow: ${id}`).replace('try the sample', 'the same words');
    const flows = [
      { path: 'a.yaml', text: text('one', '- say: "Hello') },
      { path: 'b.yaml', text: text('one', '- say: Hello {{ nobody }}') },
    ];
    const { mistakes } = loadBook(flows, [], exampleContext);
    expect(mistakes.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'a.yaml:1 duplicate-flow',
      'a.yaml:4 same-trigger',
      expect.stringMatching(/^a\.yaml:\d+ broken-yaml$/),
      'b.yaml:6 unknown-slot',
    ]);
  });

  it('a head that cannot be read either is told once', () => {
    const text = flowWith('- say: Hello').replace('about: A sample.', 'about: "A sample.');
    const { mistakes } = loadBook([{ path: 'a.yaml', text }], [], exampleContext);
    expect(mistakes.map(({ code }) => code)).toEqual(['broken-yaml']);
  });

  it('a set that is right has none', () => {
    expect(loadBook(exampleFlows, [], exampleContext).mistakes).toEqual([]);
  });

  it('ten different mistakes in one file are ten messages, in the order of the lines', () => {
    const text = `flow: ten
about: Ten mistakes.
starts on:
  - ten mistakes
  - pattern: '(\\d+'
steps:
  - sya: Hello
  - say: Open: nine to five
  - ask: Which one?
    for: one
    type: emial
    sory: Sorry?
  - say: It is {{ oen }}.
  - say: It is {{ one | upcas }}.
  - do: orders.trak
    with: { order: "{{ one }}" }
  - do: catalog.search
    with: { query: shoes, limit: many }
  - run: nowhere
  - go to: nobody
`;
    const { book, mistakes } = loadBook([{ path: 'flows/ten.yaml', text }], [], exampleContext);
    expect(book).toBeNull();
    expect(mistakes.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
      '5:14 broken-pattern',
      '7:5 unknown-step',
      '8:10 broken-yaml',
      '11:11 unknown-slot-type',
      '12:5 unknown-key',
      '13:19 unknown-slot',
      '14:25 unknown-filter',
      '15:9 unknown-action',
      '18:34 wrong-argument',
      '19:10 unknown-flow',
      '20:12 unknown-target',
    ]);
    expect(mistakes.filter(({ hint }) => hint === null).map(({ code }) => code)).toEqual(['wrong-argument']);
  });

  it('a broken file is told and the others are checked on', () => {
    const broken = { path: 'flows/people.yaml', text: 'flow: people\nsteps:\n  - say: "never closed\n' };
    const files = exampleFlows.map((file) => (file.path === broken.path ? broken : file));
    const { mistakes } = loadBook(files, [], exampleContext);
    expect(mistakes.map(({ file, code }) => `${file} ${code}`)).toEqual(['flows/people.yaml broken-yaml']);
  });

  it('the same mistakes come whatever order the files are read in', () => {
    const files = exampleFlows.map(({ path, text }) => ({ path, text: text.replaceAll('say:', 'sya:') }));
    const there = loadBook(files, [], exampleContext).mistakes;
    expect(there.length).toBeGreaterThan(3);
    expect(loadBook(files.toReversed(), [], exampleContext).mistakes).toEqual(there);
  });
});
