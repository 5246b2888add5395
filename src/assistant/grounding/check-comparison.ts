import type { Check, Claim, Ground } from './claim.ts';
import { topicPattern } from './lexicon/compiled.ts';
import type { Problem } from './problem.ts';
import { isQuestion } from './sentences.ts';

/** "A is cheaper than B": by their prices. What is named behind the word is what it is compared with; where nothing is, all others are. */
export const checkComparison: Check = (claim, ground) => [
  ...compared(claim, ground, 'cheaper'),
  ...compared(claim, ground, 'dearer'),
];

type Topic = 'cheaper' | 'dearer';

function compared(claim: Claim, ground: Ground, topic: Topic): readonly Problem[] {
  const at = [...claim.folded.matchAll(topicPattern(topic))].map(({ index }) => index);
  const wrong = at.filter((one) => !holds(one, { claim, ground, topic }));
  return wrong.length === 0 ? [] : [{ code: 'wrong-product', words: claim.words.trim() }];
}

interface Comparing {
  readonly claim: Claim;
  readonly ground: Ground;
  readonly topic: Topic;
}

const denied = /(?<!\p{L})(?:not|no|never|isn't|hardly|nicht|kein\p{L}*|nunca|nao|नहीं|ليس|لا)(?!\p{L})/u;

function holds(at: number, { claim, ground: { findings }, topic }: Comparing): boolean {
  const named = claim.facts.filter(({ fact }) => fact.kind === 'name' && fact.family === 'product');
  const before = named.findLast((name) => name.at < at);
  const behind = named.find((name) => name.at > at)?.fact.owner ?? null;
  if (named.length === 0 && (isQuestion(claim) || claim.before === null || isWished(claim.folded, at))) return true;
  if (denied.test(claim.folded.slice((before?.at ?? -1) + 1, at))) return false;
  const one = before?.fact.owner ?? (named.length === 0 ? claim.before : behind);
  const others = before && behind ? [behind] : [...findings.products.keys()].filter((product) => product !== one);
  const price = (product: string | null): number => Number(findings.facts.get(`${product}.price`)?.value);
  return others.every((other) => (topic === 'cheaper' ? price(one) < price(other) : price(one) > price(other)));
}

/** "I can look for something cheaper." */
function isWished(folded: string, at: number): boolean {
  return /(?:something|anything|nothing|one|ones|etwas|nichts|algo|nada|कुछ|شيء\p{L}*)(?: (?:much|else|mas|mais))? $/u.test(
    folded.slice(0, at),
  );
}
