import type { Check, Claim, Ground } from './claim.ts';
import { isUnable } from './denial.ts';
import { fold } from './fold.ts';
import { topicPattern } from './lexicon/compiled.ts';
import { letter } from './lexicon/whole-words.ts';
import type { Problem } from './problem.ts';

/** Brands and products: only such as were returned. A shopper's own words may be repeated where it says that it has not found them. */
export const checkNames: Check = (claim, ground) => {
  const found = [...brandsIn(claim, ground), ...codesIn(claim), ...quotedIn(claim), ...capitalsIn(claim)];
  const strange = found.filter((name) => !isKnown(fold(name).trim(), claim, ground));
  return [...new Set(strange)].map((words): Problem => ({ code: 'unknown-name', words }));
};

function isKnown(name: string, { folded }: Claim, { findings, names, said }: Ground): boolean {
  if (name === '') return true;
  if (contains(findings.words, name) || names.some((own) => contains(fold(own), name))) return true;
  return (
    contains(said, name) &&
    (folded.search(topicPattern('we-have-not')) !== -1 ||
      isUnable(folded) ||
      folded.search(topicPattern('yours')) !== -1)
  );
}

function contains(text: string, name: string): boolean {
  const at = text.indexOf(name);
  return at !== -1 && new RegExp(`(?<!${letter})${escaped(name)}(?!${letter})`, 'u').test(text);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}

/** As the catalogue writes them, with a capital: "Apple" and not an apple. */
function brandsIn({ words }: Claim, { brands }: Ground): readonly string[] {
  return brands.filter((brand) => {
    const capital = brand.charAt(0).toUpperCase() + brand.slice(1);
    return [brand, capital, brand.toUpperCase()].some(
      (form) => /\p{Lu}|\s|\p{Lo}/u.test(form) && isInside(words, form),
    );
  });
}

function isInside(words: string, form: string): boolean {
  const at = words.indexOf(form);
  if (at === -1) return false;
  const [previous, next] = [words.charAt(at - 1), words.charAt(at + form.length)];
  return !/[\p{L}\p{N}]/u.test(previous) && !/[\p{L}\p{N}]/u.test(next);
}

/** "WH-1000XM5", "fr3e". Measures and ordinals are figures. */
function codesIn({ words }: Claim): readonly string[] {
  const mixed = words.match(/(?=[\p{L}\p{N}-]*\p{L})(?=[\p{L}\p{N}-]*\p{N})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return mixed.filter(
    (word) => !/^\p{N}+(?:st|nd|rd|th|am|pm|h|x|[a-z]{1,3})?$/u.test(word) && !/^\p{N}+-\p{Ll}+$/u.test(word),
  );
}

/** What stands in quotation marks is a name, or somebody's words. */
function quotedIn({ words }: Claim): readonly string[] {
  return [...words.matchAll(/["“„«‚‘]([^"“”„«»‘’]{2,80})["”“»‘]/gu)].map(([, inner = '']) => inner);
}

/** Two capitals in a row, or one in the midst of a sentence; in German every noun has one. */
function capitalsIn({ words, german }: Claim): readonly string[] {
  const runs = words.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}[\p{L}\p{N}'’&-]*(?:\s+\p{Lu}[\p{L}\p{N}'’&-]*)*)/gu);
  return [...runs].flatMap((run) => {
    const [, name = ''] = run;
    const begins = /(?:^|[:.!?•*-]\s*|[¡¿"“(]\s*)$/u.test(words.slice(0, run.index).trimEnd());
    const parts = name.split(/\s+/u);
    const kept = (begins ? parts.slice(1) : parts).filter((part) => !commonCapitals.has(part));
    if (german && kept.length < 2) return [];
    return kept.length === 0 ? [] : [kept.join(' ')];
  });
}

const commonCapitals = new Set([
  'I',
  "I'm",
  "I'll",
  "I've",
  "I'd",
  'I’m',
  'I’ll',
  'I’ve',
  'I’d',
  'OK',
  'Ok',
  'Sie',
  'Ihr',
  'Ihre',
  'Ihnen',
  'Ihren',
  'Ihrem',
  'USB',
  'LED',
  'TV',
  'PC',
  'FAQ',
  'English',
  'Spanish',
  'German',
  'Portuguese',
  'Hindi',
  'Arabic',
]);
