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
import { type Check, claimsOf, type Ground } from './claim.ts';
import type { Problem } from './problem.ts';
import { splitSentences } from './sentences.ts';
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
  checkDisguise,
];

/** Longer answers are nothing for a chat, and a way to hide something. */
const longestText = 2_000;

/** No language of the six has longer ones, and patterns take long over them. Handles are longer. */
const wordTooLong = /[^\s{}]{81,}|\S{240,}/u;

/**
 * Fills a model's text in and tells whether the shop may say it: every sentence is held against what actions returned in this turn. Pure and
 * total. It errs on the side of stopping.
 */
export function ground(text: string, on: Ground): Grounded {
  if (text.length > longestText) return { holds: false, problems: [{ code: 'disguise', words: 'too long' }] };
  const longWord = wordTooLong.exec(text)?.[0];
  if (longWord !== undefined) return { holds: false, problems: [{ code: 'disguise', words: longWord.slice(0, 40) }] };
  const template = readTemplate(text, on.findings);
  const claims = claimsOf(splitSentences(template.parts), on.findings);
  const spoken = [...template.problems, ...checkLanguage(claims)];
  const problems = [...spoken, ...claims.flatMap((claim) => checks.flatMap((check) => check(claim, on)))];
  if (problems.length > 0) return { holds: false, problems };
  return {
    holds: true,
    text: fill(template.parts),
    products: [...new Set(claims.flatMap(({ products }) => products))],
  };
}
