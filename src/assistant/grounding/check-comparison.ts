import type { Check, Claim, Ground } from './claim.ts';
import { topicPattern } from './lexicon/compiled.ts';
import type { Problem } from './problem.ts';

/** "A is cheaper than B": by their prices. What is named behind the word is what it is compared with. */
export const checkComparison: Check = (claim, ground) => [
  ...compared(claim, ground, 'cheaper'),
  ...compared(claim, ground, 'dearer'),
];

function compared(claim: Claim, { findings }: Ground, topic: 'cheaper' | 'dearer'): readonly Problem[] {
  const at = claim.folded.search(topicPattern(topic));
  const named = claim.facts.filter(({ fact }) => fact.kind === 'name' && fact.family === 'product');
  const one = named.findLast((name) => name.at < at)?.fact.owner;
  const other = named.find((name) => name.at > at)?.fact.owner;
  if (at === -1 || !one || !other) return [];
  const [own = 0, rival = 0] = [one, other].map((product) => Number(findings.facts.get(`${product}.price`)?.value));
  const holds = topic === 'cheaper' ? own < rival : own > rival;
  return holds ? [] : [{ code: 'wrong-product', words: claim.words.trim() }];
}
