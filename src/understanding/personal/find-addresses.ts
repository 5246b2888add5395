import { isObject } from '../../storage/json.ts';
import { readAddress } from '../slots/address.ts';
import { countryNamed } from '../slots/countries.ts';
import type { Span, Voice } from './span.ts';

/** No word of a street is longer; without an end, a message that is one long word would take seconds. */
const word = "[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.-]{0,40}";
const capital = "\\p{Lu}[\\p{L}\\p{M}'’.-]{0,40}";
const house = '\\d{1,5}(?:\\s?[-–/]\\s?\\d{1,5})?(?:\\s?[a-zA-Z](?![\\p{L}\\p{N}]))?';
const edge = '(?![\\p{L}\\p{M}\\p{N}])';
const start = '(?<![\\p{L}\\p{M}\\p{N}.,$€£₹-])';

/** "12 Main Street", however it is typed. */
const sure =
  'street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|parkway|pkwy|highway|hwy|nagar|salai|marg|colony|vihar';
/** Also a way, a hard drive, a close fit: with capitals alone. */
const unsure = 'Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Terrace|Way|Close|Crescent|Circle|Cir|Trail|Gardens|Mews|Row';
const notNames = '(?!(?:gb|tb|mb|inch|in|pack|pcs?|oz|ml|cm|mm|ft|lbs?|kg|x|by|hours?|days?|of|for)\\b)';

const states =
  'al|ak|az|ar|ca|co|ct|de|dc|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy';

const streets: readonly RegExp[] = [
  new RegExp(`${start}${house},?\\s+${notNames}(?:${word}\\s+){1,4}?(?:${sure})${edge}\\.?`, 'giu'),
  new RegExp(`${start}${house},?\\s+(?!Inch|Pack|Hard|USB)(?:${capital}\\s+){1,3}?(?:${unsure})${edge}\\.?`, 'gu'),
  new RegExp(
    `${start}${house},?\\s+${notNames}(?:${word}\\s+){0,2}?(?!(?:hard|flash|usb|pen|thumb|external|ssd|disk|tape|test|wheel)\\s)${word}\\s+drive${edge}`,
    'giu',
  ),
  // "Hauptstraße 5", "Berliner Str. 12a", "Keizersgracht 100"
  new RegExp(
    `(?:${capital}[ -])?(?<!\\p{L})\\p{L}[\\p{L}.-]{0,40}?(?:stra(?:ß|ss)e|str\\.?|gasse|allee|weg|platz|straat|laan|gracht|gatan|vägen)\\s+${house}${edge}`,
    'giu',
  ),
  new RegExp(`${capital}\\s(?:Straße|Strasse|Str\\.|Allee|Weg|Platz|Ring|Damm|Ufer)\\s+${house}${edge}`, 'gu'),
  // "Calle Mayor 5, 3º", "Rua das Flores, 120"
  new RegExp(
    `${start}(?:calle|avenida|avda\\.?|carrera|paseo|rua|travessa|praça|alameda)\\s+(?:${word}\\s+){0,5}?${word},?\\s+(?:n[ºo°.]{0,2}\\s*|#\\s*)?${house}${edge}`,
    'giu',
  ),
  new RegExp(
    `${start}(?:via|viale|corso|piazza|plaza|rue|av\\.)\\s+(?:${capital}\\s+){0,4}?${capital},?\\s+${house}${edge}`,
    'giu',
  ),
  // "6481 potrero dr newark ca 94560", "clayton nc 27520"
  new RegExp(
    `(?:${start}${house}\\s+(?:${word},?\\s+){1,6}?)?${word},?\\s+(?:${states})\\s+\\d{5}(?:-\\d{4})?${edge}`,
    'giu',
  ),
  // "12 bis, rue de Rivoli"
  new RegExp(
    `${start}${house}(?:\\s?(?:bis|ter))?,?\\s+(?:rue|chemin|impasse|quai|allée)\\s+(?:d[eu]s?\\s+(?:la\\s+)?|l['’])?${word}(?:[ -]${capital}){0,3}`,
    'giu',
  ),
  /(?<![\p{L}\p{N}])(?:p\.?\s?o\.?\s?box|postfach|apartado|caixa postal)\s+\d{1,6}/giu,
];

const postcode =
  '(?:[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[A-Z][ -]?\\d[A-Z]\\d|\\d{5}-\\d{3,4}|\\d{4}-\\d{3}|\\d{2}-\\d{3}|\\d{4}\\s?[A-Z]{2}|\\d{3}\\s\\d{3}|\\d{4,6})';

