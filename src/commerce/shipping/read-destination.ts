import type { ShopFacts } from '../../dialog/book.ts';
import { countryNamed } from '../../understanding/slots/countries.ts';
import type { Destination } from '../address.ts';
import { addressCountry } from '../checkout/address-country.ts';
import { findPostcode, tellingCountries } from '../checkout/postcodes.ts';
import { readAddressText } from '../checkout/read-address.ts';
import { countryOfCity } from './big-cities.ts';
import { countryName } from './country-name.ts';
import { regionCode, withKnownRegion } from './regions.ts';

/** More is a message, and no place. */
const longestPlace = 200;
const longestName = 5;

/** What words say about where, be it little. */
interface Named {
  readonly country: string;
  readonly region: string | null;
}

/**
 * Where "10001", "Berlin 10115", "Springfield, IL", "Germany", "Alemania" or "SW1A 1AA" is, as far as delivery has to know; `null` when
 * it says no country, state, big city or postcode, or is an address that is plainly abroad and does not say where. A postcode that many
 * countries write the same is one of the country that is named beside it, else of the shop's. A short number alone is no postcode.
 */
export function readDestination(text: string, shop: Pick<ShopFacts, 'country'>): Destination | null {
  const said = text.replace(/\s+/gu, ' ').trim();
  if (said === '' || said.length > longestPlace) return null;
  const whole = wholeAddress(text, shop.country);
  const named = whole ?? namedIn(said, shop.country);
  const postcode = named === null ? postcodeAlone(said, shop.country) : postcodeOf(named.country, said);
  const country = named?.country ?? postcode?.country;
  if (country === undefined || (named === null && isElsewhere(text, country))) return null;
  const code = postcode?.code ?? null;
  return withKnownRegion({ country, region: named?.region ?? null, postcode: code });
}

/** As checkout takes it, so that both say the same of it. */
function wholeAddress(text: string, home: string): Named | null {
  const parts = readAddressText(text, home);
  if (parts.country !== null) return null;
  const country = addressCountry({ parts, written: text }, home);
  const isWhole = parts.lines.length > 0 && parts.postcode !== null && parts.city !== null;
  return country === null || (country === home && !isWhole)
    ? null
    : { country, region: country === home ? parts.region : null };
}

function isElsewhere(text: string, country: string): boolean {
  return addressCountry({ parts: readAddressText(text, country), written: text }, country) === null;
}

function postcodeAlone(said: string, country: string) {
  for (const candidate of [country, ...tellingCountries]) {
    const found = postcodeOf(candidate, said);
    if (found !== null) return found;
  }
  return null;
}

function postcodeOf(country: string, said: string) {
  const found = findPostcode(country, said);
  return found === null ? null : { country, code: found.postcode };
}

/** The longest run of words that names a place: "New Mexico" is not Mexico. */
function namedIn(said: string, home: string): Named | null {
  const words = said.split(/[\s,;()]+/u).filter((word) => word !== '');
  for (let length = Math.min(longestName, words.length); length > 0; length -= 1) {
    for (let start = words.length - length; start >= 0; start -= 1) {
      const name = words.slice(start, start + length).join(' ');
      const place = placeNamed(name.replace(/[.!?]+$/u, ''), { home, alone: length === words.length });
      if (place !== null) return place;
    }
  }
  return null;
}

interface Place {
  readonly home: string;
  /** Nothing else was said. */
  readonly alone: boolean;
}

function placeNamed(name: string, place: Place): Named | null {
  const state = stateNamed(name, place);
  const country = nationNamed(name, place);
  // Georgia is both.
  if (state !== null && (country === null || place.home === 'US')) return { country: 'US', region: state };
  const found = country ?? countryOfCity(name);
  return found === null ? null : { country: found, region: null };
}

/** "in" and "me" are words before they are codes: a code is one in capitals and beside something, as in "Springfield IL". */
function stateNamed(name: string, { home, alone }: Place): string | null {
  const isCode = name.length <= 2;
  if (isCode && (alone || home !== 'US' || name !== name.toUpperCase())) return null;
  return regionCode('US', name);
}

function nationNamed(name: string, { alone }: Place): string | null {
  const bare = name.replace(/\./gu, '');
  // "Ship it to us".
  if (bare === 'us' && !alone) return null;
  return countryNamed(name) ?? countryNamed(bare) ?? (alone ? null : codeNamed(name));
}

/** "10115 DE", but no "NO" alone. */
function codeNamed(name: string): string | null {
  if (!/^[A-Z]{2}$/u.test(name)) return null;
  const country = countryName(name, 'en');
  return country === name ? null : countryNamed(country);
}
