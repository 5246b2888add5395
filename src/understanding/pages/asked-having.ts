import { foldCase } from '../normalise.ts';
import { pageLanguages } from './languages/page-languages.ts';

/** "Do you have a store in New York": what is asked for, and the words up to its end. */
export interface AskedHaving {
  readonly thing: readonly string[];
  readonly upTo: readonly string[];
  /** The thing is sold, whatever else its word means. */
  readonly isSold: boolean;
}

const languages = [...pageLanguages.values()];
const has = languages.flatMap((language) => split(language.has)).toSorted((one, other) => other.length - one.length);
const sold = new Set(languages.flatMap((language) => language.sold.map(foldCase)));
/** What follows tells where, for whom or of which kind. */
const cuts = new Set(
  split([
    'in on at for from with without to near that which i my by under over below para con sin em com fur mit aus في من',
  ])[0],
);
const wondering = new Set(['if', 'whether', 'ob', 'si', 'se']);

/** `null`: it does not ask whether there is something. In any language, for a page's own may be another than the shopper's. */
export function askedHaving(words: readonly string[]): AskedHaving | null {
  const from = words.findIndex((word) => wondering.has(word)) + 1;
  const at = beginsAt(words, 0) ?? (from > 0 ? beginsAt(words, from) : null);
  if (at === null) return null;
  const cut = words.findIndex((word, index) => index > at && cuts.has(word));
  const end = cut < 0 ? words.length : cut;
  const thing = words.slice(at, end);
  return { thing, upTo: words.slice(0, end), isSold: sold.has(withoutArticle(thing).join(' ')) };
}

function beginsAt(words: readonly string[], from: number): number | null {
  const phrase = has.find((each) => each.every((word, offset) => words[from + offset] === word));
  return phrase && words.length > from + phrase.length ? from + phrase.length : null;
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.filter((word) => !['a', 'an', 'any', 'the', 'some'].includes(word));
}

function split(phrases: readonly string[]): readonly (readonly string[])[] {
  return phrases.map((phrase) => foldCase(phrase).split(' '));
}
