import { countryOfCity, isUnmistakable } from '../shipping/big-cities.ts';
import { regionCode, stateOf } from '../shipping/regions.ts';
import { type AddressParts, longestAddress } from './address-parts.ts';
import { isForeignScript } from './address-scripts.ts';
import { type StreetLook, streetLook } from './address-streets.ts';
import { countriesTold, needsPostcode, postcodeIn } from './postcodes.ts';
import { readAddressText } from './read-address.ts';

export interface UnplacedAddress {
  readonly parts: AddressParts;
  /** As the shopper wrote it, as far as that is known. */
  readonly written: string;
}

/** Settlers named towns there after the cities they came from: a city's name alone tells nothing. */
const namesakes = new Set(['US', 'CA', 'AU', 'NZ', 'ZA']);
/** The city before the postcode: the other way round is how others write. */
const cityFirst = new Set(['US', 'CA', 'AU', 'NZ', 'GB', 'IE']);

/**
 * Where an address is that names no country: `assumed` as long as it can be there; another country where the city and the postcode both
 * say so; `null` where it is plainly elsewhere, and only the shopper knows where.
 */
export function addressCountry(address: UnplacedAddress, assumed: string): string | null {
  const { parts, written } = address;
  if (isSurelyOwn(parts, assumed)) return assumed;
  if (assumed !== 'US' && namesState(written)) return 'US';
  const signs = signsOf(address, assumed);
  const { city, fits } = signs;
  if (isForeignScript([...parts.lines, parts.city ?? ''].join(' '), assumed)) return fits ? city : null;
  if (city === assumed) return assumed;
  const told = toldElsewhere(parts, assumed);
  if (told.length > 0) return city !== null && told.includes(city) ? city : null;
  const found = byLook(signs, assumed);
  return found !== null && found !== assumed && streetLook(parts.lines, found) === 'foreign' ? null : found;
}

interface Signs extends UnplacedAddress {
  /** The country of the city that is named. */
  readonly city: string | null;
  /** No town of the assumed country is called so. */
  readonly isUnlike: boolean;
  /** The postcode is one of the city's country, too. */
  readonly fits: boolean;
  readonly look: StreetLook;
}

function signsOf(address: UnplacedAddress, assumed: string): Signs {
  const { parts, written } = address;
  const named = citiesIn(address);
  const name = named.find((one) => countryOfCity(one) === assumed) ?? named[0] ?? '';
  const city = countryOfCity(name);
  const isUnlike = !namesakes.has(assumed) || isUnmistakable(name);
  const look = streetLook(parts.lines, homeOf(parts, assumed));
  return { parts, written, city, isUnlike, look, fits: city !== null && fitsIn(city, address) };
}

function byLook({ parts, written, city, isUnlike, fits, look }: Signs, assumed: string): string | null {
  const { postcode } = parts;
  const isForeign = look === 'foreign';
  if (postcode === null && city !== null && fits && needsPostcode(city)) return city;
  if (postcode === null) return isForeign || (city !== null && isAbroad(city, { look, isUnlike })) ? null : assumed;
  if (postcodeIn(assumed, postcode) === null) return fits ? city : isForeign ? null : assumed;
  const isTurned = cityFirst.has(assumed) && standsBeforeCity(postcode, written);
  const isOdd = isForeign || look === 'doubtful' || (look === 'plain' && isTurned && isLikely(parts, city));
  if (fits && (isOdd || isUnlike)) return city;
  return isCommon(postcode) && (isForeign || (look === 'doubtful' && isTurned)) ? null : assumed;
}

/** Nothing of the street's look speaks against it. */
function isLikely({ lines }: AddressParts, country: string | null): boolean {
  return country !== null && streetLook(lines, country) !== 'doubtful';
}

/** Four or five digits are what most countries have; a code of another form that is right here is hardly one of another country. */
function isCommon(postcode: string): boolean {
  return /^\d{3} ?\d{1,2}$/u.test(postcode);
}

/** A big city without a postcode. */
function isAbroad(city: string, { look, isUnlike }: Pick<Signs, 'look' | 'isUnlike'>): boolean {
  return isUnlike || look === 'doubtful' || (look === 'plain' && !needsPostcode(city));
}

/** A state that the ZIP code agrees with, or that stands there without one. */
function isSurelyOwn({ region, postcode }: AddressParts, assumed: string): boolean {
  if (assumed !== 'US' || region === null || regionCode('US', region) === null) return false;
  if (postcode === null) return true;
  const told = stateOf(postcode);
  return told !== null && told === regionCode('US', region);
}

/** "IL 62704", "Illinois 62704": none but the US write that, and the two agree. */
function namesState(written: string): boolean {
  const found = [
    ...written.matchAll(/(?<![\p{L}\p{N}])(\p{Lu}{2}|\p{Lu}\p{L}{2,}(?: \p{Lu}\p{L}+)?),? (\d{5})(?![\p{L}\p{N}])/gu),
  ];
  return found.some(([, state = '', zip = '']) => {
    const region = regionCode('US', state) ?? regionCode('US', state.split(' ').at(-1) ?? '');
    return region !== null && region === stateOf(zip);
  });
}

/** No postcode of the assumed country in it, and one that only another country has. */
function toldElsewhere({ lines, city, postcode }: AddressParts, assumed: string): readonly string[] {
  if (postcode !== null && postcodeIn(assumed, postcode) !== null) return [];
  const told = countriesTold([...lines, city ?? '', postcode ?? ''].join(', '));
  return told.includes(assumed) ? [] : told;
}

/** Puerto Rico's addresses are Spanish ones with ZIP codes. */
function homeOf({ postcode }: AddressParts, assumed: string): string {
  return assumed === 'US' && postcode !== null && stateOf(postcode) === 'PR' ? 'PR' : assumed;
}

/** What is no postcode of the assumed country may be read as one of the other only in the whole text. */
function fitsIn(country: string, { parts, written }: UnplacedAddress): boolean {
  const postcode = readAddressText(written, country).postcode ?? parts.postcode;
  return postcode === null ? !needsPostcode(country) : postcodeIn(country, postcode) !== null;
}

function standsBeforeCity(postcode: string, written: string): boolean {
  const at = written.toUpperCase().lastIndexOf(postcode.toUpperCase());
  return at >= 0 && /^[ ,]*\p{L}{2}/u.test(written.slice(at + postcode.length).replace(/\n.*$/su, ''));
}

/** The cities that are written, be they beside a part of the city, a province or a postcode. */
function citiesIn({ parts, written }: UnplacedAddress): readonly string[] {
  const [first = '', ...others] = written
    .slice(0, longestAddress)
    .split(/[\n,;،、，]+/u)
    .filter((piece) => /\p{L}/u.test(piece));
  const pieces = [parts.city ?? '', ...parts.lines.slice(1), ...others];
  return [...pieces, ...pieces.map(bareCity), others.length === 0 ? bareCity(first.replace(/^.*?\d/u, '')) : '']
    .map((city) => city.trim())
    .filter((city) => countryOfCity(city) !== null);
}

function bareCity(piece: string): string {
  const behind = /^.*\d\S*\s(?=.*\p{L}{3})/u;
  const words = piece.replace(behind, '').split(' ');
  const [city = ''] = words
    .filter((word) => !/\d|^\p{Lu}{1,3}$/u.test(word))
    .join(' ')
    .split(/\s*[-–/(]\s*/u);
  return city;
}
