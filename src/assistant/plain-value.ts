import { fold } from './grounding/fold.ts';
import { relativeDayWords, speaksOf } from './grounding/lexicon/compiled.ts';
import type { Topic } from './grounding/lexicon/lexicon.ts';

/** What a supplier may claim in a value, and nobody has checked. */
const claims: readonly Topic[] = [
  'free',
  'reduced',
  'guarantee',
  'gift',
  'best-price',
  'cheapest',
  'cheaper',
  'speed',
  'in-stock',
  'out-of-stock',
  'pieces',
  'deed',
  'order',
  'arrival',
  'service',
  'safety',
  'currency',
  'leak',
];

/** "350 ml", "Navy blue", "10 x 20 cm". */
const longest = 40;
const mostWords = 5;
const plain = /^[\p{L}\p{M}\p{N}"'’°″(),.+&×/ -]+$/u;
/** "shop.example", "www", a number to call. */
const address = /\p{L}\.\p{L}|www|\/\/|\d[\d ().\-/]{6,}\d/u;

/**
 * Whether a value that a supplier wrote (an attribute, an option) may be filled into an answer: short, of letters, figures and units, with no
 * percentage, money, address, sentence or claim in it.
 */
export function isPlainValue(text: string): boolean {
  const folded = fold(text);
  if (text.length > longest || text.split(/\s+/u).length > mostWords) return false;
  if (!plain.test(text) || address.test(folded) || /[.]\s+\S|[.]$/u.test(text)) return false;
  if (folded.split(/\s+/u).some((word) => relativeDayWords.has(word))) return false;
  return !claims.some((topic) => speaksOf(topic, folded));
}
