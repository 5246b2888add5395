import { randomInt } from 'node:crypto';

/** What a link is told by. Read aloud, typed by hand and printed small: so no 0 and O, no 1, I and L, and no U that looks like a V. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 6;

const shape = `[${alphabet}]{${length}}`;
const alone = new RegExp(`^\\[?\\s{0,3}#?\\s{0,3}(${shape})\\s{0,3}\\]?$`, 'iu');
const bracketed = `\\[\\s{0,3}#\\s{0,3}(${shape})\\s{0,3}\\]`;
const inBracketsAnywhere = new RegExp(bracketed, 'giu');
const within = new RegExp(`${bracketed}|(?<![\\p{L}\\p{N}#&/])#(${shape})(?![\\p{L}\\p{N}_-])`, 'giu');

/** 30^6 codes, about 700 million; `random` gives whole numbers below what it is called with. */
export function newCode(random: (below: number) => number = randomInt): string {
  for (;;) {
    const letters = Array.from({ length }, () => alphabet[random(alphabet.length)] ?? '');
    const code = letters.join('');
    if (isMixed(code)) return code;
  }
}

/** A letter and a digit at least: so neither an order's number nor a word with a hash before it is ever taken for a code. */
function isMixed(code: string): boolean {
  return /\p{L}/u.test(code) && /\p{N}/u.test(code);
}

/** The code that this is and nothing else (`K7F3QX`, `#k7f3qx`); it need not be a link's. */
export function readCode(text: string): string | null {
  const found = alone.exec(text.trim())?.[1]?.toUpperCase();
  return found !== undefined && isMixed(found) ? found : null;
}

/** What an order's number or a hashtag costs at most: it is looked up once. */
const mostCodes = 3;

/** Codes that stand in a text as `[#K7F3QX]` or `#K7F3QX`, in their order, or the one that it is. */
export function codesIn(text: string): readonly string[] {
  const own = readCode(text);
  if (own !== null) return [own];
  if (!text.includes('#')) return [];
  const found = [...text.matchAll(within)].map(([, inside, bare]) => (inside ?? bare ?? '').toUpperCase());
  return [...new Set(found.filter(isMixed))].slice(0, mostCodes);
}

/** The text without that code. */
export function withoutCode(text: string, code: string): string {
  if (readCode(text) === code) return '';
  return without(text, within, (found) => found === code);
}

/** The text without anything that stands in brackets as only our codes do, be it a link's or no more. */
export function withoutBracketed(text: string): string {
  return without(text, inBracketsAnywhere, isMixed);
}

function without(text: string, pattern: RegExp, goes: (code: string) => boolean): string {
  const kept = text.replace(pattern, (all, inside?: string, bare?: string) =>
    goes(((inside ?? bare) || '').toUpperCase()) ? ' ' : all,
  );
  return kept === text ? text : kept.replace(/[^\S\n]+/gu, ' ').trim();
}

/** As it stands in the words that a link puts into the shopper's mouth. */
export function inBrackets(code: string): string {
  return `[#${code}]`;
}
