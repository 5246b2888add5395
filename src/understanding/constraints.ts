import type { ProductFilter, ProductSort } from '../catalog/product-index.ts';
import { asciiDigits } from './normalise.ts';
import { numberMentions } from './slots/number-mentions.ts';

/** A shopper's wish, taken apart: what to search for, and what to filter and sort by. */
export interface Constraints {
  /** What is left to search for; may be empty. */
  readonly text: string;
  readonly filter: Pick<ProductFilter, 'priceFrom' | 'priceTo' | 'inStock'>;
  readonly sort: ProductSort | null;
}

interface ConstraintOptions {
  /** Decimals of the shop's currency: 2 for USD, 0 for JPY. */
  readonly exponent: number;
}

const mark =
  '(?:[$€£¥₹]|(?:us|r)\\$|(?<![\\p{L}])(?:usd|eur|gbp|chf|inr|brl|dollars?|bucks|euros?|pounds?|quid|dólares|dolares|libras|franken|reais|rs\\.?|rupees?|rupaye|रुपये|रुपए|रुपयों|रूपये|دولار(?:ات)?|يورو|ريال|درهم|جنيه)(?![\\p{L}\\p{M}\\p{N}]))';
const digits = '\\d{1,3}(?:[.,]\\d{3})+(?:[.,]\\d{1,2})?|\\d+(?:[.,]\\d{1,2})?';
/** What makes a number a measure, an age or a count; prices are left alone then. */
const measures =
  '(?:inch(?:es)?|in|["”″\']|feet|foot|ft|cm|mm|m|km|miles?|kg|kilos?|g|gr|grams?|lbs?|oz|ml|cl|l|lit(?:er|re)s?|liter|w|watts?|v|volts?|gb|tb|mb|mah|hz|mhz|ghz|mp|megapixels?|°|%|percent|years?|yrs?|months?|days?|hours?|hrs?|minutes?|mins?|weeks?|stars?|pieces?|pcs?|packs?|people|persons?|zoll|jahre?n?|monate?|stück|pulgadas?|años?|meses|personas?|piezas?)';
const end = `(?![\\p{L}\\p{N}])(?!\\s*${measures}(?![\\p{L}\\p{N}]))(?![-./]\\p{N}|-\\p{L})`;

function amount(name: string): string {
  return `(?:${mark}\\s*)?(?<${name}>${digits})(?<${name}k>k)?${end}(?:\\s*${mark})?`;
}

const lead =
  '(?:(?:that|which|and|but|n|y|und|aber|pero|e|mas)\\s+)?(?:(?:costs?|costing|with\\s+an?\\s+price|priced?(?:\\s+at)?|prices?|kosten|kostet|cuestan?|are|is|for|with\\s+an?\\s+(?:price|budget)(?:\\s+of)?|für|por|kostenpunkt|zum\\s+preis\\s+von)\\s+)?';
/** Sizes and ages are bounded with the same words: `size from 40`, `kids under 10`, and a shoe is called Air Max 90. */
const notAfter =
  '(?<!(?:sizes?|talla|tallas|größen?|groessen?|gr\\.?|eu|uk|model|models|age|ages|aged|kids|children|child|boys|girls|bab(?:y|ies)|toddlers|niños|niñas|kinder|air|pro|xs|ultra|plus)\\s+)';
const before = `(?<![\\p{L}\\p{N}])${notAfter}`;

const upTo =
  '(?:under|undr|below|bellow|beneath|less\\s+th[ae]n|cheaper\\s+th[ae]n|lower\\s+th[ae]n|up\\s+to|no\\s+more\\s+than|not\\s+more\\s+than|at\\s+most|max(?:imum)?\\.?(?:\\s+of)?|(?:a\\s+|my\\s+)?budget\\s+(?:of|is)|within|unter|bis(?:\\s+zu)?|höchstens|maximal|weniger\\s+als|günstiger\\s+als|billiger\\s+als|por\\s+debajo\\s+de|(?:de\\s+)?menos\\s+de|hasta|máximo|maximo|como\\s+mucho|abaixo\\s+de|até|ate|no\\s+máximo|(?:ب)?[أا]قل\\s+من|تحت|حتى|لا\\s+يزيد\\s+عن|في\\s+حدود)';
