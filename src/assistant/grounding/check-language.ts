import { detectLanguage } from '../../understanding/language.ts';
import type { Problem } from './problem.ts';
import type { Sentence } from './sentences.ts';

/** What the lexicons are of. */
const read = ['en', 'es', 'pt', 'de', 'hi', 'ar'] as const;

/** A few words may be of any language: the fewer there are, the surer it has to be. */
const sureOfText = 0.6;
const sureOfSentence = 0.8;
const fewestWords = 3;

/** Words of other languages cannot be checked: neither a whole text nor a single sentence in between. */
export function checkLanguage(sentences: readonly Sentence[]): readonly Problem[] {
  const all = sentences.map(({ words }) => words).join(' ');
  const strange = [
    isStrange(all, sureOfText) ? all : null,
    ...sentences.map(({ words }) => (isStrange(words, sureOfSentence) ? words : null)),
  ];
  const words = strange.find((text) => text !== null);
  return words === undefined ? [] : [{ code: 'language', words: words.trim() }];
}

function isStrange(text: string, sure: number): boolean {
  const words = text.replace(/\p{Co}/gu, ' ').trim();
  if ((words.match(/\p{L}{2,}/gu) ?? []).length < fewestWords) return false;
  const detected = detectLanguage(words, read);
  return detected !== null && detected.confidence >= sure && !(read as readonly string[]).includes(detected.language);
}
