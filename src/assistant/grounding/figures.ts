import { currencyWords, joinWords, monthNames, numberWords, percentWords, timeWords } from './lexicon/compiled.ts';

/** A number that a text speaks of, in digits or words, in any of the scripts and languages. */
export interface Figure {
  /** Within the folded text. */
  readonly at: number;
  readonly end: number;
  readonly text: string;
  /** What it may be worth: "1.234" is one in some countries and a thousand in others. */
  readonly values: readonly number[];
  readonly kind: 'money' | 'percent' | 'time' | 'date' | 'ordinal' | 'plain';
  /** Currencies that it may mean; empty where it says none, or one that may be any. */
  readonly currencies: readonly string[];
  /** The word behind it. */
  readonly unit: string;
  readonly inWords: boolean;
}

interface Token {
  readonly text: string;
  readonly at: number;
}

const symbols: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'CAD', 'AUD', 'NZD', 'MXN', 'ARS', 'CLP', 'COP', 'SGD', 'HKD', 'BRL'],
  '€': ['EUR'],
  '£': ['GBP', 'EGP', 'LBP'],
  '¥': ['JPY', 'CNY'],
  '₹': ['INR'],
  r$: ['BRL'],
  us$: ['USD'],
  rs: ['INR', 'PKR', 'LKR'],
};
const symbol =
  /(?:us\$|r\$|[\p{Sc}]|(?<![\p{L}\p{N}])(?:rs\.?|chf|kr\.?|zl|usd|eur|gbp|inr|brl|mxn|aed|sar|egp|cad|aud|jpy|cny|ars|cop|clp)(?![\p{L}]))/u;
const before = new RegExp(`(${symbol.source})\\s?$`, 'u');
const after = new RegExp(`^\\s?-?(${symbol.source})`, 'u');

const percentWord = new RegExp(`^[\\s-]?(?:${[...percentWords].join('|')})(?![\\p{L}\\p{M}])`, 'u');
const dates =
  /(?<![\p{L}\p{N}\p{Sc}.,])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})|\d{1,2}\/\d{1,2}|[0-3]?\d\.[01]?\d\.(?=\s|$))(?![\p{L}\p{N}])/gu;
