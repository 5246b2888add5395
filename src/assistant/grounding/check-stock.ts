import { type Check, type Claim, type Ground, subjects } from './claim.ts';
import { speaksOf, topicPattern } from './lexicon/compiled.ts';
import { not } from './lexicon/not.ts';
import { wholeWords } from './lexicon/whole-words.ts';
import type { Problem } from './problem.ts';

/** Whether something is there, and how much is left, is told by what was returned of that very product. */
export const checkStock: Check = (claim, ground) => {
  const { folded, facts } = claim;
  const counted = facts.some(
    ({ fact }) => fact.kind === 'number' && /stock|pieces|available|quantity|short/u.test(fact.key),
  );
  const left = folded.match(topicPattern('pieces'))?.[0];
  const pieces: readonly Problem[] = left === undefined || counted ? [] : [{ code: 'stock', words: left }];
  return [...pieces, ...deniedFacts(claim), ...statements(claim).flatMap((one) => wrong(one, claim, ground))];
};

interface Statement {
  readonly words: string;
  readonly at: number;
  readonly end: number;
  /** Whether it says that it is there. */
  readonly there: boolean;
}

const gone = [
  wholeWords([
    '(?:no longer|not|never) (?:sold(?! out)|made|sell it|carried)',
    'off the shelves',
    'nicht mehr verkauft',
  ]),
];
/** "You can have it now": with a name in between as well. */
const offered = [
  /(?<!\p{L})(?:you )?can (?:still |now |also |just )*(?:buy|order|get|have|take) \S{1,40} (?:now|today|right away|at once|straight away)(?!\p{L})/gu,
  /(?<!\p{L})(?:you (?:can|could|may)(?: still| now| also| just)*|go ahead and) (?:buy|order|get|have|take) (?:the |it: )?[\ue000-\uf8ff]/gu,
];

function statements({ folded }: Claim): readonly Statement[] {
  const out = [topicPattern('out-of-stock'), ...gone].flatMap((pattern) => found(folded, pattern, false));
  const inside = ({ at, end }: Statement): boolean => out.some((one) => at < one.end && end > one.at);
  const there = [topicPattern('in-stock'), ...offered].flatMap((pattern) => found(folded, pattern, true));
  return [...out, ...there.filter((one) => !inside(one))].sort((one, other) => one.at - other.at);
}

function found(folded: string, pattern: RegExp, there: boolean): readonly Statement[] {
  return [...folded.matchAll(pattern)].map(({ index: at, 0: words }) => ({ words, at, end: at + words.length, there }));
}

function wrong({ words, at, end, there }: Statement, claim: Claim, { findings }: Ground): readonly Problem[] {
  const part = clauseAround(claim.folded, at, end);
  if (isAskedFor(part.before)) return [];
  const denials = `${part.before} | ${part.behind}`.match(not)?.length ?? 0;
  const about = subjectsOf(claim, at, end);
  if (about.length === 0 && isWish(claim)) return [];
  const holds = about.every(
    (product) => findings.facts.get(`${product}.stock`)?.value === (denials === 1 ? !there : there),
  );
  return holds && about.length > 0 && denials < 2 ? [] : [{ code: 'stock', words }];
}

/** "Shall I look whether it is in stock?", with nothing between that ends the thought. */
function isAskedFor(before: string): boolean {
  return speaksOf('whether', before);
}

/** "Should it be in stock?": of nothing that was found. */
function isWish({ folded }: Claim): boolean {
  return /[?؟]\s*$/u.test(folded);
}

function clauseAround(folded: string, at: number, end: number): { readonly before: string; readonly behind: string } {
  const ends = /[,;:.!?…،؛؟।]|\s[-–—]+\s/u;
  const before = folded.slice(0, at).split(ends).at(-1) ?? '';
  const behind = folded.slice(end).split(ends)[0] ?? '';
  return { before, behind };
}

/** All that are named before it; where none is, the one right behind it, or all that the sentence is about. */
function subjectsOf(claim: Claim, at: number, end: number): readonly string[] {
  const names = claim.facts.filter(({ fact }) => fact.kind === 'name' && fact.family === 'product');
  const before = names.filter((one) => one.at < at);
  const within = names.filter((one) => one.at >= at && one.at < end);
  if (within.length > 0) return within.map(({ fact }) => fact.owner ?? '');
  return before.length > 0
    ? before.slice(lastGroup(before, claim)).map(({ fact }) => fact.owner ?? '')
    : subjects(claim);
}

/** "A is sold out, B is there": where the names begin that are told of together. */
function lastGroup(names: readonly { readonly at: number }[], { folded }: Claim): number {
  let first = names.length - 1;
  while (first > 0) {
    const between = folded.slice((names[first - 1]?.at ?? 0) + 1, names[first]?.at);
    if (speaksOf('in-stock', between) || speaksOf('out-of-stock', between)) break;
    first -= 1;
  }
  return first;
}

/** "Not {{p1.stock}}" turns the filled word round. */
function deniedFacts({ folded, facts }: Claim): readonly Problem[] {
  const stocks = facts.filter(({ fact }) => fact.kind === 'stock');
  return stocks.flatMap(({ at }) => {
    const { before, behind } = clauseAround(folded, at, at + 1);
    const words = before.split(/[\ue000-\uf8ff]/u).at(-1) ?? '';
    return words.search(not) === -1 && !/^\s?(?:नहीं|nicht|not)/u.test(behind)
      ? []
      : [{ code: 'stock' as const, words }];
  });
}
