import { type Check, type Claim, type Ground, subjectsAt } from './claim.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { isUnable } from './denial.ts';
import { fold } from './fold.ts';
import { currencyWords, numberWords, percentWords, relativeDayWords, speaksOf, timeWords } from './lexicon/compiled.ts';
import { withoutTopics } from './lexicon/known-topics.ts';
import { not } from './lexicon/not.ts';
import { askedBeginning, isAssent, isTalk, toldBeginning } from './lexicon/plain/compiled.ts';
import { meansSame } from './meanings.ts';
import { physicalUnits } from './physical-units.ts';
import type { Problem } from './problem.ts';
import { foldedWords, isSameWord } from './same-word.ts';
import { isQuestion } from './sentences.ts';

/**
 * Every word of a statement is talk that tells nothing, or stands in the own text of the product it is told of, with or without a "not" as it
 * does there. So "made of leather" needs a product whose text says leather; no list of lies is needed for it.
 */
export const checkWords: Check = (claim, ground) => {
  const told = clausesOf(claim.folded).filter((clause) => !isAsked(clause, claim));
  const text = withoutTopics(claim.folded);
  const strange = told.flatMap((clause) => {
    return wordsIn(text, clause).filter(
      (word) => !isKnown(word.text, ground) && !isProven(word, clause, { claim, ground }),
    );
  });
  if (strange.length > 0) return [{ code: 'unproven', words: [...new Set(strange.map((one) => one.text))].join(', ') }];
  const own = told.find((clause) => ofShop(clause, claim));
  if (own !== undefined) return [{ code: 'unproven', words: own.words.trim() }];
  return told.length > 0 ? assented(claim, ground) : [];
};

interface Word {
  readonly text: string;
  readonly at: number;
}

function wordsIn(text: string, { at, end }: Clause): readonly Word[] {
  const words = text.slice(at, end).matchAll(/[\p{L}\p{M}][\p{L}\p{M}']*/gu);
  return [...words].map((match) => ({ text: match[0].replace(/'+$/u, ''), at: at + match.index }));
}

/** A question tells nothing, but for what it says on the way: "it is red, do you like it?". */
function isAsked({ words, at, end }: Clause, claim: Claim): boolean {
  if (!isQuestion(claim) || claim.facts.some((fact) => fact.at >= at && fact.at < end)) return false;
  const opened = /^\s*¿/u.test(words);
  const start = words.replace(/^[\s¿¡"“*-]+/u, '');
  const last = !/[\p{L}\p{M}]/u.test(claim.folded.slice(end));
  return !askedBeginning.test(start) && (last || opened || !toldBeginning.test(start));
}

/** It asks, and says nothing on the way. */
export function isOpenQuestion(claim: Claim): boolean {
  return isQuestion(claim) && clausesOf(claim.folded).every((clause) => isAsked(clause, claim));
}

const measures: readonly { has(word: string): boolean }[] = [
  numberWords,
  currencyWords,
  timeWords,
  percentWords,
  relativeDayWords,
  physicalUnits,
];

/** Figures and days have checks of their own. */
function isKnown(word: string, { names }: Ground): boolean {
  if (word.length === 1 || isTalk(word) || isTalk(word.replace(/'s$/u, ''))) return true;
  return measures.some((known) => known.has(word)) || names.some((name) => foldedWords(fold(name)).includes(word));
}

interface Told {
  readonly claim: Claim;
  readonly ground: Ground;
}

function isProven({ text, at }: Word, clause: Clause, { claim, ground }: Told): boolean {
  if (isUnsure(claim.folded.slice(0, at)) || isCounted(at, clause, claim)) return true;
  if (isDisclaimed(clause) && foldedWords(ground.said).some((one) => isSameWord(one, text))) return true;
  const about = subjectsAt(claim, at);
  if (about.length > 0) return about.every((product) => says(product, text, { ground, clause }));
  if (claim.facts.some(({ fact }) => fact.family !== 'product') && says(null, text, { ground, clause })) return true;
  // Whichever is meant, it is one of those that were found, and all of it is.
  return [...ground.findings.products.keys()].some((product) => saysAll(product, claim, ground));
}

/** "I do not know whether …", "we have no …", "you asked for …": the shopper's own words may be repeated. */
function isDisclaimed({ words }: Clause): boolean {
  return speaksOf('we-have-not', words) || isUnable(words) || speaksOf('yours', words);
}

const whether =
  /(?:(?:know|say|tell|sure|certain)(?: you)? (?:if|whether|when|how|what|which|where|why|who)|(?:weiss|sagen|sicher)\p{L}*(?: \p{L}+){0,3},? ob|(?:se|saber|sabemos|decir\p{L}*|segur[oa]) si|(?:sei|saber|sabemos|dizer|certeza) se|(?:اعرف|اعلم|ندري) (?:ان|ما اذا))(?!\p{L})[^,;:.!?…]*$/u;

/** "I do not know whether it is …": whatever it is. */
function isUnsure(before: string): boolean {
  const found = whether.exec(before);
  return found !== null && before.slice(0, found.index + found[0].length).search(not) !== -1;
}

/** "I found two mugs: …": what they are is seen by their names, in whichever language it is said. */
function isCounted(at: number, clause: Clause, { folded, products }: Claim): boolean {
  const before = /(\p{L}+|\d+) $/u.exec(folded.slice(clause.at, at))?.[1] ?? '';
  return products.length > 1 && speaksOf('we-have', clause.words) && (numberWords.has(before) || /^\d+$/u.test(before));
}

/** What the shop itself is or does: of that talk tells too much. */
const shop = /(?<!\p{L})(?:we|we're|we've|we'll|wir|nosotros|nos|a gente|\p{L}{2,}[aei]mos|हम|نحن)(?!\p{L})/u;

function ofShop({ words }: Clause, { facts }: Claim): boolean {
  if (facts.length > 0 || !shop.test(words)) return false;
  return !harmless.some((topic) => speaksOf(topic, words)) && !isUnable(words);
}

const harmless = ['we-have', 'we-have-not', 'help', 'invite', 'yours'] as const;

interface Saying {
  readonly ground: Ground;
  readonly clause: Clause;
}

function says(owner: string | null, word: string, { ground, clause }: Saying): boolean {
  const passages = ground.findings.passages.get(owner) ?? [];
  return passages.flatMap(clausesOf).some(({ words, negated }) => {
    return negated === clause.negated && foldedWords(words).some((one) => meansSame(word, one, ground.synonyms));
  });
}

function saysAll(product: string, claim: Claim, ground: Ground): boolean {
  const text = withoutTopics(claim.folded);
  return clausesOf(claim.folded).every((clause) => {
    return wordsIn(text, clause).every(
      ({ text: word }) => isKnown(word, ground) || says(product, word, { ground, clause }),
    );
  });
}

/** "Yes, it is": it says whatever the shopper asked, so that has to be written of something that was found. */
function assented({ folded, facts, words }: Claim, ground: Ground): readonly Problem[] {
  const spoken = foldedWords(folded);
  if (facts.length > 0 || spoken.length === 0 || !spoken.every(isAssent)) return [];
  const asked = foldedWords(withoutTopics(ground.said)).filter((word) => !isTalk(word) && word.length > 1);
  const whole: Clause = { at: 0, end: 0, words: ground.said, negated: false };
  const proven = [...ground.findings.products.keys()].some((product) => {
    return asked.every((word) => says(product, word, { ground, clause: whole }));
  });
  return asked.length === 0 || proven ? [] : [{ code: 'unproven', words: words.trim() }];
}
