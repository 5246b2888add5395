import { spelledOut } from '../intents/shorthand.ts';
import type { PageLanguage } from './languages/language.ts';
import { plainWords } from './terms.ts';

/** The words of a text, shorthand spelt out: "u" is "you". What is a word of the language stays: "y" in Spanish. */
export function spelledWords(text: string, language?: PageLanguage): readonly string[] {
  const own = language ? new Set(language.empty) : null;
  const words = plainWords(text);
  return words.flatMap((word, at) => {
    if (own?.has(word) && !shortenings.has(word)) return [word];
    return said(word, words[at + 1]) ?? spelledOut(word);
  });
}

/** As they are typed in English, and mean nothing in another language. */
const shortenings: ReadonlyMap<string, readonly string[]> = new Map(
  `b4 before / til until / till until / tho though / w with / nr number / wud would / cud could / shud should / diff different / info information
   2day today / tonite tonight / 2nite tonight / 2morrow tomorrow / 2moro tomorrow / whats what is / wheres where is / hows how is / im i am / its it is
   dont do not / doesnt does not / didnt did not / cant can not / isnt is not / wont will not / wat what / wats what is / wht what / ppl people / sum some
   temp temperature / intl international / wknd weekend / addy address / cuz because / ya you / ppl people / dis this / da the / dat that / gonna going to`
    .split(/[\n/]/u)
    .map((line) => line.trim().split(/\s+/u))
    .map(([short = '', ...full]) => [short, full]),
);

/** "2 get it" and "4 delivery": the digit stands for a word, unless it counts what follows. */
const digits: ReadonlyMap<string, string> = new Map([
  ['2', 'to'],
  ['4', 'for'],
]);
const counted =
  /^(?:\d.*|days?|weeks?|months?|years?|hours?|items?|pieces?|of|x|more|in|inch|inches|other|different|pairs?)$/u;

function said(word: string, next: string | undefined): readonly string[] | undefined {
  const preposition = digits.get(word);
  if (preposition !== undefined && next !== undefined && !counted.test(next)) return [preposition];
  return shortenings.get(word);
}
