import type { Fact } from '../fact.ts';
import { type Check, type Claim, type Ground, subjects } from './claim.ts';
import { fold } from './fold.ts';
import { speaksOf } from './lexicon/compiled.ts';
import { wholeWords } from './lexicon/whole-words.ts';

/** A brand, or any other word of a product, stands with its own product and not with another that was found. */
export const checkBrands: Check = (claim, ground) => {
  const about = subjects(claim);
  if (about.length === 0 || speaksOf('we-have', claim.folded)) return [];
  const strange = [...writtenBrands(claim, ground), ...filledWords(claim)];
  return strange
    .filter((fact) => !about.some((product) => isOf(product, fact, ground)))
    .map(({ text }) => ({ code: 'wrong-product' as const, words: text }));
};

function writtenBrands({ folded }: Claim, { findings }: Ground): readonly Fact[] {
  const brands = [...findings.facts.values()].filter(({ key, family }) => key === 'brand' && family === 'product');
  return brands.filter(({ text }) => folded.search(wholeWords([escaped(text)])) !== -1);
}

function filledWords({ facts }: Claim): readonly Fact[] {
  return facts.map(({ fact }) => fact).filter(({ kind, family }) => kind === 'text' && family === 'product');
}

/** Two products may have the same words. */
function isOf(product: string, { owner, key, value }: Fact, { findings }: Ground): boolean {
  return owner === product || findings.facts.get(`${product}.${key}`)?.value === value;
}

function escaped(text: string): string {
  return fold(text).replace(/[.*+?^${}()|[\]\\~-]/gu, '\\$&');
}