const digits = /\d+(?:[.,'٬٫]\d+)*/gu;
const word = /[\p{L}\p{M}]+/gu;

export function figuresIn(folded: string): readonly Figure[] {
  const dated = [...folded.matchAll(dates)].map((match) =>
    figureOf(folded, { at: match.index, text: match[0] }, 'date'),
  );
  const rest = dated.reduce((text, { at, end }) => text.slice(0, at) + ' '.repeat(end - at) + text.slice(end), folded);
  const numerals = [...rest.matchAll(digits)].map((match) =>
    dressed(rest, { at: match.index, text: match[0] }, valuesOf(match[0])),
  );
  return [...dated, ...numerals, ...spelled(rest)].sort((one, other) => one.at - other.at);
}

function figureOf(folded: string, { at, text }: Token, kind: 'date'): Figure {
  return {
    at,
    end: at + text.length,
    text,
    values: [],
    kind,
    currencies: [],
    unit: wordAfter(folded, at + text.length),
    inWords: false,
  };
}

/** "1.234", "1,234.50", "12,99": the last mark may part decimals or thousands. */
export function valuesOf(text: string): readonly number[] {
  const plain = text.replace(/['٬]/gu, '').replace(/٫/gu, '.');
  const marks = plain.replace(/\d/gu, '');
  if (marks === '') return [Number(plain)];
  const whole = Number(plain.replace(/[.,]/gu, ''));
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  const decimal = Number(`${plain.slice(0, last).replace(/[.,]/gu, '')}.${plain.slice(last + 1)}`);
  const groups = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/u.test(plain);
  return groups ? [decimal, whole] : [decimal];
}

/** With what stands around it: a currency, a percent, a unit. */
function dressed(folded: string, { at, text }: Token, values: readonly number[], inWords = false): Figure {
  const end = at + text.length;
  const ahead = folded.slice(end);
  const unit = wordAfter(folded, end);
  const base = { at, end, text, values, unit, inWords, currencies: [] };
  const money = before.exec(folded.slice(Math.max(0, at - 6), at))?.[1] ?? after.exec(ahead)?.[1];
  if (money !== undefined) return { ...base, kind: 'money', currencies: currenciesOf(money) };
  const named = currencyWords.get(unit) ?? currencyWords.get(bare(unit));
  if (named !== undefined) return { ...base, kind: 'money', currencies: named === '*' ? [] : [named] };
  const percent = percentBehind(ahead);
  if (percent > 0) return { ...base, kind: 'percent', unit: wordAfter(folded, end + percent) };
  if (/^:\d\d/u.test(ahead) || (/:$/u.test(folded.slice(0, at)) && /\d:$/u.test(folded.slice(0, at))))
    return { ...base, kind: 'time' };
  if (/^\s?(?:am|pm|a\.m\.|p\.m\.|uhr|h)(?![\p{L}])/u.test(ahead)) return { ...base, kind: 'time' };
  if (isDated(folded, at, ahead)) return { ...base, kind: 'date' };
  return { ...base, kind: /^(?:st|nd|rd|th|º|ª|°)(?![\p{L}])/u.test(ahead) ? 'ordinal' : 'plain' };
}

function currenciesOf(sign: string): readonly string[] {
  const key = sign.replace(/\.$/u, '');
  const known = symbols[key];
  if (known) return known;
  return /^[a-z]{3}$/u.test(key) ? [key.toUpperCase()] : [];
}

/** How long the sign or word is that makes it a percentage; 0: it is none. */
function percentBehind(ahead: string): number {
  const sign = /^\s?[%٪‰]/u.exec(ahead)?.[0];
  const word = sign ?? percentWord.exec(ahead)?.[0];
  return word?.length ?? 0;
}

function isDated(folded: string, at: number, ahead: string): boolean {
  const next = /^(?:st|nd|rd|th|\.|º)?\s?(?:of |de |del |do )?([\p{L}\p{M}]+)/u.exec(ahead)?.[1] ?? '';
  const previous = /([\p{L}\p{M}]+)\.?\s?(?:the )?$/u.exec(folded.slice(0, at))?.[1] ?? '';
  return monthNames.has(next) || monthNames.has(previous);
}

export function wordAfter(folded: string, end: number): string {
  return /^[\s-]?([\p{L}\p{M}"']+)/u.exec(folded.slice(end))?.[1] ?? '';
}

/** Words in a row that make one number: "a hundred and twenty-five". */
function spelled(folded: string): readonly Figure[] {
  const tokens = [...folded.matchAll(word)].map((match) => ({ at: match.index, text: match[0] }));
  const figures: Figure[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const run = runFrom(tokens, index, folded);
    const [first] = run;
    if (first === undefined) continue;
    const last = run.at(-1) ?? first;
    const text = folded.slice(first.at, last.at + last.text.length);
    const figure = dressed(folded, { at: first.at, text }, [worthOf(run)], true);
    if (isMeant(run, figure)) figures.push(figure);
    index += run.length - 1;
  }
  return figures;
}

function runFrom(tokens: readonly Token[], start: number, folded: string): readonly Token[] {
  const run: Token[] = [];
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || !joinsOn(run.at(-1), token, folded)) break;
    const next = tokens[index + 1];
    const joins =
      run.length > 0 && joinWords.has(token.text) && next !== undefined && numberOf(next.text) !== undefined;
    if (numberOf(token.text) === undefined && !joins) break;
    run.push(token);
  }
  return run;
}

function joinsOn(last: Token | undefined, { at }: Token, folded: string): boolean {
  return last === undefined || /^[\s-]+$/u.test(folded.slice(last.at + last.text.length, at));
}

function numberOf(text: string) {
  return numberWords.get(text) ?? numberWords.get(bare(text));
}

/** Without what Arabic writes into the word. */
function bare(text: string): string {
  return text.replace(/^(?:ال|[وفبلك](?:ال)?)(?=[\u0600-\u06ff]{2})/u, '');
}

function worthOf(run: readonly Token[]): number {
  let total = 0;
  let current = 0;
  for (const { text } of run) {
    const number = numberOf(text);
    if (number === undefined) continue;
    if (!number.scale) current += number.value;
    else if (number.value >= 1000) {
      total += Math.max(current, 1) * number.value;
      current = 0;
    } else current = Math.max(current, 1) * number.value;
  }
  return total + current;
}

/** "Once" and "dos" are numbers in one language and not in another: alone they count only beside what makes them one. */
function isMeant(run: readonly Token[], { kind, unit }: Figure): boolean {
  if (run.some(({ text }) => numberOf(text)?.unsure === false)) return true;
  return kind === 'money' || kind === 'percent' || kind === 'time' || timeWords.has(unit);
}
