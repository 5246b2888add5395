import { describe, expect, it } from 'vitest';
import { mergeWish, readRefinement } from '../../src/understanding/wish/merge-wish.ts';
import { plainVocabulary } from '../../src/understanding/wish/plain-vocabulary.ts';

const options = { vocabulary: plainVocabulary, exponent: 2, locale: 'en' };

function merged(before: string, said: string): string | null {
  const refinement = readRefinement(said, options);
  return refinement && mergeWish(before, refinement.parts, options);
}

describe('a refinement', () => {
  it.each([
    ['need a red mug', 'that but in blue', 'need a mug in blue'],
    ['show me running shoes', 'blue ones', 'show me running shoes blue'],
    ['running shoes', 'not nike', 'running shoes without nike'],
    ['running shoes under 100', 'under 60', 'running shoes under 60'],
    ['leather jacket, not black', 'size M', 'leather jacket, not black size M'],
    ['jacket the most expensive', 'something similar but under 100', 'jacket under 100'],
    ['headphones under 60', 'the cheapest', 'headphones under 60 the cheapest'],
    ['lamps', 'sort by price', 'lamps cheapest'],
    ['winterjacke', 'gibts die auch in blau?', 'winterjacke in blau'],
    ['blue mug', 'not blue', 'mug without blue'],
  ])('of “%s” with “%s” keeps the thing', (before, said, wanted) => {
    expect(merged(before, said)).toBe(wanted);
  });

  it.each(['blue sofa', 'cheaper shoes', 'not sure', 'not now', 'the 2nd one', 'winter coat', 'no thanks', ''])(
    'is none where another thing or nothing is said: “%s”',
    (said) => {
      expect(readRefinement(said, options)).toBeNull();
    },
  );

  it.each(['cheaper', 'cheaper one', 'too expensive', 'sasta wala dikhao', 'was billigeres'])(
    'compares prices: “%s”',
    (said) => {
      expect(readRefinement(said, options)).toMatchObject({ price: 'cheaper', onlyExcludes: false });
    },
  );

  it('tells that it only says what is not wanted', () => {
    expect(readRefinement('not red', options)?.onlyExcludes).toBe(true);
    expect(readRefinement('red', options)?.onlyExcludes).toBe(false);
  });
});
