import { readSlot } from '../read-slot.ts';
import type { SlotType } from '../slot-types.ts';
import { blanked, draftOf } from '../wish/draft.ts';
import { readQuantity } from '../wish/read-quantity.ts';
import { type FoundWords, foundAt, type Mined, stretch } from './mined.ts';
import type { WantedSlot } from './wanted-slot.ts';

/** Words of the longest value: "the day after tomorrow", "two hundred and fifty dollars". */
const mostWords = 6;
/** Longer messages are no answers; the cost of looking is flat so. */
const mostLooked = 80;

/** The longest stretch of words that is such a value and nothing else; the first of them. */
function stretchOf(mined: Mined, type: SlotType, accepts: (words: string) => boolean): FoundWords | null {
  const last = Math.min(mined.words.length, mostLooked);
  for (let from = 0; from < last; from += 1) {
    for (let to = Math.min(last, from + mostWords); to > from; to -= 1) {
      const words = stretch(mined, from, to);
      if (words === null || !accepts(words)) continue;
      if (!isWhole(mined, type, words)) continue;
      const first = shortest(mined, type, { from, to });
      return foundAt(mined, mined.words[first]?.start ?? 0, mined.words[to - 1]?.end ?? 0);
    }
  }
  return null;
}

function isWhole({ context }: Mined, type: SlotType, words: string): boolean {
  const reading = readSlot(type, words, context);
  return reading.result === 'value' && reading.rest === undefined;
}

/** Without the courtesy before it: "by friday" is "friday". */
function shortest(mined: Mined, type: SlotType, { from, to }: { readonly from: number; readonly to: number }): number {
  const value = valueIn(mined, type, stretch(mined, from, to));
  let first = from;
  while (first + 1 < to && valueIn(mined, type, stretch(mined, first + 1, to)) === value) first += 1;
  return first;
}

function valueIn({ context }: Mined, type: SlotType, words: string | null): string | null {
  const reading = words === null ? null : readSlot(type, words, context);
  return reading?.result === 'value' ? JSON.stringify(reading.value) : null;
}

/** Cheaper than reading a date: a day, a month, or a number beside a sign or a word for time. */
const dateLike =
  /\d[/.-]\d|\d(?:st|nd|rd|th)|(?<!\p{L})(?:tod|tom|tonight|tmr|yest|mon|tue|wed|thu|fri|sat|sun|day|week|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|heute|gestern|morgen|übermorgen|tag|woche|monat|montag|dienstag|mittwoch|donner|frei|sams|sonn|mai|märz|dez|okt|hoy|mañana|pasado|ayer|día|dia|semana|mes|ene|abr|ago|dic|lunes|martes|miér|jueves|viernes|sábado|domingo|hoje|amanh|ontem|segunda|terça|quarta|quinta|sexta)/iu;

/** "the 2nd one" is a place in a list; "the 2nd of May" and "on the 2nd" are days. */
const place = /\d(?:st|nd|rd|th|º|ª)(?!\p{L})/iu;
const monthLike =
  /(?<!\p{L})(?:on the|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|märz|dez|okt|ene|abr|ago|dic|fev|set|out)/iu;

/** Two figures without a year: as often a size, a share or a range. */
const shortFigures = /(?<![\p{N}./-])(?<first>\d{1,2})(?<sign>[./-])(?<second>\d{1,2})(?!\d|[./-]\d)/gu;
/** What stands before a day in a sentence. */
const dayLead =
  /(?<![\p{L}\p{M}])(?:on|by|before|until|till?|from|since|after|dated?|am|bis|vor|ab|zum|vom|seit|nach|den|dem|el|del|hasta|desde|d[ií]a|at[eé]|em|no|في|يوم|قبل|حتى|بحلول)\s+$/iu;
