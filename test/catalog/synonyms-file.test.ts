import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadSynonyms } from '../../src/catalog/synonyms-file.ts';

const load = (text: string) => loadSynonyms({ path: 'flows/synonyms.yaml', text });
const places = (text: string) =>
  load(text).mistakes.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

describe('a synonyms file', () => {
  it('is a list of groups, each word of which finds the others', () => {
    expect(load('- [Coat, jacket]\n- [tee, T-Shirt]\n').synonyms).toEqual({
      ...{ coat: ['jacket'], jacket: ['coat'] },
      ...{ tee: ['t-shirt'], 't-shirt': ['tee'] },
    });
  });

  it('may also name one-way words, and take the built-in ones away', () => {
    expect(load('same: [[a, b]]\nalso: { wellies: [boots], Sofa: [] }').synonyms).toEqual({
      ...{ a: ['b'], b: ['a'] },
      ...{ wellies: ['boots'], sofa: [] },
    });
  });

  it('may be empty, or hold a key with nothing behind it yet', () => {
    for (const text of ['', '# later\n', 'same:\n', 'also:\n'])
      expect(load(text)).toEqual({ synonyms: {}, mistakes: [] });
  });

  it('keeps numbers and yes and no as words', () => {
    expect(load('- [501, jeans]\n- [no, none]').synonyms).toEqual({
      ...{ 501: ['jeans'], jeans: ['501'] },
      ...{ no: ['none'], none: ['no'] },
    });
  });

  it('tells every mistake with its line and column, and is not read then', () => {
    const text = [
      'sames:',
      '  - [a, b]',
      'same:',
      '  - [alone]',
      '  - coat, jacket',
      '  - [c, { d: e }, ""]',
      '  - [twice, Twice]',
      'also:',
      '  tee: t-shirt',
      `  long: [${'x'.repeat(101)}]`,
      '  empty:',
    ].join('\n');
    expect(places(text)).toEqual([
      'flows/synonyms.yaml:1:1 unknown-key',
      'flows/synonyms.yaml:4:5 wrong-type',
      'flows/synonyms.yaml:5:5 wrong-type',
      'flows/synonyms.yaml:6:5 wrong-type',
      'flows/synonyms.yaml:6:9 wrong-type',
      'flows/synonyms.yaml:6:19 wrong-type',
      'flows/synonyms.yaml:7:5 wrong-type',
      'flows/synonyms.yaml:9:8 wrong-type',
      'flows/synonyms.yaml:10:10 wrong-type',
      'flows/synonyms.yaml:11:3 wrong-type',
    ]);
    expect(load(text).synonyms).toBeNull();
    expect(load(text).mistakes[0]?.hint).toBe('Did you mean "same"?');
  });

  it('that is no YAML, or a mere text, is told at its place', () => {
    expect(places('- [a, b]\n- [c, d\n')).toEqual([
      expect.stringMatching(/^flows\/synonyms\.yaml:[23]:\d+ broken-yaml$/u),
    ]);
    expect(load('- [a, b]\n- [c, d\n').synonyms).toBeNull();
    expect(places('coat jacket')).toEqual(['flows/synonyms.yaml:1:1 wrong-type']);
    expect(places('also: [a, b]')).toEqual(['flows/synonyms.yaml:1:7 wrong-type']);
  });

  it('of the starter flows is good', async () => {
    const { synonyms, mistakes } = load(await readFile('flows/synonyms.yaml', 'utf8'));
    expect(mistakes).toEqual([]);
    expect(synonyms).toMatchObject({ abrigo: ['coat'] });
  });
});
