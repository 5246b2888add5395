import { languageOf } from '../../words.ts';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import { hindi } from './hindi.ts';
import type { PageLanguage } from './language.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** Those of which more is known than their letters. */
export const pageLanguages: ReadonlyMap<string, PageLanguage> = new Map([
  ['en', english],
  ['es', spanish],
  ['pt', portuguese],
  ['de', german],
  ['hi', hindi],
  ['ar', arabic],
]);

const unknown: PageLanguage = {
  empty: [],
  asks: [],
  asksWhether: [],
  wishes: [],
  has: [],
  sold: [],
  tells: [],
  elsewhere: [],
  own: [],
  same: [],
  endings: [],
};

export function pageLanguageOf(locale: string): PageLanguage {
  return pageLanguages.get(languageOf(locale)) ?? unknown;
}
