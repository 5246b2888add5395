import { fold } from '../../fold.ts';
import { arabicPlain } from './ar.ts';
import { germanPlain } from './de.ts';
import { englishPlain } from './en.ts';
import { spanishPlain } from './es.ts';
import { hindiPlain } from './hi.ts';
import type { PlainWords } from './plain.ts';
import { portuguesePlain } from './pt.ts';

const all: readonly PlainWords[] = [englishPlain, germanPlain, spanishPlain, portuguesePlain, hindiPlain, arabicPlain];

const talk = wordsOf('talk');
const assent = wordsOf('assent');

/** How a clause begins. */
export const toldBeginning = beginning('told');
export const askedBeginning = beginning('asks');

const shortestStem = 4;
const longestEnding = 2;

/** Whether it tells nothing by itself, in any of the languages. */
export function isTalk(word: string): boolean {
  return isIn(talk, word);
}

export function isAssent(word: string): boolean {
  return isIn(assent, word);
}

function isIn(words: ReadonlySet<string>, word: string): boolean {
  const forms = [word, withoutPrefix(word)];
  return forms.some((form) => stemsOf(form).some((stem) => words.has(stem)));
}

function stemsOf(word: string): readonly string[] {
  const endings = Array.from({ length: longestEnding + 1 }, (_, cut) => word.slice(0, word.length - cut));
  return endings.filter((stem) => stem === word || stem.length >= shortestStem);
}

/** "And", "the", "with", which Arabic writes into the word. */
function withoutPrefix(word: string): string {
  return word.replace(/^(?:[وفبلك]?ال|[وفبلك])(?=[\u0600-\u06ff]{2})/u, '');
}

function wordsOf(list: 'talk' | 'assent'): ReadonlySet<string> {
  return new Set(all.flatMap((one) => fold(one[list]).split(/\s+/u)).filter((word) => word !== ''));
}

function beginning(list: 'told' | 'asks'): RegExp {
  return new RegExp(`^(?:${all.flatMap((one) => one[list].map(fold)).join('|')})(?![\\p{L}\\p{M}'])`, 'u');
}
