import { isOrdinaryWord } from '../../../understanding/personal/find-names.ts';
import type { HiddenKind, Span, Voice } from '../../../understanding/personal/span.ts';

/** What is known of a person, in their own words. */
export interface Personal {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Lines of addresses, and postcodes. */
  readonly addresses: readonly string[];
}

export const nothingKnown: Personal = { names: [], emails: [], phones: [], addresses: [] };

/** Finds what is known, wherever it stands. */
export type FindKnown = (text: string, voice: Voice) => readonly Span[];

const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';
/** Writing without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

interface Sought {
  readonly kind: HiddenKind;
  readonly pattern: RegExp;
  readonly voices: readonly Voice[];
}

const everywhere: readonly Voice[] = ['talk', 'shop'];

export function findKnown({ names, emails, phones, addresses }: Personal): FindKnown {
  const sought: readonly Sought[] = [
    ...names.flatMap(soughtName),
    ...emails.flatMap((email) => soughtWords('email', email)),
    ...phones.flatMap(soughtPhone),
    ...addresses.flatMap((line) => soughtWords('address', line)),
  ];
  return (text, voice) =>
    sought
      .filter(({ voices }) => voices.includes(voice))
      .flatMap(({ kind, pattern }) =>
        Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
          kind,
          start: index,
          end: index + found.length,
        })),
      );
}

function soughtName(full: string): readonly Sought[] {
  const parts = full.split(/[\s,]+/u).filter((part) => part.length >= 3 || (part.length === 2 && unspaced.test(part)));
  const whole = isOrdinaryWord(full.trim()) ? [] : soughtWords('name', full);
  return [...whole, ...parts.flatMap(soughtPart)];
}

/** A part of a name that is also an everyday word hides too much, and says too little, to be sought in all that the shop writes. */
function soughtPart(part: string): readonly Sought[] {
  if (!isOrdinaryWord(part)) return soughtWords('name', part);
  const capital = part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
  return [{ kind: 'name', pattern: new RegExp(`${before}${literal(capital)}${after}`, 'gu'), voices: ['talk'] }];
}

const fewestLetters = 3;

function soughtWords(kind: HiddenKind, words: string): readonly Sought[] {
  const trimmed = words.trim();
  if (trimmed.length < fewestLetters && !unspaced.test(trimmed)) return [];
  const [open, close] = unspaced.test(trimmed) ? ['', ''] : [before, after];
  const body = trimmed.split(/\s+/u).map(literal).join('\\s+');
  return [{ kind, pattern: new RegExp(`${open}${body}${close}`, 'giu'), voices: everywhere }];
}

const fewestDigits = 7;
const comparedDigits = 8;

/** However it is grouped, with its country's code or without. */
function soughtPhone(phone: string): readonly Sought[] {
  const digits = phone.replace(/\D/gu, '');
  if (digits.length < fewestDigits) return [];
  const own = [...digits.slice(-comparedDigits)].join('[\\s().\\/-]{0,3}');
  const pattern = new RegExp(`(?:\\+?\\d[\\d\\s().\\/-]{0,8})?(?<!\\d{5})${own}(?!\\d)`, 'gu');
  return [{ kind: 'phone', pattern, voices: everywhere }];
}

function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}