const atLeast =
  '(?:over|above|more\\s+than|at\\s+least|from|starting\\s+(?:at|from)|min(?:imum)?\\.?(?:\\s+of)?|no\\s+less\\s+than|über|ueber|mehr\\s+als|ab|mindestens|(?:de\\s+)?m[áa]s\\s+de|desde|a\\s+partir\\s+de|m[íi]nimo|por\\s+encima\\s+de|mais\\s+de|acima\\s+de|pelo\\s+menos|no\\s+mínimo|[أا]كثر\\s+من|فوق|لا\\s+يقل\\s+عن)';

type Bounds = Pick<ProductFilter, 'priceFrom' | 'priceTo'>;

interface Reading {
  readonly pattern: RegExp;
  /** What the amounts `a` and `b` that were found mean, in minor units. */
  readonly bounds: (a: number, b: number) => Bounds;
}

const range = (a: number, b: number): Bounds => ({ priceFrom: Math.min(a, b), priceTo: Math.max(a, b) });
const pattern = (source: string) => new RegExp(`${before}${lead}${notAfter}${source}`, 'iu');

const readings: readonly Reading[] = [
  {
    pattern: pattern(`(?:between|zwischen|entre|بين)\\s+${amount('a')}\\s*(?:and|und|y|e|و|-|–)\\s*${amount('b')}`),
    bounds: range,
  },
  {
    pattern: pattern(
      `(?:from|von|desde|de)\\s+${amount('a')}\\s*(?:to|up\\s+to|bis|hasta|a|até|-|–)\\s*${amount('b')}`,
    ),
    bounds: range,
  },
  // Without a currency `20-30` may be a size or a model.
  { pattern: pattern(`${mark}\\s*(?<a>${digits})(?<ak>k)?\\s*(?:to|bis|-|–)\\s*${amount('b')}`), bounds: range },
  {
    pattern: pattern(`(?<a>${digits})(?<ak>k)?\\s*(?:to|bis|a|-|–)\\s*(?<b>${digits})(?<bk>k)?\\s*${mark}`),
    bounds: range,
  },
  {
    pattern: pattern(
      `${amount('a')}\\s+(?:or\\s+(?:less|under|below|cheaper)|oder\\s+weniger|o\\s+menos|max(?:imum)?)(?!\\p{L})`,
    ),
    bounds: (priceTo) => ({ priceTo }),
  },
  {
    pattern: pattern(
      `${amount('a')}\\s+(?:or\\s+(?:more|over|above)|and\\s+(?:up|above|over)|oder\\s+mehr|o\\s+más)(?!\\p{L})`,
    ),
    bounds: (priceFrom) => ({ priceFrom }),
  },
  {
    pattern: pattern(
      `${amount('a')}\\s+(?:(?:से|se)\\s+(?:कम|नीचे|kam|neeche)|(?:के|ke)\\s+(?:अंदर|भीतर|नीचे|andar)|तक|tak)(?:\\s+(?:का|की|के|में|वाला|वाली|वाले|ka|ki|ke|mein|wala|wali))?(?![\\p{L}\\p{M}])`,
    ),
    bounds: (priceTo) => ({ priceTo }),
  },
  {
    pattern: pattern(
      `${amount('a')}\\s+(?:से|se)\\s+(?:ज़्यादा|ज्यादा|अधिक|ऊपर|zyada|jyada|upar)(?:\\s+(?:का|की|के|में))?(?![\\p{L}\\p{M}])`,
    ),
    bounds: (priceFrom) => ({ priceFrom }),
  },
  { pattern: pattern(`${upTo}\\s+${amount('a')}`), bounds: (priceTo) => ({ priceTo }) },
  { pattern: pattern(`(?:<=?|≤)\\s*${amount('a')}`), bounds: (priceTo) => ({ priceTo }) },
  { pattern: pattern(`${atLeast}\\s+${amount('a')}`), bounds: (priceFrom) => ({ priceFrom }) },
  { pattern: pattern(`(?:>=?|≥)\\s*${amount('a')}`), bounds: (priceFrom) => ({ priceFrom }) },
];

