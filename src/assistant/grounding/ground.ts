import { checkAttribution } from './attribution.ts';
import { checkBeside } from './check-beside.ts';
import { checkBrands } from './check-brands.ts';
import { checkComparison } from './check-comparison.ts';
import { checkDays } from './check-days.ts';
import { checkDeeds } from './check-deeds.ts';
import { checkDisguise } from './check-disguise.ts';
import { checkFigures } from './check-figures.ts';
import { checkLanguage } from './check-language.ts';
import { checkLeaks } from './check-leaks.ts';
import { checkLinks } from './check-links.ts';
import { checkManners } from './check-manners.ts';
import { checkNames } from './check-names.ts';
import { checkPromises } from './check-promises.ts';
import { checkRange } from './check-range.ts';
import { checkCurrency, checkService } from './check-service.ts';
import { checkStock } from './check-stock.ts';
import { checkWords, isOpenQuestion } from './check-words.ts';
import { type Check, type Claim, claimsOf, type Ground } from './claim.ts';
import type { Problem } from './problem.ts';
import { splitSentences, written } from './sentences.ts';
import { fill, readTemplate } from './template.ts';

export type Grounded =
  /** `products`: handles, in the order in which the text names them. */
  | { readonly holds: true; readonly text: string; readonly products: readonly string[] }
  | { readonly holds: false; readonly problems: readonly Problem[] };

const checks: readonly Check[] = [
  checkFigures,
  checkAttribution,
  checkBeside,
  checkDays,
  checkPromises,
  checkStock,
  checkService,
  checkCurrency,
  checkComparison,
  checkDeeds,
  checkRange,
  checkLinks,
  checkNames,
  checkBrands,
  checkLeaks,
  checkManners,
  checkWords,
  checkDisguise,
];

/** Longer answers are nothing for a chat, and a way to hide something. */
const longestText = 2_000;

/** No language of the six has longer ones, and patterns take long over them. Handles are longer. */
const wordTooLong = /[^\s{}]{81,}|\S{240,}/u;

/**
 * Fills a model's text in and tells whether the shop may say it: every sentence is held against what actions returned in this turn. A
 * sentence that nothing proves is left out where another tells or asks something; what is left has to hold by itself. Pure and total. It errs on the side of stopping.
 */
export function ground(text: string, on: Ground): Grounded {
  if (text.length > longestText) return { holds: false, problems: [{ code: 'disguise', words: 'too long' }] };
  const longWord = wordTooLong.exec(text)?.[0];
  if (longWord !== undefined) return { holds: false, problems: [{ code: 'disguise', words: longWord.slice(0, 40) }] };
  const judged = judgeText(text, on);
  if (judged.grounded.holds || judged.kept === '') return judged.grounded;
  const shorter = judgeText(judged.kept, on).grounded;
  return shorter.holds ? shorter : judged.grounded;
}

interface JudgedText {
  readonly grounded: Grounded;
  /** The text without sentences that nothing proves; empty where that is not all that is wrong, or too little is left. */
  readonly kept: string;
}

function judgeText(text: string, on: Ground): JudgedText {
  const template = readTemplate(text, on.findings);
  const claims = claimsOf(splitSentences(template.parts), on.findings);
  const judged = claims.map((claim) => ({ claim, problems: checks.flatMap((check) => check(claim, on)) }));
  const problems = [...template.problems, ...checkLanguage(claims), ...judged.flatMap((one) => one.problems)];
  if (problems.length === 0)
    return { grounded: { holds: true, text: fill(template.parts), products: namedIn(claims) }, kept: '' };
  // What is left tells or asks something: a remark on what was left out would be odd.
  const kept = judged.flatMap(({ claim, problems: own }) => (own.length === 0 && isWhole(claim) ? [claim] : []));
  const helps = kept.length > 0;
  const isAll = problems.every(({ code }) => code === 'unproven');
  return { grounded: { holds: false, problems }, kept: isAll && helps ? kept.map(written).join('') : '' };
}

function isWhole(claim: Claim): boolean {
  return (
    claim.products.length > 0 || claim.facts.some(({ fact }) => fact.family !== 'product') || isOpenQuestion(claim)
  );
}

function namedIn(claims: readonly Claim[]): readonly string[] {
  return [...new Set(claims.flatMap(({ products }) => products))];
}
