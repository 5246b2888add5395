import type { Check, Ground } from './claim.ts';
import { fold } from './fold.ts';
import { topicPattern } from './lexicon/compiled.ts';

/** So many words in a row of what it was told are no chance. */
const tooManyWords = 7;

const shingles = new Map<string, ReadonlySet<string>>();

/** Nothing of its instructions, and nothing of what it is. */
export const checkLeaks: Check = ({ folded }, ground) => {
  const spoken = folded.match(topicPattern('leak'))?.[0];
  const quoted =
    wordsOf(folded).length >= tooManyWords ? runsOf(folded).find((run) => secretRuns(ground).has(run)) : undefined;
  const words = spoken ?? quoted;
  return words === undefined ? [] : [{ code: 'leak', words }];
};

function secretRuns({ secret }: Ground): ReadonlySet<string> {
  const known = shingles.get(secret);
  if (known) return known;
  const made = new Set(runsOf(fold(secret)));
  shingles.clear();
  shingles.set(secret, made);
  return made;
}

function runsOf(folded: string): readonly string[] {
  const words = wordsOf(folded);
  return words.slice(tooManyWords - 1).map((_, index) => words.slice(index, index + tooManyWords).join(' '));
}

function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