const dayTail = /^\s*(?:को|तक|ko|tak)(?![\p{L}\p{M}])/iu;
/** "8-10 days": how long, not when. */
const spanTail =
  /^\s*(?:hours?|days?|weeks?|months?|years?|stunden?|tagen?|wochen?|monaten?|horas?|d[ií]as?|semanas?|mes(?:es)?)(?!\p{L})/iu;
const lastMonth = 12;

function isShortDay(text: string, { 0: figures, index, groups = {} }: RegExpExecArray): boolean {
  const after = text.slice(index + figures.length);
  if (spanTail.test(after)) return false;
  if (dayLead.test(text.slice(0, index)) || dayTail.test(after)) return true;
  const { first, second, sign } = groups;
  const isPlain = sign === '/' && Math.max(Number(first), Number(second)) > lastMonth && figures !== '24/7';
  return isPlain && /^\s*(?:$|[,;.!?])/u.test(after);
}

/** "Size 9.5", "1/2 kg" and "4/5 stars" stand for no day; "by 1/2" does, and "12/24" where nothing else is said. */
function withoutFractions(mined: Mined): Mined {
  let { left } = mined;
  for (const match of mined.left.matchAll(shortFigures)) {
    if (!isShortDay(mined.left, match))
      left = blanked(left, { start: match.index, end: match.index + match[0].length });
  }
  return { ...mined, left };
}

export function dateIn(written: Mined): FoundWords | null {
  // "sat" and "may" are no days in the middle of a sentence, and a lone number is none either.
  const alone = written.words.length <= 2;
  const mined = alone ? written : withoutFractions(written);
  if (!dateLike.test(mined.left)) return null;
  const accepts = (words: string) => {
    const long = /[\s/.-]/u.test(words) || words.length > 4;
    return dateLike.test(words) && (alone || long) && (!place.test(words) || monthLike.test(words));
  };
  return stretchOf(mined, 'date', accepts);
}

const currencyLike =
  /\p{Sc}|(?<![\p{L}])(?:usd|eur|gbp|chf|inr|brl|dollars?|bucks|euros?|pounds?|quid|cents?|reais|dólares|libras|rupees?|rs|franken)(?![\p{L}])/iu;

/** An amount with its currency: a number alone is none here. */
export function moneyIn(mined: Mined): FoundWords | null {
  const signed = /(?:\p{L}{0,2}\p{Sc})\s?\d[\d.,]*|\d[\d.,]*\s?\p{Sc}/u.exec(mined.left);
  if (signed !== null) {
    const words = signed[0].replace(/[.,]+$/u, '');
    if (readSlot('money', words, mined.context).result === 'value')
      return foundAt(mined, signed.index, signed.index + words.length);
  }
  if (!currencyLike.test(mined.left)) return null;
  return stretchOf(mined, 'money', (words) => currencyLike.test(words));
}

/** "2 blue mugs", "two of them", "3x", "quantity: 4". */
export function quantityIn(mined: Mined): FoundWords | null {
  const called =
    /(?<![\p{L}])(?:quantity|qty|cantidad|menge|anzahl|quantidade)[\s:=]*(?:of|is)?\s*(?<value>\d{1,3})(?![\p{N}\p{L}])/iu.exec(
      mined.left,
    );
  const value = called?.groups?.['value'];
  if (called !== null && value !== undefined)
    return { words: value, start: called.index, end: called.index + called[0].length };
  const { heard, quantity } = readQuantity(draftOf(mined.left), {
    vocabulary: {},
    exponent: 2,
    locale: mined.context.locale,
  });
  const [said] = heard;
  if (said !== undefined && quantity !== null && readSlot('quantity', said.words, mined.context).result === 'value')
    return foundAt(mined, said.at, said.at + said.words.length);
  return mined.words.length <= 3 ? stretchOf(mined, 'quantity', () => true) : null;
}

/** The one number that is left. */
export function numberIn(mined: Mined, _wanted: WantedSlot): FoundWords | null {
  return stretchOf(mined, 'number', (words) => /\d/u.test(words) || mined.words.length <= 3);
}
