import { emojiValues } from './emoji.ts';
import { byWord, damped, wordSet } from './english.ts';
import { hear, plainWord, type WordLists } from './hearing.ts';
import { ar } from './languages/ar.ts';
import { de } from './languages/de.ts';
import { es } from './languages/es.ts';
import { hi } from './languages/hi.ts';
import { pt } from './languages/pt.ts';
import type { ListedWords } from './listed-words.ts';

const listed: Readonly<Record<string, ListedWords>> = { ar, de, es, hi, pt };

const lists = new Map(Object.entries(listed).map(([language, words]) => [language, listsOf(words)] as const));

function listsOf({ values, negations, degrees, turns, negatesBefore = false }: ListedWords): WordLists {
  const plain = (byNumber: Readonly<Record<string, string>>): ReadonlyMap<string, number> =>
    new Map([...byWord(byNumber)].map(([word, number]) => [plainWord(word), number]));
  return {
    values: new Map([...emojiValues, ...plain(values)]),
    negations: new Set([...wordSet(negations)].map(plainWord)),
    degrees: plain(degrees),
    turns: new Set([...wordSet(turns)].map(plainWord)),
    negatesBefore,
  };
}

/** How a text in this language sounds, −1 to 1; `null` when the language has no list. */
export function listedScore(
  text: string,
  language: string,
): { readonly score: number; readonly known: boolean } | null {
  const words = lists.get(language);
  if (!words) return null;
  const { good, bad, words: heard } = hear(text, words);
  return { score: damped(good + bad), known: heard.some(({ value }) => value !== null) };
}
