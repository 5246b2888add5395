import type { Fact } from '../fact.ts';
import type { Check, Claim } from './claim.ts';
import { speaksOf } from './lexicon/compiled.ts';
import type { PlacedFact } from './sentences.ts';

/**
 * Whose figure a reader takes it for: that of the name right before it in the sentence, or else right behind it, or else of the product that the
 * text spoke of before. `other`: not its owner's.
 */
export function ownerAt(claim: Claim, fact: Fact, at: number): 'own' | 'other' {
  const names = claim.facts.filter(({ fact: one }) => one.kind === 'name');
  const rivals = names.filter(({ fact: one }) => one.family === fact.family);
  const nearest = paired(claim, rivals, at) ?? rivals.findLast((one) => one.at < at) ?? rivals[0];
  if (nearest !== undefined) return nearest.fact.owner === fact.owner ? 'own' : 'other';
  if (fact.family === 'product') return claim.before === fact.owner ? 'own' : 'other';
  const earlier = claim.named.get(fact.family ?? '');
  if (fact.owner !== null && earlier !== undefined) return earlier === fact.owner ? 'own' : 'other';
  if (fact.owner !== null && names.length === 0) return 'own';
  return fact.kind !== 'money' || saysWhatItIs(claim) ? 'own' : 'other';
}

/** "A and B cost 1 and 2": as many figures as names, behind all of them, and in their order. */
function paired({ facts }: Claim, names: readonly PlacedFact[], at: number): PlacedFact | undefined {
  const last = names.at(-1)?.at ?? -1;
  const figures = facts.filter(({ fact }) => fact.kind === 'money');
  const behind = names.length > 1 && figures.length === names.length && figures.every((figure) => figure.at > last);
  return behind ? names[figures.findIndex((figure) => figure.at === at)] : undefined;
}

/** A sum of the cart or a price of delivery is taken for a product's, unless the sentence says what it is. */
function saysWhatItIs({ folded }: Claim): boolean {
  return speaksOf('role', folded) || speaksOf('free', folded);
}

/** Filled figures have to stand with what they belong to. */
export const checkAttribution: Check = (claim) => {
  return claim.facts.flatMap(({ fact, at }) => {
    const figure =
      fact.kind === 'money' ||
      fact.kind === 'stock' ||
      fact.kind === 'day' ||
      (fact.kind === 'number' && fact.owner !== null);
    if (!figure || ownerAt(claim, fact, at) === 'own') return [];
    return [{ code: 'wrong-product' as const, words: `{{${fact.handle}}}` }];
  });
};
