import type { Choice } from '../message.ts';
import type { Comparable, ComparableChoice } from './comparable.ts';
import { fillers, lastWords, numberWords, option, ordinals, polite } from './reply-vocabulary.ts';

export interface Numbered {
  readonly choices: readonly ComparableChoice[];
  readonly firstNumber: number;
}

/** Signs that make a number an amount, a date or a sum. */
const notANumber = /[-+/%$€£¥*=<>~&]|\d[.,:]\d/;

/** "2", "#2", "nr 2", "option two", "2 please": nothing but a number. Anything more may be a quantity. */
export function byNumber(reply: Comparable, { choices, firstNumber }: Numbered): Choice | null {
  if (reply.words.length > 6 || notANumber.test(reply.folded)) return null;
  const [number, ...more] = reply.words.map(numberOf).filter((read) => read !== null);
  if (number === undefined || more.length > 0 || !onlyNumber(reply.words)) return null;
  return choices[number - firstNumber]?.choice ?? null;
}

function onlyNumber(words: readonly string[]): boolean {
  // "Nº 2" is folded to "no 2".
  const others = words.filter((word, index) => numberOf(word) === null && !(word === 'no' && index === 0));
  if (others.length === 0) return true;
  return others.every((word) => (others.some(isOption) ? fillers.has(word) : polite.has(word)));
}

function isOption(word: string): boolean {
  return option.has(word);
}

function numberOf(word: string): number | null {
  const digits = /^\p{L}*?(\d{1,4})$/u.exec(word);
  if (digits === null) return numberWord(word);
  const [, number = ''] = digits;
  const before = word.slice(0, -number.length);
  return before === '' || option.has(before) ? Number(number) : null;
}

function numberWord(word: string): number | null {
  const place = numberWords.get(word);
  return place === undefined ? null : place + 1;
}

/** "The second one", "last please". A word that a label uses itself is no ordinal: "first class". */
export function byOrdinal(reply: Comparable, choices: readonly ComparableChoice[]): Choice | null {
  if (reply.words.length > 8) return null;
  const [word, ...more] = reply.words.filter(isOrdinal);
  if (word === undefined || more.length > 0 || choices.some(({ words }) => words.includes(word))) return null;
  if (!reply.words.every((each) => each === word || fillers.has(each) || each === 'one')) return null;
  return (lastWords.has(word) ? choices.at(-1) : choices[ordinals.get(word) ?? -1])?.choice ?? null;
}

function isOrdinal(word: string): boolean {
  return ordinals.has(word) || lastWords.has(word);
}

/** A menu's line or a numbered button as it was shown, maybe cut: "2. Navy blue cot…". */
export function byShownLine(reply: Comparable, { choices, firstNumber }: Numbered): Choice | null {
  const line = /^#?(\d{1,4})[.)]\s*(\S.*)$/su.exec(reply.folded);
  const shown = line === null ? undefined : choices[Number(line[1]) - firstNumber];
  return shown?.folded.startsWith(withoutEllipsis(line?.[2] ?? '')) === true ? shown.choice : null;
}

export function withoutEllipsis(shown: string): string {
  return shown.replace(/\s*(?:…|\.{3})$/u, '');
}
