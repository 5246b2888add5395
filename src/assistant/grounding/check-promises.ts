import type { Check, Claim, Ground } from './claim.ts';
import { subjects } from './claim.ts';
import { isDenied } from './denial.ts';
import { topicPattern } from './lexicon/compiled.ts';
import type { Topic } from './lexicon/lexicon.ts';
import { wholeWords } from './lexicon/whole-words.ts';
import type { Problem } from './problem.ts';
import { isQuestion } from './sentences.ts';

type Proof = (claim: Claim, ground: Ground) => boolean;

const proofs: readonly (readonly [Topic, Proof])[] = [
  ['free', isFree],
  ['reduced', isReduced],
  ['guarantee', () => false],
  ['gift', () => false],
  ['best-price', () => false],
  ['cheapest', isCheapest],
];

/** Discounts, gifts, guarantees, "free" and "cheapest": only where what was returned proves it, or to say that it cannot be given. */
export const checkPromises: Check = (claim, ground) => {
  return proofs.flatMap(([topic, proof]) => {
    const spoken = claim.folded.match(topicPattern(topic));
    if (spoken === null || isDenied(claim, topic) || proof(claim, ground)) return [];
    return [{ code: 'promise', words: spoken[0] } satisfies Problem];
  });
};

function isFree({ facts }: Claim, { findings }: Ground): boolean {
  return facts.some(({ fact }) => {
    if (fact.kind === 'money' && fact.value === 0) return true;
    if (fact.key === 'free_from' || fact.key === 'missing_for_free') return true;
    return fact.kind === 'name' && findings.facts.get(`${fact.owner}.price`)?.value === 0;
  });
}

/** By how much nobody counts: "half", "a third off", "two for one". */
const share = wholeWords([
  'half* ~price*',
  '(?:half|third|quarter|fifth|tenth) off',
  'for half',
  'by half',
  'halve*',
  'buy (?:one|two|three)',
  'two for one',
  'mitad',
  'metade',
  'halb*',
  'hälfte',
  'आधे',
  'आधी',
  'आधा',
  'نصف',
]);

/** It says what it cost before. */
function isReduced(claim: Claim, { findings }: Ground): boolean {
  const about = subjects(claim);
  return (
    claim.folded.search(share) === -1 &&
    about.length > 0 &&
    about.every((product) => findings.facts.has(`${product}.was`))
  );
}

/** All that the sentence names, before the word or else behind it, have the lowest price. */
function isCheapest(claim: Claim, { findings }: Ground): boolean {
  if (claim.products.length === 0) return isQuestion(claim) || claim.before === null;
  const prices = [...findings.products.keys()].map((product) => priceOf(product, findings));
  const at = claim.folded.search(topicPattern('cheapest'));
  const names = claim.facts.filter(({ fact }) => fact.kind === 'name' && fact.family === 'product');
  const before = names.filter((name) => name.at < at);
  const about = before.length > 0 ? before : names.slice(0, 1);
  return about.every(({ fact }) => priceOf(fact.owner ?? '', findings) === Math.min(...prices));
}

function priceOf(product: string, { facts }: Ground['findings']): number {
  const price = facts.get(`${product}.price`)?.value;
  return typeof price === 'number' ? price : Number.POSITIVE_INFINITY;
}
