import type { Choice } from '../message.ts';
import { withoutEllipsis } from './by-number.ts';
import type { Comparable, ComparableChoice } from './comparable.ts';
import { fillers, negations } from './reply-vocabulary.ts';

type Choices = readonly ComparableChoice[];

/** The choices whose label is the reply, but for case and accents. */
export function byLabel(reply: Comparable, choices: Choices): Choices {
  return reply.folded === '' ? [] : choices.filter(({ folded }) => folded === reply.folded);
}

/** The choices whose label is the reply, but for punctuation and emoji too. */
export function byLabelsWords(reply: Comparable, choices: Choices): Choices {
  return reply.key === '' ? [] : choices.filter(({ key }) => key === reply.key);
}

/** The choices whose label was cut to what the reply says: "Navy blue cot…". */
export function byCutLabel(reply: Comparable, choices: Choices): Choices {
  const start = withoutEllipsis(reply.folded);
  if (start === '' || start === reply.folded) return [];
  return choices.filter(({ folded }) => folded.length > start.length && folded.startsWith(start));
}

/** The choices that carry the emoji a reply is made of. */
export function byEmoji(reply: Comparable, choices: Choices): Choices {
  return reply.key !== '' || reply.folded === '' ? [] : choices.filter(({ folded }) => folded.includes(reply.folded));
}

/** The choices whose whole label is within the reply, and nothing else that means something: "I'll take the blue one". */
export function byLabelWithin(reply: Comparable, choices: Choices): Choices {
  if (reply.words.length > 20 || reply.folded.includes('?')) return [];
  const within = longestOnly(
    choices.filter((choice) => choice.words.length > 0 && runAt(reply.words, choice.words) !== -1),
  );
  const said = new Set(within.flatMap(({ words }) => words));
  return reply.words.every((word) => said.has(word) || isEmptyWord(word)) ? within : [];
}

/** A label made of nothing but fillers ("Go") is taken only as itself. */
function longestOnly(choices: Choices): Choices {
  const telling = choices.filter(({ words }) => !words.every((word) => fillers.has(word) || word === 'one'));
  return telling.filter(
    (choice) =>
      !telling.some((other) => other.words.length > choice.words.length && runAt(other.words, choice.words) !== -1),
  );
}

const between: ReadonlySet<string> = new Set(['or', 'o', 'ou', 'oder', 'one']);

function isEmptyWord(word: string): boolean {
  return (fillers.has(word) || between.has(word)) && !negations.has(word);
}

/** The choices of whose label the reply says a part: "person" for "Talk to a person". */
export function byPartOfLabel(reply: Comparable, choices: Choices): Choices {
  if (reply.words.length > 12 || reply.folded.includes('?')) return [];
  const telling = trimmed(reply.words);
  if (telling.length === 0) return [];
  const found = choices.filter(({ words }) => runAt(words, telling) !== -1);
  return telling.some((word) => negations.has(word)) ? found.filter(({ words }) => saysNoMore(words, telling)) : found;
}

/** "No" is "No, thanks", and not "No sugar". */
function saysNoMore(label: readonly string[], telling: readonly string[]): boolean {
  return label.every((word) => telling.includes(word) || fillers.has(word));
}

/** Without the fillers before and after. */
export function trimmed(words: readonly string[]): readonly string[] {
  const from = words.findIndex((word) => !isEmptyWord(word));
  return from === -1 ? [] : words.slice(from, words.findLastIndex((word) => !isEmptyWord(word)) + 1);
}

/** Where the run of words begins in the others, or -1. */
function runAt(words: readonly string[], run: readonly string[]): number {
  const last = words.length - run.length;
  for (let at = 0; at <= last; at++) if (run.every((word, index) => words[at + index] === word)) return at;
  return -1;
}

export function choicesOf(found: Choices): readonly Choice[] {
  return found.map(({ choice }) => choice);
}
