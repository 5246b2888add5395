import type { Check, Claim } from './claim.ts';
import { figuresIn } from './figures.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import { isQuestion } from './sentences.ts';

/** Delivery, returns, payment and the like: a statement needs something of a result in it that is no product's. */
export const checkService: Check = (claim) => {
  const spoken = claim.folded.match(topicPattern('service'))?.[0];
  if (spoken === undefined || isQuestion(claim) || isHarmless(claim)) return [];
  return claim.facts.some(({ fact }) => fact.family !== 'product') ? [] : [{ code: 'promise', words: spoken }];
};

function isHarmless({ folded }: Claim): boolean {
  if (speaksOf('but', folded)) return false;
  return speaksOf('cannot', folded) || speaksOf('invite', folded) || speaksOf('we-have-not', folded);
}

/** "A few euros": money without an amount that could be checked. */
export const checkCurrency: Check = ({ folded, facts }) => {
  const spoken = folded.match(topicPattern('currency'))?.[0] ?? folded.match(/\p{Sc}/u)?.[0];
  const counted =
    figuresIn(folded).some(({ kind }) => kind === 'money') || facts.some(({ fact }) => fact.kind === 'money');
  return spoken === undefined || counted ? [] : [{ code: 'amount', words: spoken }];
};
