import type { Fact } from '../fact.ts';
import { ownerAt } from './attribution.ts';
import { type Check, type Claim, type Ground, subjectsAt } from './claim.ts';
import { isEcho } from './echo.ts';
import { type Figure, figuresIn } from './figures.ts';
import { fold } from './fold.ts';
import { monthNames, speaksOf, timeWords } from './lexicon/compiled.ts';
import { physicalUnits } from './physical-units.ts';
import type { Problem, ProblemCode } from './problem.ts';

/** Every figure that the model wrote itself must be one that was returned, of the thing that it speaks of, or the shopper's own. */
export const checkFigures: Check = (claim, ground) => {
  return figuresIn(claim.folded).flatMap((figure) => {
    if (holds(figure, claim, ground)) return [];
    return [{ code: codes[figure.kind], words: figure.text } satisfies Problem];
  });
};

const codes: Readonly<Record<Figure['kind'], ProblemCode>> = {
  money: 'amount',
  percent: 'percentage',
  time: 'date',
  date: 'date',
  ordinal: 'number',
  plain: 'number',
};

function holds(figure: Figure, claim: Claim, ground: Ground): boolean {
  switch (figure.kind) {
    case 'money':
      return isFact(figure, 'money', claim, ground) || isEcho(figure, claim, ground);
    case 'percent':
      return isFact(figure, 'percent', claim, ground) || isMeasure(figure, claim, ground);
    case 'time':
      return isWritten(figure, ground);
    case 'date':
      return isDay(figure, claim, ground);
    case 'ordinal':
      return figure.values.every((value) => value <= ground.findings.products.size);
    case 'plain':
      return isPlain(figure, claim, ground);
  }
}

function isPlain(figure: Figure, claim: Claim, ground: Ground): boolean {
  if (isListMark(figure, claim)) return true;
  if (figure.inWords && figure.values[0] === 1 && !timeWords.has(figure.unit)) return true;
  if (isFact(figure, 'number', claim, ground)) return true;
  if (timeWords.has(figure.unit)) return isWritten(figure, ground);
  return isCount(figure, claim, ground) || isMeasure(figure, claim, ground) || isEcho(figure, claim, ground);
}

/** "1." and "2)" at the beginning of a line. */
function isListMark({ at, end, values }: Figure, { folded }: Claim): boolean {
  return at === 0 && (values[0] ?? 0) <= 20 && /^[.)]\s/u.test(folded.slice(end));
}

function isFact(figure: Figure, kind: Fact['kind'], claim: Claim, { findings }: Ground): boolean {
  const same = [...findings.facts.values()].filter((fact) => {
    return fact.kind === kind && figure.values.some((value) => fact.value === value) && isSameCurrency(figure, fact);
  });
  return same.some((fact) => isRightKey(figure, fact) && ownerAt(claim, fact, figure.at) !== 'other');
}

function isSameCurrency({ currencies }: Figure, { currency }: Fact): boolean {
  return currencies.length === 0 || currency === null || currencies.includes(currency);
}

/** A count of days is no count of pieces, and the other way round. */
function isRightKey({ unit, kind }: Figure, { key }: Fact): boolean {
  if (kind !== 'plain') return true;
  return timeWords.has(unit) === /day|hour|week|month|minute|until/u.test(key);
}

/** As many as came back, or as the text speaks of. */
function isCount({ values, unit }: Figure, { products, folded }: Claim, { findings }: Ground): boolean {
  if (timeWords.has(unit) || speaksOf('pieces', folded) || speaksOf('in-stock', folded)) return false;
  const counts = [...findings.counts, findings.products.size, products.length];
  return values.some((value) => counts.includes(value));
}

/** "256 GB", "100 % cotton", "size 42": as it is written about all products that it is told of. */
function isMeasure(figure: Figure, claim: Claim, { findings }: Ground): boolean {
  const about = subjectsAt(claim, figure.at);
  if (about.length === 0) return isMeasureIn(findings.words, findings.labels, figure);
  return about.every((product) => {
    const text = (findings.passages.get(product) ?? []).join(' | ');
    return isMeasureIn(text, text, figure);
  });
}

function isMeasureIn(words: string, labels: string, { text, unit, kind }: Figure): boolean {
  const digits = text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  if (kind === 'percent') {
    return unit !== '' && !speaksOf('reduced', unit) && new RegExp(`(?<!\\d)${digits}\\s?%\\s${unit}`, 'u').test(words);
  }
  if (physicalUnits.has(unit)) return new RegExp(`(?<![\\d.,])${digits}\\s?-?${unit}`, 'u').test(words);
  return new RegExp(`(?<![\\p{L}\\d.,])${digits}(?![\\d.,]*\\d|\\s?%)`, 'u').test(labels);
}

/** What the shop itself wrote beside its products: "2–4" days, "10:00–18:00". */
function isWritten({ values, kind }: Figure, { findings }: Ground): boolean {
  const own = [...findings.facts.values()].filter((fact) => {
    const days = /day|hour|week|month|until|time/u.test(fact.key);
    return fact.kind === 'text' && fact.family !== 'product' && (days || kind === 'time');
  });
  const written = own.flatMap(({ text }) => figuresIn(fold(text)).flatMap((figure) => figure.values));
  return values.some((value) => written.includes(value));
}

function isDay({ text, at, end }: Figure, { folded }: Claim, { findings }: Ground): boolean {
  const days = [...findings.facts.values()]
    .filter(({ kind }) => kind === 'day')
    .map(({ value }) => String(value).slice(0, 10));
  const around = `${folded.slice(Math.max(0, at - 20), at)} ${text} ${folded.slice(end, end + 20)}`;
  const month = [...monthNames].find(([name]) => new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'u').test(around))?.[1];
  const numbers = text.split(/\D+/u).map(Number);
  return days.some((day) => {
    const [year = 0, monthOf = 0, date = 0] = day.split('-').map(Number);
    if (month !== undefined && numbers.length === 1)
      return (monthOf === month + 1 && numbers[0] === date) || numbers[0] === year;
    const [first = 0, second = 0, third = 0] = numbers;
    if (first > 31) return first === year && second === monthOf && third === date;
    return (
      [
        [first, second],
        [second, first],
      ].some(([d, m]) => d === date && m === monthOf) &&
      (third === 0 || third % 100 === year % 100)
    );
  });
}