/** What may follow a street, in this order. */
const unit =
  /^[\s,]*(?:(?:apt|apartment|unit|suite|ste|flat|floor|piso|puerta|bldg|block|wohnung|etage|apto)\b\.?\s*|#\s*)[\p{L}\p{N}-]{1,6}/iu;
const cityAndPostcode = new RegExp(`^(?:[\\s,]+[\\p{L}\\p{M}'’. -]{2,40}){0,3}?[\\s,]+${postcode}${edge}`, 'iu');
const cityAfter = new RegExp(`^[ ]${capital}(?:[ -]${capital}){0,2}`, 'u');
const cityAlone = new RegExp(`^,?\\s+${capital}(?:[ -]${capital}){0,2}(?:,\\s*[A-Z]{2}${edge})?`, 'u');
const lastPart = /^[\s,]+([\p{L}\p{M} .]{2,40})/u;

/**
 * Postal addresses: a street with its number and what belongs to it, and whatever stands behind "my address is" or "ship it to" and has
 * a postcode. In the shop's own words only what has street and postcode. `country`: whose postcodes are meant.
 */
export function findAddresses(text: string, voice: Voice, country: string): readonly Span[] {
  const found = streets.flatMap((street) =>
    Array.from(text.matchAll(street), ({ 0: written, index }) => whole(text, index, index + written.length)),
  );
  if (voice === 'shop') return found.filter(({ hasPostcode }) => hasPostcode).map(bare);
  return [...found.map(bare), ...announced(text, country), ...(found.length === 0 ? answered(text, country) : [])];
}

interface Whole extends Span {
  readonly hasPostcode: boolean;
}

function bare({ kind, start: from, end }: Whole): Span {
  return { kind, start: from, end };
}

function whole(text: string, from: number, streetEnd: number): Whole {
  const after = (end: number, pattern: RegExp): number =>
    end + (pattern.exec(text.slice(end, end + 160))?.[0].length ?? 0);
  const end = after(streetEnd, unit);
  const withPostcode = after(end, cityAndPostcode);
  if (withPostcode === end) return { kind: 'address', start: from, end: after(end, cityAlone), hasPostcode: false };
  const withCity = after(withPostcode, cityAfter);
  return { kind: 'address', start: from, end: withCountry(text, withCity), hasPostcode: true };
}

function withCountry(text: string, end: number): number {
  const part = lastPart.exec(text.slice(end, end + 60));
  return part?.[1] !== undefined && countryNamed(part[1].trim()) !== null ? end + part[0].length : end;
}

const announcement =
  /(?:\baddress(?: is| ist)?|\b(?:ship|deliver|send|post)(?: it| this| them| that| everything)? to|\blives? (?:at|in|on)|\badresse(?: ist)?|\bdirecci[oó]n(?: es)?|\bendere[cç]o(?: é)?|पता(?: है)?|عنواني)\s*:?\s*([^?!\n]{6,160}(?:\n[^?!\n]{2,60}){0,3})/giu;

/** Postcodes alone are numbers like any other; behind these words they are not. */
function announced(text: string, country: string): readonly Span[] {
  return Array.from(text.matchAll(announcement)).flatMap(({ 0: said, 1: rest = '', index }) => {
    const sentence = rest.replace(/\.\s+\p{Lu}[\s\S]*$/u, '');
    const from = index + said.length - rest.length;
    const isOwn =
      /address|adresse|direcci|endere/iu.test(said.slice(0, said.length - rest.length)) && /\d/.test(sentence);
    const looksLike =
      isOwn || hasPlace(sentence, country) || (/[,\n]/.test(sentence) && /(?<!\d)\d{4,6}(?!\d)/.test(sentence));
    return looksLike ? [{ kind: 'address', start: from, end: from + sentence.trimEnd().length } as const] : [];
  });
}

const mostAnswer = 200;

/** A message that is nothing but an address: it begins with a street and its number, and has a postcode further on. */
function answered(text: string, country: string): readonly Span[] {
  const [first = '', ...others] = text.split(/[\n,]+/);
  const isStreet =
    /^\s*\d{1,5}[a-z]?\s+\p{L}|\p{L}\s+\d{1,5}\s?[a-z]?\s*$/iu.test(first) && first.trim().split(/\s+/u).length <= 5;
  if (!isStreet || others.length === 0 || text.length > mostAnswer || !hasPlace(text, country)) return [];
  return [{ kind: 'address', start: 0, end: text.length }];
}

function hasPlace(text: string, country: string): boolean {
  const context = { now: 0, timeZone: 'UTC', locale: 'en', currency: 'USD', country };
  const read = readAddress(text, context);
  return read.result === 'value' && isObject(read.value) && 'postcode' in read.value && 'city' in read.value;
}
