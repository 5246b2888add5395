import { asciiDigits } from '../normalise.ts';
import { languageOf, type Word, wordsOf } from '../words.ts';
import { type Decimal, readDecimal } from './decimal.ts';
import { type NumberWords, numberWordsFor } from './number-words.ts';
import { spokenNumberAt } from './spoken-number.ts';

/** A number somewhere in a text, in digits or words. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** As written in digits, so that money need not pass through a float; null for words. */
  readonly digits: string | null;
  /** Letters written onto it: `USD` of `USD20`, `x` of `x2`. */
  readonly prefix: string;
}

const literal =
  /(?<prefix>\p{L}*)(?<minus>[-−]?)(?<digits>\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,'’\u00a0\u202f]\d+)*)?(?<vulgar>\s?[½¼¾⅓⅔⅛])?/gu;
const vulgarFractions: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
};
const notANumberBefore = /[\d/:.#@_-]$/;
const notANumberAfter = /^(?:st|nd|rd|th|er|º|ª|°|[/:_@]|[.,-]\d)/i;
const inThousands = /^k(?![\p{L}\p{N}])/iu;
const longestDigits = 24;

const asNumber = (decimal: Decimal): number => Number(`${decimal.whole}.${decimal.fraction || '0'}`);

const mentionOf = (text: string, found: RegExpExecArray, locale: string): NumberMention | null => {
  const { prefix = '', minus = '', digits = '', vulgar = '' } = found.groups ?? {};
  if (digits === '' && vulgar === '') return null;
  const start = found.index + prefix.length;
  const end = found.index + found[0].length;
  if (
    digits.length > longestDigits ||
    notANumberBefore.test(text.slice(Math.max(0, start - 1), start)) ||
    notANumberAfter.test(text.slice(end, end + 3))
  )
    return null;
  const decimal = digits === '' ? { whole: '0', fraction: '' } : readDecimal(digits, { locale, decimals: 3 });
  if (decimal === null) return null;
  const thousands = inThousands.test(text.slice(end, end + 2)) ? 1 : 0;
  const size = (asNumber(decimal) + (vulgarFractions[vulgar.trim()] ?? 0)) * 1000 ** thousands;
  if (size > Number.MAX_SAFE_INTEGER) return null;
  return {
    start,
    end: end + thousands,
    value: minus === '' || size === 0 ? size : -size,
    digits: vulgar === '' && digits !== '' && thousands === 0 ? digits : null,
    prefix,
  };
};

const spokenMentions = (words: readonly Word[], vocabulary: readonly NumberWords[]): readonly NumberMention[] => {
  const mentions: NumberMention[] = [];
  for (let at = 0; at < words.length; ) {
    const spoken = vocabulary.map((language) => spokenNumberAt(words, at, language)).find((found) => found !== null);
    const first = words[at];
    const last = words[(spoken?.next ?? at + 1) - 1];
    if (spoken && first && last)
      mentions.push({ start: first.start, end: last.end, value: spoken.value, digits: null, prefix: '' });
    at = spoken?.next ?? at + 1;
  }
  return mentions;
};

/** All numbers of a text in the order they stand. Dates, times, ordinals and order codes are not numbers. */
export const numberMentions = (text: string, locale: string): readonly NumberMention[] => {
  const written = asciiDigits(text);
  const inDigits = Array.from(written.matchAll(literal), (found) => mentionOf(written, found, locale)).filter(
    (mention) => mention !== null,
  );
  const spoken = spokenMentions(wordsOf(text), numberWordsFor(languageOf(locale)));
  return [...inDigits, ...spoken].sort((one, other) => one.start - other.start);
};
