import { wordsOf } from '../search-text.ts';

export type ToTerms = (text: string) => string[];

/** Text → terms of the index: folded words without stop words, plurals as singulars. */
export function createToTerms(stopWords: readonly string[]): ToTerms {
  const stopped = new Set(stopWords.flatMap(wordsOf));
  const known = new Map<string, string>();
  return (text) =>
    wordsOf(text)
      .filter((word) => !stopped.has(word))
      .map((word) => singular(word, known));
}

/** A long-lived process must not collect every odd word it ever saw. */
const mostKnown = 50_000;

function singular(word: string, known: Map<string, string>): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const term = withoutPlural(word);
  if (known.size < mostKnown) known.set(word, term);
  return term;
}

/** Harman's s-stemmer: also right for Spanish plurals in -os and -as; leaves codes such as `dv7s` alone. */
function withoutPlural(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /\d/.test(word)) return word;
  if (word.endsWith('ies') && !/[ae]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(ss|us|is)$/.test(word)) return word;
  if (/(ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
