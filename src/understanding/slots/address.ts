import { wordsOf } from '../words.ts';
import { countryNamed } from './countries.ts';
import { type SlotContext, type SlotReading, unreadable } from './slot-reading.ts';
import { isStateCode } from './state-codes.ts';
import { isStreetName } from './street-name.ts';

const longestMessage = 500;
const mostLines = 10;

/** Where the city stands beside the postcode: "10115 Berlin", or "Springfield, IL 62704". */
interface PostcodeForm {
  readonly countries: string;
  readonly pattern: RegExp;
  readonly city: 'after' | 'before';
}

const forms: readonly PostcodeForm[] = [
  { countries: 'US', pattern: /\b\d{5}(?:-\d{4})?$/, city: 'before' },
  { countries: 'GB', pattern: /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i, city: 'before' },
  { countries: 'CA', pattern: /\b[A-Z]\d[A-Z][ -]?\d[A-Z]\d\b/i, city: 'before' },
  { countries: 'BR', pattern: /\b\d{5}-\d{3}\b/, city: 'before' },
  { countries: 'IN', pattern: /\b\d{3} ?\d{3}$/, city: 'before' },
  { countries: 'AU NZ', pattern: /\b\d{4}$/, city: 'before' },
  { countries: 'NL', pattern: /\b\d{4} ?[A-Z]{2}\b/, city: 'after' },
  { countries: 'PT', pattern: /\b\d{4}-\d{3}\b/, city: 'after' },
  { countries: 'PL', pattern: /\b\d{2}-\d{3}\b/, city: 'after' },
  { countries: 'AT CH BE DK NO LU', pattern: /^\d{4}\b(?=\s+\p{L})/u, city: 'after' },
  { countries: 'DE FR ES IT FI MX SE', pattern: /^(?:[A-Z]{1,2}-)?\d{5}\b(?=\s+\p{L})/u, city: 'after' },
];

interface Address {
  /** As written, in order. */
  readonly lines: readonly string[];
  readonly postcode?: string;
  readonly city?: string;
  /** ISO 3166-1 alpha-2, only where it was written. */
  readonly country?: string;
}

const partsOf = (text: string, separator: RegExp): readonly string[] =>
  text
    .split(separator)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');

const formFor = (country: string): PostcodeForm | undefined =>
  forms.find((form) => form.countries.split(' ').includes(country));

const cityWord = /^[\p{L}\p{M}'’. -]{2,60}$/u;
const named = (text: string | undefined): string | undefined => {
  const city = text?.replace(/[\s,]+$/, '').trim();
  return city !== undefined && cityWord.test(city) ? city : undefined;
};

/** "Springfield IL", "springfield il" or "IL" left of the postcode: the state goes. */
const withoutState = (text: string, country: string): string =>
  text.replace(/(?:^|\s)(\p{L}{2,3})\s*$/u, (written: string, last: string) =>
    /^[A-Z]+$/.test(last) || isStateCode(country, last) ? '' : written,
  );

/** The last part that has a postcode; the first part is the street, whose number is none. */
const locate = (parts: readonly string[], country: string): Pick<Address, 'postcode' | 'city'> => {
  const form = formFor(country);
  if (form === undefined) return {};
  for (let index = parts.length - 1; index > 0; index -= 1) {
    const part = parts[index] ?? '';
    const found = form.pattern.exec(part);
    if (found === null) continue;
    const beside =
      form.city === 'after'
        ? part.slice(found.index + found[0].length)
        : withoutState(part.slice(0, found.index), country);
    const city =
      named(beside) ??
      (beside.trim() === '' && form.city === 'before' && index > 1 ? named(parts[index - 1]) : undefined);
    return { postcode: found[0].toUpperCase(), ...(city === undefined ? {} : { city }) };
  }
  return {};
};

const looksWritten = (text: string): boolean => {
  if (/[?¿？]/u.test(text)) return false;
  if (!/\p{N}/u.test(text)) return isStreetName(partsOf(text, /[\n,]+/)[0] ?? '');
  const words = wordsOf(text);
  const lettered = words.filter((word) => /\p{L}{2}/u.test(word.text));
  return words.length >= 2 && lettered.length >= 1;
};

/**
 * `{ lines, postcode?, city?, country? }`. Keeps what was written and marks postcode, city and country only where they are
 * plain; a text without any number in it is taken for an address only where it begins with a street.
 */
export const readAddress = (text: string, context: SlotContext): SlotReading => {
  if (text.length > longestMessage || !looksWritten(text)) return unreadable;
  const parts = partsOf(text, /[\n,]+/);
  const lines = /\n/.test(text) ? partsOf(text, /\n+/) : parts;
  if (lines.length === 0 || lines.length > mostLines) return unreadable;
  const country = parts.length > 1 ? countryNamed(parts.at(-1) ?? '') : null;
  const place = locate(country === null ? parts : parts.slice(0, -1), country ?? context.country);
  return { result: 'value', value: { lines, ...place, ...(country === null ? {} : { country }) } };
};
