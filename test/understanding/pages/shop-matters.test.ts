import { describe, expect, it } from 'vitest';
import { englishMatters } from '../../../src/understanding/pages/matters/english-matters.ts';
import { matterReader } from '../../../src/understanding/pages/matters/read-matters.ts';
import { shopMatters } from '../../../src/understanding/pages/matters/shop-matters.ts';
import { spanishMatters } from '../../../src/understanding/pages/matters/spanish-matters.ts';
import { spelledWords } from '../../../src/understanding/pages/spelled-words.ts';

const english = matterReader('en');
const meant = (text: string) => english.read(spelledWords(text)).meant;

describe('what shoppers ask any shop', () => {
  it.each([
    ['how long 2 get it', 'how long delivery takes'],
    ['do u ship 2 europe', 'where is delivered to'],
    ['who pays to send it back', 'what a return costs'],
    ['can i pay w a gift card', 'using gift cards'],
    ['wat if it dont fit', 'between two sizes and what does not fit'],
  ])('“%s” is %s', (text, matter) => {
    expect(meant(text)).toEqual([matter]);
  });

  it('is nothing where nothing of a shop is said', () => {
    expect(meant('red mug')).toEqual([]);
    expect(matterReader('fr').read(['livraison']).meant).toEqual([]);
  });

  it('is told by classes that English has, and by none that no language has', () => {
    const classes = new Set(Object.values(shopMatters).flatMap((lines) => lines.flatMap((line) => line.split(' '))));
    expect([...classes].filter((name) => !(name in englishMatters))).toEqual([]);
    expect(Object.keys(spanishMatters).filter((name) => !(name in englishMatters))).toEqual([]);
  });

  it('is told by “2” and “4” as words only where they count nothing', () => {
    expect(spelledWords('how long 2 get it')).toContain('to');
    expect(spelledWords('is it here in 2 days')).toContain('2');
  });
});
