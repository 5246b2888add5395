import { type Check, type Claim, type Ground, subjects } from './claim.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import type { Problem } from './problem.ts';
import { isQuestion } from './sentences.ts';

/** Whether something is there, and how much is left, is told by what was returned of that very product. */
export const checkStock: Check = (claim, ground) => {
  if (isAsking(claim)) return [];
  const { folded, facts } = claim;
  const counted = facts.some(
    ({ fact }) => fact.kind === 'number' && /stock|pieces|available|quantity|short/u.test(fact.key),
  );
  const problems: Problem[] = [];
  if (speaksOf('pieces', folded) && !counted) problems.push({ code: 'stock', words: spoken(folded, 'pieces') });
  if (speaksOf('out-of-stock', folded)) return [...problems, ...mustBe(false, claim, ground)];
  if (speaksOf('in-stock', folded)) return [...problems, ...mustBe(true, claim, ground)];
  return problems;
};

/** "Shall I look whether it is in stock?" */
function isAsking(claim: Claim): boolean {
  const at = claim.folded.search(topicPattern('in-stock'));
  return isQuestion(claim) || (at !== -1 && speaksOf('whether', claim.folded.slice(0, at)));
}

function mustBe(there: boolean, claim: Claim, { findings }: Ground): readonly Problem[] {
  const topic = there ? 'in-stock' : 'out-of-stock';
  const about = subjectsBefore(claim, claim.folded.search(topicPattern(topic)));
  const wrong = about.some((product) => findings.facts.get(`${product}.stock`)?.value !== there);
  return wrong || about.length === 0 ? [{ code: 'stock', words: spoken(claim.folded, topic) }] : [];
}

/** All that are named before it; where none is, all that the sentence is about. */
function subjectsBefore(claim: Claim, at: number): readonly string[] {
  const named = claim.facts.filter((one) => one.at < at && one.fact.kind === 'name' && one.fact.family === 'product');
  return named.length > 0 ? named.map(({ fact }) => fact.owner ?? '') : subjects(claim);
}

function spoken(folded: string, topic: 'pieces' | 'in-stock' | 'out-of-stock'): string {
  return folded.match(topicPattern(topic))?.[0] ?? '';
}