const word = (source: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

const sorts: readonly { readonly pattern: RegExp; readonly sort: ProductSort }[] = [
  {
    sort: 'price-up',
    pattern: word(
      '(?:(?:sort(?:ed)?|order(?:ed)?)\\s+by\\s+)?(?:price\\s+)?(?:low(?:est)?\\s+to\\s+high(?:est)?|ascending)',
    ),
  },
  {
    sort: 'price-down',
    pattern: word(
      '(?:(?:sort(?:ed)?|order(?:ed)?)\\s+by\\s+)?(?:price\\s+)?(?:high(?:est)?\\s+to\\s+low(?:est)?|descending)',
    ),
  },
  {
    sort: 'price-up',
    pattern: word(
      '(?:the\\s+|your\\s+)?(?:cheapest|least\\s+expensive|lowest[\\s-]priced?|cheap\\s+first)|(?:am\\s+|der\\s+|die\\s+|das\\s+)?(?:billigste|günstigste)[nrsm]?|(?:el\\s+|la\\s+|los\\s+|las\\s+)?m[áa]s\\s+barat[oa]s?|(?:o\\s+|a\\s+|os\\s+|as\\s+)?mais\\s+(?:barat[oa]s?|em\\s+conta)|सबसे\\s+सस्त[ाीे]|sabse\\s+sast[aie]|(?:ال)?[أا]رخص(?:\\s+واحد)?',
    ),
  },
  {
    sort: 'price-down',
    pattern: word(
      '(?:the\\s+|your\\s+)?(?:most\\s+expensive|priciest|dearest|highest[\\s-]priced?)|(?:am\\s+|der\\s+|die\\s+|das\\s+)?teuerste[nrsm]?|(?:el\\s+|la\\s+|los\\s+|las\\s+)?m[áa]s\\s+car[oa]s?|(?:o\\s+|a\\s+|os\\s+|as\\s+)?mais\\s+car[oa]s?|सबसे\\s+मह[ंँ]ग[ाीे]|sabse\\s+mehng[aie]|(?:ال)?[أا]غلى',
    ),
  },
  { sort: 'title', pattern: word('(?:sort(?:ed)?\\s+)?(?:alphabetical(?:ly)?|by\\s+name|alphabetisch)(?:\\s+order)?') },
];

const stock = word(
  '(?:that\\s+(?:is|are)\\s+|(?:and|und|y)\\s+)?(?:(?:currently\\s+)?in\\s+stock(?:\\s+now)?|available(?:\\s+now)?|auf\\s+lager|(?:sofort\\s+)?(?:lieferbar|verfügbar)|en\\s+stock|disponibles?|em\\s+estoque|disponíve(?:l|is)|स्टॉक\\s+में|متوفرة?|متاحة?)',
);

/** A wish is a sentence or two; what is longer is not read for constraints. */
export const longestWish = 500;

/** Where a constraint stands in a text, and what it is about. */
export interface TakenWords {
  readonly start: number;
  readonly end: number;
  readonly means: 'price' | 'sort' | 'stock';
}

export interface TakenConstraints extends Omit<Constraints, 'text'> {
  /** The text with blanks where constraints stood: as long as it was. */
  readonly left: string;
  readonly taken: readonly TakenWords[];
}

/**
 * Reads price bounds, sort wishes and stock words from free text in English, and the commonest forms in German, Spanish,
 * Portuguese, Hindi and Arabic. Takes only what is plainly a price: `under armour`, `size 40`, `air max 90` and
 * `under 15 inches` stay in the text.
 */
export function readConstraints(text: string, options: ConstraintOptions): Constraints {
  const { left, filter, sort } = takeConstraints(text, options);
  return { text: tidy(left), filter, sort };
}

/** As `readConstraints`, telling which words were taken. */
export function takeConstraints(text: string, options: ConstraintOptions): TakenConstraints {
  if (text.length > longestWish) return { left: text, filter: {}, sort: null, taken: [] };
  const priced = takeBounds(text, options);
  const sorted = takeSort(priced.left);
  const stocked = takeStock(sorted.left);
  const filter = { ...priced.bounds, ...(stocked.taken.length > 0 && { inStock: true }) };
  return {
    left: stocked.left,
    filter,
    sort: sorted.sort,
    taken: [...priced.taken, ...sorted.taken, ...stocked.taken],
  };
}

interface Taking {
  readonly left: string;
  readonly taken: readonly TakenWords[];
}

function takeBounds(text: string, { exponent }: ConstraintOptions): Taking & { readonly bounds: Bounds } {
  let left = text;
  let bounds: Bounds = {};
  const taken: TakenWords[] = [];
  if (!/\p{N}/u.test(inDigits(text))) return { left, bounds, taken };
  for (const reading of readings) {
    const match = reading.pattern.exec(inDigits(left));
    const { a, ak, b, bk } = match?.groups ?? {};
    if (match === null || a === undefined) continue;
    const first = toMinor(a, { thousands: ak !== undefined, exponent });
    const second = b === undefined ? first : toMinor(b, { thousands: bk !== undefined, exponent });
    bounds = { ...reading.bounds(first, second), ...bounds };
    taken.push(placeOf(match, 'price'));
    left = without(left, match);
  }
  return { left, bounds, taken };
}

/** Below that a word for a number is as often no number: "one", "two". */
const leastInWords = 10;

/** Other scripts' digits, and numbers in words, as digits; offsets stay. */
function inDigits(text: string): string {
  let digits = asciiDigits(text);
  if (!mayHoldNumberWord.test(digits)) return digits;
  for (const { start, end, value, digits: written } of numberMentions(text, 'en')) {
    const shown = String(value);
    if (written !== null || value < leastInWords || shown.length > end - start) continue;
    digits = digits.slice(0, start) + shown.padEnd(end - start) + digits.slice(end);
  }
  return digits;
}

const mayHoldNumberWord = /\b(?:ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|dozen)\b/i;

function placeOf(match: RegExpExecArray, means: TakenWords['means']): TakenWords {
  return { start: match.index, end: match.index + match[0].length, means };
}

function toMinor(
  written: string,
  { thousands, exponent }: { readonly thousands: boolean; readonly exponent: number },
): number {
  const grouped = written.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(',', '.');
  const units = Number(grouped) * (thousands ? 1_000 : 1);
  return Math.min(Math.round(units * 10 ** exponent), Number.MAX_SAFE_INTEGER);
}

function takeSort(text: string): Taking & { readonly sort: ProductSort | null } {
  for (const { pattern: wish, sort } of sorts) {
    const match = wish.exec(text);
    if (match !== null) return { left: without(text, match), sort, taken: [placeOf(match, 'sort')] };
  }
  return { left: text, sort: null, taken: [] };
}

function takeStock(text: string): Taking {
  const match = stock.exec(text);
  return match === null ? { left: text, taken: [] } : { left: without(text, match), taken: [placeOf(match, 'stock')] };
}

function without(text: string, match: RegExpExecArray): string {
  return text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(match.index + match[0].length);
}

/** Without the blanks and signs that taken words leave behind. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.!?;])/g, '')
    .replace(/[\s,;]+$|^[\s,;.]+/g, '');
}
