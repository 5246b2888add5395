import { fold } from '../fold.ts';

/** Prefixes that Arabic writes into the word: and, so, by, to, like, the. */
const arabicPrefix = '(?:[وفبلك]|ال|وال|بال|فال|كال|لل)?';
export const letter = '[\\p{L}\\p{N}\\p{M}]';

/** Any of these, as whole words. Patterns as the lexicons have them; with the flag `g`. */
export function wholeWords(words: readonly string[]): RegExp {
  return new RegExp(`(?<!${letter})(?:${words.map(expand).join('|')})(?!${letter})`, 'gu');
}

function expand(pattern: string): string {
  const prefix = /^[\u0600-\u06ff(]/u.test(pattern) && /[\u0600-\u06ff]/u.test(pattern) ? arabicPrefix : '';
  const open = fold(pattern)
    .replaceAll('~', '(?:\\s+ ){0,6}?')
    .replaceAll('\\s+ ', '[^ ]+ ')
    .replaceAll('*', '[\\p{L}\\p{M}]*');
  return prefix + open;
}
