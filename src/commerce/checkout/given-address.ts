import type { Refusal } from '../refusal.ts';
import { addressCountry } from './address-country.ts';
import { type AddressParts, noParts, partNames, tidy } from './address-parts.ts';
import { type CheckedAddress, checkAddress } from './check-address.ts';
import { countryOf, filled, type PartAnswer, withAnswer } from './merge-parts.ts';
import { readAddressText } from './read-address.ts';
import { regionIn } from './regions-written.ts';

/** An address as a flow has it: in one text, in parts, or an answer to what was missing before. */
export interface GivenAddress {
  readonly text: string | null;
  /** What `text` answers. */
  readonly part: string | null;
  readonly houseNumber: string | null;
  /** What counts most comes first. */
  readonly parts: readonly AddressParts[];
}

/**
 * `country`: where an address is taken to be that names none, as long as it can be there. Refuses with `bad-address`, as `checkAddress`
 * does. Total.
 */
export function readGivenAddress(given: GivenAddress, country: string): CheckedAddress | Refusal {
  const parts = partsIn(given, country);
  if (parts.country !== null) return checkAddress(parts, country);
  const told = addressCountry({ parts, written: writtenIn(given) }, country);
  if (told === null || told === country) return checkAddress(parts, told);
  return checkAddress({ ...partsIn(given, told), country: told }, told);
}

function partsIn(given: GivenAddress, country: string): AddressParts {
  const known = given.parts.map((parts) => plainly(parts, country)).reduce(filled, noParts);
  const own = known.country ?? country;
  const told = given.text === null ? known : withText(known, given.text, { part: given.part, country: own });
  return given.houseNumber === null ? told : answered(told, 'house-number', given.houseNumber, own);
}

function writtenIn({ text, parts }: GivenAddress): string {
  return [text ?? '', ...parts.flatMap(({ lines }) => lines)].map(tidy).join('\n');
}

interface Answering {
  readonly part: string | null;
  readonly country: string;
}

function withText(known: AddressParts, text: string, { part, country }: Answering): AddressParts {
  const asked = [...partNames, 'region' as const].find((name) => name === part);
  if (asked !== undefined) return answered(known, asked, text, country);
  return filled(readAddressText(text, country), known);
}

function answered(known: AddressParts, part: PartAnswer['part'], text: string, country: string): AddressParts {
  return withAnswer(known, { part, text: text.slice(0, 1_000) }, country);
}

/** Lines that hold the city and the postcode too, as an address slot gives them, are read; the marks count where that finds nothing. */
function plainly(parts: AddressParts, assumed: string): AddressParts {
  const country = parts.country === null ? null : countryOf(parts.country);
  const marked = { ...parts, ...tidied(parts, country ?? assumed), country };
  if (marked.lines.length === 0) return marked;
  const { postcode, city } = marked;
  const written = marked.lines.join('\n');
  const isWhole = postcode !== null && written.toUpperCase().includes(postcode.toUpperCase());
  const read = readAddressText(written, country ?? assumed);
  if (!isWhole && (postcode !== null || city !== null)) return marked;
  return { ...filled(read, { ...marked, lines: [] }), lines: read.lines };
}

function tidied({ lines, postcode, city, region }: AddressParts, country: string) {
  const plain = (text: string | null) => (text === null ? null : tidy(text) || null);
  const state = plain(region);
  return {
    lines: lines.map(tidy).filter((line) => line !== ''),
    postcode: plain(postcode)?.slice(0, 20) ?? null,
    city: plain(city),
    region: state === null ? null : (regionIn(country, state) ?? state).slice(0, 100),
  };
}
