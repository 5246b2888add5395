import { distance } from 'fastest-levenshtein';
import { trimmed } from './by-label.ts';
import { type Comparable, type ComparableChoice, comparable } from './comparable.ts';
import { fillers, negations } from './reply-vocabulary.ts';

/** Labels are short; a longer reply is a sentence. */
const longestLabel = 60;

/**
 * The choices whose label the reply misspells: one if there is no doubt, several where the reply or the labels are near each
 * other. One slip in four letters, none in fewer; numbers are never taken for one another.
 */
export function byLikeness(reply: Comparable, choices: readonly ComparableChoice[]): readonly ComparableChoice[] {
  const said = trimmed(reply.words).join(' ');
  if (said.length < 4 || said.length > longestLabel || isKnownWord(said)) return [];
  const named = choices.map((choice) => ({ choice, names: namesOf(choice, choices) }));
  const like = named.filter(({ names }) => names.some((name) => isLike(said, name)));
  const [only] = like;
  const meant = only === undefined || like.length > 1 ? like : named.filter((other) => mayBeMeant(other, only));
  return meant.map(({ choice }) => choice);
}

interface Named {
  readonly choice: ComparableChoice;
  readonly names: readonly string[];
}

/** Of two labels that are near each other, either may have been meant. */
function mayBeMeant(other: Named, only: Named): boolean {
  if (other.choice === only.choice) return true;
  return other.names.some((name) => only.names.some((own) => name === own || areConfusable(name, own)));
}

/** "Standard, $4.90" is "Standard" too, where no other label begins so. */
function namesOf({ key, folded }: ComparableChoice, choices: readonly ComparableChoice[]): readonly string[] {
  const head = headOf(folded);
  const isTelling = head !== folded && choices.filter((other) => headOf(other.folded) === head).length === 1;
  return isTelling ? [key, comparable(head).key] : [key];
}

function headOf(folded: string): string {
  return folded.split(', ')[0] ?? folded;
}

function isKnownWord(said: string): boolean {
  return negations.has(said) || fillers.has(said);
}

function isLike(said: string, label: string): boolean {
  return (
    Math.abs(said.length - label.length) <= 3 &&
    slips(said, label) <= tolerance(said, label) &&
    digits(said) === digits(label)
  );
}

function areConfusable(one: string, other: string): boolean {
  return digits(one) === digits(other) && slips(one, other) <= Math.max(1, tolerance(one, other));
}

function tolerance(one: string, other: string): number {
  return Math.min(3, Math.floor(Math.min(one.length, other.length) / 4));
}

/** Two neighbours swapped are one slip, though two edits. */
function slips(one: string, other: string): number {
  const edits = distance(one, other);
  return edits === 2 && one.length === other.length && areSwapped(one, other) ? 1 : edits;
}

function areSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return one[at] === other[at + 1] && one[at + 1] === other[at];
}

function digits(text: string): string {
  return text.replace(/\D+/g, ' ').trim();
}
