import { countryNamed } from '../../understanding/slots/countries.ts';
import { countryName } from '../shipping/country-name.ts';
import { readDestination } from '../shipping/read-destination.ts';
import { type AddressParts, cityIn, noParts, type PartName, tidy } from './address-parts.ts';
import { type FoundPostcode, findPostcode, postcodeIn } from './postcodes.ts';
import { readAddressText } from './read-address.ts';
import { regionIn, trailingRegion } from './regions-written.ts';

/** An answer to the question for one part of an address; the other parts stay as they were understood. */
export interface PartAnswer {
  readonly part: PartName | 'region';
  readonly text: string;
}

/** `country`: where it is taken to be when nothing says. A whole address instead of the part replaces all. */
export function withAnswer(before: AddressParts, { part, text }: PartAnswer, country: string): AddressParts {
  const own = before.country ?? country;
  const whole = readAddressText(text, own);
  if (whole.lines.length > 0 && whole.postcode !== null && whole.city !== null)
    return { ...whole, country: whole.country ?? before.country };
  switch (part) {
    case 'street':
      return { ...filled(before, whole), lines: whole.lines };
    case 'house-number':
      return { ...before, lines: withNumber(before.lines, tidy(text), own) };
    case 'postcode':
      return withPostcode(before, tidy(text), own);
    case 'city':
      return withCity(before, tidy(text), own);
    case 'region':
      return { ...before, region: regionIn(own, tidy(text)) ?? cityIn(tidy(text)) };
    case 'country':
      return inCountry({ ...before, country: countryIn(text, country) ?? before.country });
  }
}

/** What was written with words of its own counts more than what was read out of a text. */
export function filled(first: AddressParts, second: AddressParts): AddressParts {
  return {
    lines: first.lines.length > 0 ? first.lines : second.lines,
    postcode: first.postcode ?? second.postcode,
    city: first.city ?? second.city,
    region: first.region ?? second.region,
    country: first.country ?? second.country,
  };
}

/** A country's two letters or its name in some language. */
export function countryOf(text: string): string | null {
  const written = tidy(text);
  const named = countryNamed(written.replace(/^(?:in )?(?:the )?/iu, ''));
  if (named !== null || !/^[a-z]{2}$/iu.test(written)) return named;
  return countryNamed(countryName(written.toUpperCase(), 'en'));
}

/** "It is in Germany": one that is named among other words, or by its big city. */
function countryIn(text: string, assumed: string): string | null {
  return countryOf(text) ?? (/\d/u.test(text) ? null : (readDestination(text, { country: assumed })?.country ?? null));
}

const numberFirst = new Set('US CA GB IE FR AU NZ IN SG HK ZA LU'.split(' '));

/** "12" for "Main St": put where numbers stand in that country. More than a number is the street said again. */
function withNumber(lines: readonly string[], text: string, country: string): readonly string[] {
  const [street = '', ...others] = lines;
  const alone = /^(?:no\.?|nr\.?|number|house|#)?\s*(\d+\s?\p{L}?(?:[-/]\d*\p{L}?)?)$/iu.exec(text)?.[1];
  if (street === '' || (alone === undefined && /\p{L}{2}/u.test(text))) return text === '' ? lines : [text, ...others];
  const number = alone ?? text;
  return [numberFirst.has(country) ? `${number} ${street}` : `${street} ${number}`, ...others];
}

function withPostcode(before: AddressParts, text: string, country: string): AddressParts {
  const found = findPostcode(country, text);
  if (found === null) return { ...before, postcode: text === '' ? before.postcode : text.slice(0, 20) };
  const beside = cityIn(text.slice(found.end)) ?? cityIn(trailingCity(country, text.slice(0, found.start)));
  const isSaidAgain = before.postcode === found.postcode;
  return withCityFromStreet(
    {
      ...before,
      postcode: found.postcode,
      city: before.city ?? beside,
      // Whoever says it twice is sure of it; then the state was mistaken.
      region: isSaidAgain ? null : before.region,
    },
    country,
  );
}

/** "12 main st springfield" is told apart only once a postcode shows that it is an address. */
function withCityFromStreet(parts: AddressParts, country: string): AddressParts {
  if (parts.city !== null || parts.postcode === null) return parts;
  const { lines, city, region } = readAddressText([...parts.lines, parts.postcode].join('\n'), country);
  return city === null || lines.length === 0 ? parts : { ...parts, lines, city, region: parts.region ?? region };
}

function trailingCity(country: string, text: string): string {
  return trailingRegion(country, text, true)?.before ?? text;
}

/** "Springfield, IL", "62704 Springfield"; a street that ends in the city's name had it from being written without commas. */
function withCity(before: AddressParts, text: string, country: string): AddressParts {
  const found = findPostcode(country, text);
  const bare = found === null ? text : besidePostcode(text, found);
  const trailing = trailingRegion(country, bare, found !== null);
  const city = cityIn(trailing?.before ?? '') ?? cityIn(bare);
  if (city === null) return before;
  const region = cityIn(trailing?.before ?? '') === null ? null : (trailing?.region ?? null);
  const postcode = before.postcode ?? found?.postcode ?? null;
  return { ...before, lines: withoutCity(before.lines, city), city, region: before.region ?? region, postcode };
}

function besidePostcode(text: string, { start, end }: FoundPostcode): string {
  const behind = text.slice(end).trim();
  return cityIn(behind) === null ? text.slice(0, start).trim() : behind;
}

function withoutCity(lines: readonly string[], city: string): readonly string[] {
  const last = lines.at(-1) ?? '';
  if (!last.toLowerCase().endsWith(` ${city.toLowerCase()}`)) return lines;
  return [...lines.slice(0, -1), last.slice(0, -city.length - 1).trim()];
}

/** The country has become known: what was no postcode before may be one now. */
function inCountry(parts: AddressParts): AddressParts {
  const { country, postcode } = parts;
  if (country === null || (postcode !== null && postcodeIn(country, postcode) !== null && !isRegion(parts)))
    return parts;
  const written = [...parts.lines, parts.city, postcode].filter((part) => part !== null).join('\n');
  const again = readAddressText(written, country);
  return again.postcode === null ? parts : { ...noParts, ...again, region: again.region ?? parts.region, country };
}

/** "IL" is a city where nobody knows that it is a state. */
function isRegion({ city, country }: AddressParts): boolean {
  return city !== null && city.length <= 3 && regionIn(country ?? '', city) !== null;
}
