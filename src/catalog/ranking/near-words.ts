import { distance } from 'fastest-levenshtein';
import type { SearchSettings } from '../search-settings.ts';
import type { Slot, Way } from './query-plan.ts';
import { namingText, type RankCard } from './rank-text.ts';

/** What finds a misspelt or unfinished word is worth less than what finds the word. */
const nearWeight = 0.7;
const mostNear = 4;
const shortestBeginning = 3;

/**
 * The slots with further ways for those that no card meets as they are written: words of the candidates that are a slip of the finger away,
 * or that the last word is the beginning of. The index has found the candidates by them, and does not say so.
 */
export function withNearWords(
  slots: readonly Slot[],
  unmet: ReadonlySet<number>,
  { cards, typos }: { readonly cards: readonly RankCard[]; readonly typos: SearchSettings['typos'] },
): readonly Slot[] {
  const words = wordsIn(cards);
  return slots.map((slot, at) => {
    const [term, more] = slot.ways[0]?.terms ?? [];
    if (!unmet.has(at) || term === undefined || more !== undefined) return slot;
    const near = nearest(term, words, typosAllowed(term, typos));
    const begun = near.length === 0 && at === slots.length - 1 ? beginning(term, words) : [];
    return {
      ways: [...slot.ways, ...[...near, ...begun].map((found): Way => ({ terms: [found], weight: nearWeight }))],
    };
  });
}

function wordsIn(cards: readonly RankCard[]): readonly string[] {
  const words = new Set<string>();
  for (const card of cards) for (const word of namingText(card).split(/[ \n]+/)) words.add(word);
  return [...words];
}

/** None in numbers and codes: another model is not a misspelt one. */
export function typosAllowed(term: string, typos: SearchSettings['typos']): number {
  if (term.length < typos.one || /\d/.test(term)) return 0;
  return term.length < typos.two ? 1 : 2;
}

function nearest(term: string, words: readonly string[], allowed: number): readonly string[] {
  if (allowed === 0) return [];
  const near = words.flatMap((word) => {
    const far = slips(term, word, allowed);
    return far <= allowed ? [{ word, far }] : [];
  });
  const least = Math.min(...near.map(({ far }) => far));
  return near
    .filter(({ far }) => far === least)
    .slice(0, mostNear)
    .map(({ word }) => word);
}

/** Two neighbours that changed places are one slip, though two edits. */
function slips(term: string, word: string, allowed: number): number {
  if (Math.abs(term.length - word.length) > allowed) return Number.POSITIVE_INFINITY;
  const edits = distance(term, word);
  return edits === 2 && [...term].sort().join('') === [...word].sort().join('') ? 1 : edits;
}

function beginning(term: string, words: readonly string[]): readonly string[] {
  if (term.length < shortestBeginning) return [];
  return words.filter((word) => word.startsWith(term)).slice(0, mostNear);
}
