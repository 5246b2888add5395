import type { Synonyms } from '../../catalog/synonyms.ts';
import { colourNamed } from '../../understanding/wish/colours.ts';
import { fold } from './fold.ts';
import { isSameWord } from './same-word.ts';

/** Whether a word of a text says what a word of the catalogue says: it is the same, the same colour, or a synonym of the shop's. */
export function meansSame(word: string, written: string, synonyms: Synonyms = {}): boolean {
  if (isSameWord(word, written)) return true;
  const colour = colourNamed(word);
  if (colour !== null && colour === colourNamed(written)) return true;
  return (foldedOf(synonyms).get(word) ?? []).some((other) => isSameWord(other, written));
}

const known = new WeakMap<Synonyms, ReadonlyMap<string, readonly string[]>>();

function foldedOf(synonyms: Synonyms): ReadonlyMap<string, readonly string[]> {
  const made =
    known.get(synonyms) ?? new Map(Object.entries(synonyms).map(([word, others]) => [fold(word), others.map(fold)]));
  known.set(synonyms, made);
  return made;
}
