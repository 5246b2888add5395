import type { Check } from './claim.ts';
import { speaksOf } from './lexicon/compiled.ts';
import { isQuestion } from './sentences.ts';

/** What the shop has is named by handle; what it has not, only after looking. */
export const checkRange: Check = (claim, { findings }) => {
  if (isQuestion(claim)) return [];
  const { folded, facts, before } = claim;
  const words = claim.words.trim();
  if (speaksOf('we-have-not', folded)) {
    return findings.asked.length > 0 ? [] : [{ code: 'range', words }];
  }
  if (!speaksOf('we-have', folded)) return [];
  return facts.length > 0 || before !== null || findings.products.size > 0 ? [] : [{ code: 'range', words }];
};
