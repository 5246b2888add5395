import type { Check, Claim, Ground } from './claim.ts';
import { monthPatterns, relativeDayWords, speaksOf, weekdayPatterns } from './lexicon/compiled.ts';
import { letter } from './lexicon/whole-words.ts';
import type { Problem } from './problem.ts';
import { isQuestion } from './sentences.ts';

const relative = new RegExp(`(?<!${letter})(?:و|ال)?(${[...relativeDayWords.keys()].join('|')})(?!${letter})`, 'gu');

/** Days by name: only those that were returned. Today and tomorrow never: code writes days. */
export const checkDays: Check = (claim, ground) => [
  ...relativeDays(claim),
  ...named(claim, weekdayPatterns, (index) => isWeekday(index, ground)),
  ...named(claim, monthPatterns, (index) => isMonth(index, ground)),
  ...(speaksOf('speed', claim.folded) && !isWrittenOut(claim, ground)
    ? [{ code: 'date' as const, words: claim.words.trim() }]
    : []),
  ...arrivals(claim),
];

function relativeDays(claim: Claim): readonly Problem[] {
  const friendly = isQuestion(claim) && speaksOf('help', claim.folded);
  return [...claim.folded.matchAll(relative)].flatMap(([, word = '']) => {
    if (isMorning(word, claim) || (friendly && relativeDayWords.get(word) === 0)) return [];
    return [{ code: 'date' as const, words: word }];
  });
}

/** "Guten Morgen". */
function isMorning(word: string, { folded }: Claim): boolean {
  return word === 'morgen' && /gute[nr]? morgen/u.test(folded);
}

function named(claim: Claim, patterns: readonly RegExp[], isGiven: (index: number) => boolean): readonly Problem[] {
  return patterns.flatMap((pattern, index) => {
    if (claim.folded.search(pattern) === -1 || isGiven(index)) return [];
    return [{ code: 'date' as const, words: claim.folded.match(pattern)?.[0] ?? '' }];
  });
}

function isWeekday(day: number, { findings }: Ground): boolean {
  return [...findings.facts.values()].some(({ kind, value, text, family }) => {
    if (kind === 'day') return new Date(`${String(value).slice(0, 10)}T12:00:00Z`).getUTCDay() === day;
    return kind === 'text' && family !== 'product' && text.toLowerCase().search(weekdayPatterns[day] ?? /$^/u) !== -1;
  });
}

function isMonth(month: number, { findings }: Ground): boolean {
  return [...findings.facts.values()].some(
    ({ kind, value }) => kind === 'day' && Number(String(value).slice(5, 7)) === month + 1,
  );
}

/** A way of delivery may be called so. */
function isWrittenOut({ facts }: Claim, _ground: Ground): boolean {
  return facts.some(({ fact }) => fact.family !== 'product' && fact.kind === 'name');
}

/** When something arrives is told by a day, or by days on the way, that were returned. */
function arrivals({ folded, facts, words }: Claim): readonly Problem[] {
  if (!speaksOf('arrival', folded)) return [];
  const told = facts.some(({ fact }) => fact.kind === 'day' || /day/u.test(fact.key));
  return told ? [] : [{ code: 'date', words: words.trim() }];
}
