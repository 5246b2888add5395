import { longestReadable } from './normalise.ts';
import { describedIn } from './references/described.ts';
import { placesIn } from './references/places.ts';
import { pointedIn } from './references/pointed.ts';
import { readChanges } from './references/read-changes.ts';
import type { Reference } from './references/reference.ts';
import { comparing } from './references/reference-words.ts';
import { type WishWord, wishWords } from './wish/wish-word.ts';

const longestReference = 300;

/**
 * "the 2nd one", "the first two", "that but in blue", "same in L", "compare the first and the third", "both", "the blue one".
 * English first, then Spanish, German and Portuguese; ordinals also in Hindi and Arabic. Null where nothing shown before is meant.
 * A lone number is no reference: what it picks is for the menu to say.
 */
export function readReference(text: string): Reference | null {
  if (text.length > Math.min(longestReference, longestReadable)) return null;
  const words = withoutCourtesy(wishWords(text));
  if (words.length === 0) return null;
  const reading = { text, words, compares: words.some((word) => comparing.has(word.text)) };
  const found = placesIn(reading) ?? pointedIn(reading) ?? describedIn(reading);
  return found === null ? null : readChanges(reading, found);
}

const courtesy = /^(?:please|pls|plz|thanks|thank|you|thx|bitte|danke|gracias|favor|obrigado|obrigada)$/u;

function withoutCourtesy(words: readonly WishWord[]): readonly WishWord[] {
  return words.slice(0, words.findLastIndex((word) => !courtesy.test(word.text)) + 1);
}
