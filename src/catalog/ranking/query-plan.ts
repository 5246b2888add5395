import type { Synonyms } from '../synonyms.ts';
import type { ToTerms } from './terms.ts';

/** One wish of the query (a word, or a phrase with synonyms) and the ways to meet it, the shopper's own words first. */
export interface Slot {
  readonly ways: readonly Way[];
  /** What finds the shopper's own words is worth more than what finds a synonym. */
}

export interface Way {
  /** All must be found. */
  readonly terms: readonly string[];
  readonly weight: number;
}

interface PlannerDeps {
  readonly toTerms: ToTerms;
  readonly synonyms: Synonyms;
  /** Whether a product uses the term. */
  readonly knows: (term: string) => boolean;
}

/** A query of more words is a story; its first words decide. */
const mostTerms = 16;
const longestPhrase = 3;
const synonymWeight = 0.8;
const repairWeight = 0.7;

/** Text → slots; words no product uses, not even misspelt, are left to the typo search. */
export function createPlanner({ toTerms, synonyms, knows }: PlannerDeps) {
  const waysByPhrase = synonymWays(synonyms, toTerms);
  return (text: string): readonly Slot[] => {
    const terms = [...new Set(toTerms(text))].slice(0, mostTerms);
    const slots: Slot[] = [];
    for (let at = 0; at < terms.length; ) {
      const phrase = longestKnownPhrase(terms.slice(at, at + longestPhrase), waysByPhrase);
      slots.push({ ways: [{ terms: phrase, weight: 1 }, ...repairs(phrase, knows), ...waysFor(phrase, waysByPhrase)] });
      at += phrase.length;
    }
    return slots;
  };
}

function synonymWays(synonyms: Synonyms, toTerms: ToTerms): ReadonlyMap<string, readonly Way[]> {
  const ways = new Map<string, readonly Way[]>();
  for (const [phrase, others] of Object.entries(synonyms)) {
    const own = toTerms(phrase).join(' ');
    const terms = others.map(toTerms).filter((other) => other.length > 0 && other.join(' ') !== own);
    ways.set(
      own,
      terms.map((other) => ({ terms: other, weight: synonymWeight })),
    );
  }
  return ways;
}

function waysFor(phrase: readonly string[], ways: ReadonlyMap<string, readonly Way[]>): readonly Way[] {
  return ways.get(phrase.join(' ')) ?? [];
}

function longestKnownPhrase(ahead: readonly string[], ways: ReadonlyMap<string, readonly Way[]>): readonly string[] {
  for (let length = ahead.length; length > 1; length--) {
    const phrase = ahead.slice(0, length);
    if (ways.has(phrase.join(' '))) return phrase;
  }
  return ahead.slice(0, 1);
}

/** Two letters swapped, or two words written as one: common, and two errors to an edit distance. */
function repairs(phrase: readonly string[], knows: (term: string) => boolean): readonly Way[] {
  const [term] = phrase;
  if (term === undefined || phrase.length > 1 || term.length < 5 || knows(term)) return [];
  const swapped = swaps(term)
    .filter(knows)
    .map((found) => ({ terms: [found], weight: repairWeight }));
  return swapped.length > 0
    ? swapped
    : splits(term)
        .filter((parts) => parts.every(knows))
        .slice(0, 1)
        .map((terms) => ({ terms, weight: repairWeight }));
}

function swaps(term: string): string[] {
  const letters = [...term];
  return letters
    .slice(1)
    .map((letter, i) => [...letters.slice(0, i), letter, letters[i], ...letters.slice(i + 2)].join(''));
}

function splits(term: string): string[][] {
  const cuts = Array.from({ length: Math.max(0, term.length - 5) }, (_, i) => i + 3);
  return cuts.map((at) => [term.slice(0, at), term.slice(at)]);
}
