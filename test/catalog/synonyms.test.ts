import { describe, expect, it } from 'vitest';
import { overrideSynonyms, parseSynonyms, synonymsOf } from '../../src/catalog/synonyms.ts';

describe('a synonyms file', () => {
  it('is a list of groups, each word of which finds the others', () => {
    expect(parseSynonyms('- [Coat, jacket]\n- [tee, T-Shirt]\n')).toEqual({
      synonyms: { coat: ['jacket'], jacket: ['coat'], tee: ['t-shirt'], 't-shirt': ['tee'] },
    });
  });

  it('may also name one-way words', () => {
    expect(parseSynonyms('same: [[a, b]]\nalso: { wellies: [boots] }')).toEqual({
      synonyms: { a: ['b'], b: ['a'], wellies: ['boots'] },
    });
  });

  it('may be empty', () => {
    expect(parseSynonyms('')).toEqual({ synonyms: {} });
  });

  it('tells where it is broken', () => {
    expect(parseSynonyms('- [a, b]\n- [c, d\n')).toEqual({
      problems: [{ line: expect.any(Number), column: expect.any(Number), reason: expect.any(String) }],
    });
    expect(parseSynonyms('- [alone]')).toEqual({
      problems: [{ line: 1, column: 1, reason: expect.stringContaining('groups') }],
    });
  });

  it('replaces the built-in synonyms of the words it names, and no others', () => {
    const builtIn = synonymsOf([
      ['coat', 'jacket'],
      ['sofa', 'couch'],
    ]);
    expect(overrideSynonyms(builtIn, { coat: ['cloak'] })).toEqual({
      coat: ['cloak'],
      jacket: ['coat'],
      sofa: ['couch'],
      couch: ['sofa'],
    });
  });
});
