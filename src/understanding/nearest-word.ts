import { distance } from 'fastest-levenshtein';
import { foldCase } from './normalise.ts';

const longestWord = 64;
const shortestPrefix = 3;

const comparable = (word: string): string => foldCase(word).replace(/[\s_-]+/g, '');
const letters = (word: string): string => [...word].sort().join('');

/** Two neighbours swapped ("sya") are one slip, though two edits. */
const slips = (word: string, candidate: string): number => {
  const edits = distance(word, candidate);
  return edits === 2 && word.length === candidate.length && letters(word) === letters(candidate) ? 1 : edits;
};

const tolerance = (word: string): number => (word.length < 2 ? 0 : Math.max(1, Math.floor(word.length / 3)));

const farness = (word: string, candidate: string): number => {
  if (Math.abs(word.length - candidate.length) > tolerance(word)) {
    return word.length >= shortestPrefix && candidate.startsWith(word) ? tolerance(word) : Number.POSITIVE_INFINITY;
  }
  return slips(word, candidate);
};

/** The candidate that was probably meant, for "did you mean"; of equally near ones the first. Null when none is near. */
export const nearestWord = (word: string, candidates: readonly string[]): string | null => {
  const wanted = comparable(word);
  if (wanted === '' || wanted.length > longestWord) return null;
  let best: { readonly candidate: string; readonly far: number } | null = null;
  for (const candidate of candidates) {
    const far = farness(wanted, comparable(candidate));
    if (far <= tolerance(wanted) && (best === null || far < best.far)) best = { candidate, far };
  }
  return best?.candidate ?? null;
};
