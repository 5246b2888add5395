import { numberWordsFor } from '../slots/number-words.ts';
import { spokenNumberAt } from '../slots/spoken-number.ts';
import { languageOf } from '../words.ts';
import { type Draft, take, wordsLeft } from './draft.ts';
import type { WishOptions } from './wish.ts';
import { foldPhrase, type WishWord } from './wish-word.ts';

const largest = 999;
/** More of one thing than this is rather a model or a measure. */
const mostAtStart = 50;

const times = /(?<![\p{L}\p{N}.,×-])(?:(?<a>\d{1,3})\s?[x×](?!\s?\d)|[x×](?<b>\d{1,3}))(?![\p{L}\p{N}.,×-])/iu;
const ofWords = new Set('of von de da do من'.split(' ').map(foldPhrase));
const pieces = new Set(
  'pair pairs piece pieces pcs pc items units paar stuck par pares pieza piezas unidades unidade قطعة قطع حبة'
    .split(' ')
    .map(foldPhrase),
);
const articles = new Set('a an the ein eine einen un una um uma'.split(' '));
const asking = new Set(
  'need want buy get order add take like quiero necesito quisiera brauche mochte nehme kaufe quero preciso'.split(' '),
);
/** "2 seater sofas", "3 ring binders": a part of what the thing is. */
const parts = new Set(
  (
    'x in inch inches cm mm m ft foot feet person people man men woman seater seat tier tiers piece pack packs ring way door drawer player players star stars layer burner slot port ' +
    'blade speed wheel wheels panel shelf button finger strand ply hole step day days week weeks month months year years channel quart cup gallon litre liter l ml kg g gb tb mb oz ' +
    'lb lbs pound pounds ounce ounces watt watts w v volt k p d count ct percent dollars euros euro d dimensional axis band core point light tone colour color sided and or to piecees zoll ' +
    'personas plazas piezas pulgadas personen teilig sitzer jahre lugares pessoas pecas'
  ).split(' '),
);
const sortsOfThings = /^(?:large|zoom|magnification|optical|faster|more|the|as|xl|s|small)$/u;
/** "A couple of days". */
const spans = /^(?:minutes?|hours?|days?|weeks?|months?|years?|dias?|semanas?|mes(?:es)?|horas?)$/u;
const mostLooked = 5;

/** "two of", "3x", "a pair of", "2 blue mugs". A pair is one piece. */
export function readQuantity(draft: Draft, { locale }: WishOptions): Draft {
  return timesOf(draft) ?? countedOf(draft, locale) ?? draft;
}

function timesOf(draft: Draft): Draft | null {
  const match = times.exec(draft.left);
  const digits = match?.groups?.['a'] ?? match?.groups?.['b'];
  if (match === null || digits === undefined) return null;
  const end = match.index + match[0].length;
  const [next] = wordsLeft({ ...draft, left: draft.left.slice(end) });
  const between = draft.left.slice(0, match.index).trim() !== '' && next !== undefined;
  if (between || sortsOfThings.test(next?.text ?? '')) return null;
  return quantified(draft, { start: match.index, end }, Number(digits));
}

function countedOf(draft: Draft, locale: string): Draft | null {
  const words = wordsLeft(draft);
  for (let at = 0; at < words.length; at += 1) {
    const counted = countAt(words, at, locale);
    if (counted === null) continue;
    const end = quantityEnd(words, { at, ...counted }, locale);
    const last = end === null ? undefined : words[end - 1];
    if (last !== undefined) return quantified(draft, { start: words[at]?.start ?? 0, end: last.end }, counted.value);
    at = counted.next - 1;
  }
  return null;
}

interface Counted {
  readonly value: number;
  readonly next: number;
}

/** A whole number in digits or words; "a pair" counts one. */
function countAt(words: readonly WishWord[], at: number, locale: string): Counted | null {
  const word = words[at];
  const following = words[at + 1];
  if (word === undefined || following === undefined || word.joined || following.joined) return null;
  if (isBehindPoint(words[at - 1], word)) return null;
  if (articles.has(word.text) && pieces.has(following.text)) return { value: 1, next: at + 1 };
  if (/^\d{1,3}$/u.test(word.text))
    return isCount(Number(word.text)) ? { value: Number(word.text), next: at + 1 } : null;
  for (const vocabulary of numberWordsFor(languageOf(locale))) {
    const spoken = spokenNumberAt(words, at, vocabulary);
    if (spoken === null || !isCount(spoken.value) || (articles.has(word.text) && spoken.next === at + 1)) continue;
    return spoken;
  }
  return null;
}

/** The 2 of "1.2". */
function isBehindPoint(before: WishWord | undefined, word: WishWord): boolean {
  return before !== undefined && before.end === word.start - 1 && /\d$/u.test(before.text) && word.opens;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largest;
}

/** Index after the words that say how many; `null` when they say something else. */
function quantityEnd(
  words: readonly WishWord[],
  { at, value, next }: Counted & { readonly at: number },
  locale: string,
): number | null {
  const word = words[next];
  if (word === undefined || word.opens) return null;
  if (pieces.has(word.text) && ofWords.has(words[next + 1]?.text ?? '')) return next + 2;
  if (ofWords.has(word.text)) return spans.test(words[next + 1]?.text ?? '') ? null : next + 1;
  if (parts.has(word.text) || words[next + 1]?.joined === true || value > mostAtStart) return null;
  const isAsked = at === 0 || asking.has(words[at - 1]?.text ?? '');
  return isAsked && (value === 1 || namesSeveral(words.slice(next, next + mostLooked), locale)) ? next : null;
}

function namesSeveral(words: readonly WishWord[], locale: string): boolean {
  const clause = words.slice(0, 1 + words.slice(1).findIndex((word) => word.opens) || words.length);
  return (
    /^(?:de|hi|ar)$/u.test(languageOf(locale)) || clause.some(({ text }) => /[^s]s$/u.test(text) && text.length > 3)
  );
}

function quantified(draft: Draft, span: { readonly start: number; readonly end: number }, value: number): Draft {
  const heard = { means: 'quantity', facet: null, values: [String(value)] } as const;
  return { ...take(draft, span, heard), quantity: value };
}
