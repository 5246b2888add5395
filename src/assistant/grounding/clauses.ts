import { speaksOf } from './lexicon/compiled.ts';
import { not } from './lexicon/not.ts';

/** A part of a sentence, and whether it is turned round by a "not" in it or earlier in a list: "not for children, dogs or cats". */
export interface Clause {
  readonly at: number;
  readonly end: number;
  readonly words: string;
  readonly negated: boolean;
}

const comma = /[,،]/u;
const ends =
  /[,،;:.!?…؛؟।()|\n]|\s[-–—]+\s|(?<!\p{L})(?:but|and is|and has|aber|sondern|pero|sino|mas|लेकिन|لكن|بل)(?!\p{L})/gu;

export function clausesOf(folded: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let at = 0;
  let negated = false;
  for (const end of [...folded.matchAll(ends), null]) {
    const stop = end?.index ?? folded.length;
    const words = folded.slice(at, stop);
    negated ||= words.search(not) !== -1 && !speaksOf('but', words);
    if (words.trim() !== '') clauses.push({ at, end: stop, words, negated });
    if (end !== null && !comma.test(end[0])) negated = false;
    at = stop + (end?.[0].length ?? 0);
  }
  return clauses;
}
