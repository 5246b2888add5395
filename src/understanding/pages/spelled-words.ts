import { spelledOut } from '../intents/shorthand.ts';
import type { PageLanguage } from './languages/language.ts';
import { plainWords } from './terms.ts';

/** The words of a text, shorthand spelt out: "u" is "you". What is a word of the language stays: "y" in Spanish. */
export function spelledWords(text: string, language?: PageLanguage): readonly string[] {
  const own = language ? new Set(language.empty) : null;
  return plainWords(text).flatMap((word) => (own?.has(word) ? [word] : spelledOut(word)));
}
