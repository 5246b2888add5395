import type { Choice } from './message.ts';
import {
  byCutLabel,
  byEmoji,
  byLabel,
  byLabelsWords,
  byLabelWithin,
  byPartOfLabel,
  choicesOf,
} from './replying/by-label.ts';
import { byLikeness } from './replying/by-likeness.ts';
import { byNumber, byOrdinal, byShownLine } from './replying/by-number.ts';
import { byPrice } from './replying/by-price.ts';
import { type Comparable, type ComparableChoice, comparable, comparableChoices } from './replying/comparable.ts';

/** The menu that waits for an answer. */
export interface OpenChoices {
  readonly choices: readonly Choice[];
  /** The number of the first; 1 when absent. */
  readonly firstNumber?: number;
}

export type Reply =
  /** Said in so many words, or by number. */
  | { readonly kind: 'picked'; readonly choice: Choice }
  /** Misspelt or said in part; one choice alone fits. Taken when nothing else explains the text better. */
  | { readonly kind: 'near'; readonly choice: Choice }
  /** Several fit; at least two. */
  | { readonly kind: 'unclear'; readonly choices: readonly Choice[] };

/** Longer texts are no answers to a menu. */
const longestReply = 2000;

/**
 * Which choice a text picks, or `null` when it speaks of something else. A label goes before a number ("2" is the size 2 where
 * there is one), and a number counts only where nothing else is said.
 */
export function resolveReply(text: string, open: OpenChoices): Reply | null {
  const { choices, firstNumber = 1 } = open;
  if (choices.length === 0) return null;
  const labelled = choices.filter(({ label }) => label === text);
  const [choice] = labelled;
  if (choice !== undefined && labelled.length === 1) return { kind: 'picked', choice };
  const verbatim = /^\d+$/.test(text) ? undefined : choices.find(({ id }) => id === text);
  if (text.length > longestReply) return verbatim === undefined ? null : { kind: 'picked', choice: verbatim };
  return compare(comparable(text), { all: comparableChoices(choices, firstNumber), firstNumber, verbatim });
}

interface Menu {
  readonly all: readonly ComparableChoice[];
  readonly firstNumber: number;
  /** Whose id the reply is. A number is an id only where it is nothing else. */
  readonly verbatim: Choice | undefined;
}

function compare(reply: Comparable, menu: Menu): Reply | null {
  return exactly(reply, menu) ?? loosely(reply, menu.all);
}

function exactly(reply: Comparable, { all, firstNumber, verbatim }: Menu): Reply | null {
  const numbered = { choices: all, firstNumber };
  const toTheLetter = choicesOf(byLabel(reply, all));
  if (toTheLetter.length === 0 && verbatim !== undefined) return { kind: 'picked', choice: verbatim };
  const cut = toTheLetter.length > 0 ? [] : choicesOf(byCutLabel(reply, all));
  // A label that was shown cut may look like a number ("2…") or like another label.
  if (cut.length > 0) return told('picked', cut);
  const labelled = toTheLetter.length > 0 ? toTheLetter : choicesOf(byLabelsWords(reply, all));
  const number = byNumber(reply, numbered);
  // Equal labels are told apart by the number that stands before them.
  if (number !== null && (labelled.length === 0 || labelled.includes(number)))
    return { kind: 'picked', choice: number };
  const choice = byShownLine(reply, numbered) ?? (labelled.length === 0 ? byId(reply, all) : null);
  return choice === null ? told('picked', labelled) : { kind: 'picked', choice };
}

/** What is left is an id of digits. */
function byId(reply: Comparable, all: readonly ComparableChoice[]): Choice | null {
  return all.find(({ choice }) => choice.id === reply.folded)?.choice ?? null;
}

function loosely(reply: Comparable, all: readonly ComparableChoice[]): Reply | null {
  const ordinal = byOrdinal(reply, all);
  if (ordinal !== null) return { kind: 'picked', choice: ordinal };
  return (
    told('picked', choicesOf(byEmoji(reply, all))) ??
    told('picked', choicesOf(byLabelWithin(reply, all))) ??
    told('picked', choicesOf(byPrice(reply, all))) ??
    told('near', choicesOf(byPartOfLabel(reply, all))) ??
    told('near', choicesOf(byLikeness(reply, all)))
  );
}

function told(kind: 'picked' | 'near', choices: readonly Choice[]): Reply | null {
  const [choice] = choices;
  if (choice === undefined) return null;
  return choices.length === 1 ? { kind, choice } : { kind: 'unclear', choices };
}
