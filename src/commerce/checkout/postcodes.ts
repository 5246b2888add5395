/**
 * How postcodes look, by country: 9 is a digit, A a letter, * either; blanks and hyphens may be left out or swapped when typed.
 * Countries that are not named take any postcode. Source: the countries' entries in the UPU's "Addressing solutions" and CLDR's
 * postal code data.
 */
const forms: readonly (readonly [countries: string, form: string])[] = [
  ['IS FO', '999'],
  ['AT AU BE BG CH CY DK GE HU LI LU MK NO NZ PH SI TN ZA', '9999'],
  ['BA DE DZ EE EG ES FI FR HR ID IT KR LT MA MC ME MX MY PK PR RS SA SM TH TR UA UY VA', '99999'],
  ['CZ GR SE SK', '999 99'],
  ['BY CN CO EC KZ RO RU SG VN', '999999'],
  ['IN', '999 999'],
  ['IL', '9999999'],
  ['CL JP', '999-9999'],
  ['PL', '99-999'],
  ['PT', '9999-999'],
  ['BR', '99999-999'],
  ['LV', '9999'],
  ['NL', '9999 AA'],
  ['CA', 'A9A 9A9'],
  ['IE', 'A9* ****'],
];

/** GB has six forms in one; the US a second part that may be left out; Argentina an old and a new form. */
const special: Readonly<Record<string, RegExp>> = {
  US: /\d{5}(?:-\d{4})?/u,
  GB: /[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}/iu,
  AR: /[A-Z]?\d{4}(?:[A-Z]{3})?/iu,
};

/** Where a parcel gets to without one. */
const without = new Set(
  'AE AG AO AW BB BF BI BJ BO BS BW BZ CF CG CI CM CW DM ER FJ GA GD GH GM GQ GY HK IE JM KI KM KN LC ML MO MR MW NR PA QA RW SB SC SL SR ST SY TD TG TL TO TT TV UG VC VU WS YE ZW'.split(
    ' ',
  ),
);

/** Codes that are met nowhere else, as they are written in full: a text that holds one tells its country. */
const telling: Readonly<Record<string, RegExp>> = {
  GB: /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/u,
  CA: /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b/u,
  NL: /\b\d{4} ?[A-Z]{2}\b/u,
  PT: /\b\d{4}-\d{3}\b/u,
  PL: /\b\d{2}-\d{3}\b/u,
  BR: /\b\d{5}-\d{3}\b/u,
  JP: /\b\d{3}-\d{4}\b/u,
};

export const tellingCountries: readonly string[] = Object.keys(telling);

/** The countries that a text's postcode tells of. */
export function countriesTold(text: string): readonly string[] {
  return tellingCountries.filter((country) => telling[country]?.test(text));
}

const formOf = (country: string): string | null =>
  forms.find(([countries]) => countries.split(' ').includes(country))?.[1] ?? null;

const letters: Readonly<Record<string, string>> = {
  '9': '\\d',
  A: '[A-Z]',
  '*': '[A-Z\\d]',
  ' ': '[ -]?',
  '-': '[ -]?',
};

function sourceOf(country: string): string | null {
  const form = formOf(country);
  if (form === null) return special[country]?.source ?? null;
  return [...form].map((sign) => letters[sign] ?? sign).join('');
}

export function needsPostcode(country: string): boolean {
  return !without.has(country);
}

/** The postcode as its country writes it, or `null` when it is none of this country. */
export function postcodeIn(country: string, written: string): string | null {
  const text = bareOf(written, country);
  const source = sourceOf(country);
  if (source === null) return /^[A-Z\d][A-Z\d -]{0,9}$/u.test(text) && /\d/u.test(text) ? text : null;
  return new RegExp(`^(?:${source})$`, 'iu').test(text) ? spaced(country, text) : null;
}

/** Without the country's letters in front (`D-10115`, `SE-111 22`), which people write out of old habit. */
function bareOf(written: string, country: string): string {
  const text = written.trim().replace(/\s+/gu, ' ').toUpperCase();
  const prefix = new RegExp(`^(?:${country}|[ADFIL]|CH|FL)[- ](?=\\d)`, 'u');
  return country === 'GB' || country === 'CA' || country === 'IE' ? text : text.replace(prefix, '');
}

/** Blanks and hyphens where the form has them. */
function spaced(country: string, text: string): string {
  if (country === 'GB') return text.replace(/ /gu, '').replace(/(.{3})$/u, ' $1');
  const form = formOf(country);
  if (form === null) return text;
  const signs = [...text.replace(/[ -]/gu, '')];
  return [...form].map((sign) => (sign === ' ' || sign === '-' ? sign : (signs.shift() ?? ''))).join('');
}

export interface FoundPostcode {
  readonly postcode: string;
  readonly start: number;
  readonly end: number;
}

const notAfter = '(?<![\\p{L}\\p{N}#-])(?<!\\b(?:apt|apartment|suite|ste|unit|box|postfach|no|nr)\\.? )';
const notBefore = '(?![\\p{L}\\p{N}]|-\\d)';

/** The last thing in a text that is a postcode of this country. */
export function findPostcode(country: string, text: string): FoundPostcode | null {
  const source = sourceOf(country) ?? '[A-Z]{0,2}\\d[A-Z\\d]{2,6}(?:[ -]\\d{2,4})?';
  const prefix = `(?:(?:${country}|D|A|F)-)?`;
  const pattern = new RegExp(`${notAfter}${prefix}(?:${source})${notBefore}`, 'giu');
  const found = [...text.matchAll(pattern)].at(-1);
  if (found === undefined) return null;
  const postcode = postcodeIn(country, found[0]);
  return postcode === null ? null : { postcode, start: found.index, end: found.index + found[0].length };
}
