import { expect, it } from 'vitest';
import { overrideSynonyms, synonymsOf } from '../../src/catalog/synonyms.ts';

it('a merchant’s synonyms replace the built-in ones of the words they name, and no others', () => {
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
