import type { Check, Claim, Ground } from './claim.ts';
import { isUnable } from './denial.ts';
import { figuresIn } from './figures.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import { isQuestion } from './sentences.ts';

/** Delivery, returns, payment and the like: a statement needs something of a result in it that is no product's. */
export const checkService: Check = (claim, ground) => {
  const spoken = claim.folded.match(topicPattern('service'))?.[0];
  if (spoken === undefined || isQuestion(claim) || isHarmless(claim)) return [];
  return claim.facts.some(({ fact }) => fact.family !== 'product') || isFigured(claim, ground)
    ? []
    : [{ code: 'promise', words: spoken }];
};

/** A figure of such a result, written out; that it is the right one is checked elsewhere. */
function isFigured({ folded }: Claim, { findings }: Ground): boolean {
  const own = [...findings.facts.values()].filter(({ family, value }) => family === null && typeof value === 'number');
  return figuresIn(folded).some(({ values }) => own.some(({ value }) => values.some((one) => one === value)));
}

/** Nothing is told of it in any part of the sentence. */
function isHarmless({ folded }: Claim): boolean {
  if (speaksOf('but', folded)) return false;
  const told = folded.split(/[,;:،؛]\s|\s[-–—]+\s/u).filter((part) => speaksOf('service', part));
  return told.every((part) => isUnable(part) || isInvited(part) || speaksOf('we-have-not', part));
}

/** "Would you like to know what delivery costs": what is wanted comes first. */
function isInvited(part: string): boolean {
  const at = part.search(topicPattern('invite'));
  return at !== -1 && at < part.search(topicPattern('service'));
}

/** "A few euros": money without an amount that could be checked. */
export const checkCurrency: Check = ({ folded, facts }) => {
  const spoken = folded.match(topicPattern('currency'))?.[0] ?? folded.match(/\p{Sc}/u)?.[0];
  const counted =
    figuresIn(folded).some(({ kind }) => kind === 'money') || facts.some(({ fact }) => fact.kind === 'money');
  return spoken === undefined || counted ? [] : [{ code: 'amount', words: spoken }];
};
