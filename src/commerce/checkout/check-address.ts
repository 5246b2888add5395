import type { Address } from '../address.ts';
import type { Refusal } from '../refusal.ts';
import { stateOf } from '../shipping/regions.ts';
import { type AddressParts, mostAddressLines, type PartName, twoLetters } from './address-parts.ts';
import { needsPostcode, postcodeIn } from './postcodes.ts';
import { regionIn } from './regions-written.ts';

/** Houses have numbers there, almost without exception: what has none is not complete. */
const numbered = new Set('US CA DE AT CH NL BE DK SE NO FI FR ES IT PT PL CZ SK HU AU NZ MX BR AR CL'.split(' '));
/** The country is the city. */
const cityStates = new Set(['SG', 'MC', 'GI', 'VA']);

const unnumbered =
  /\b(?:s\/n|p\.?\s?o\.?\s?box|postfach|apartado|general delivery|poste restante|boite postale|caixa postal)\b/iu;

export interface CheckedAddress {
  readonly address: Address;
  /** The country was not written: it was taken for the shop's. */
  readonly assumedCountry: boolean;
}

interface Problem {
  readonly part: PartName;
  /** `wrong`: it was written, and cannot be. */
  readonly why: 'missing' | 'wrong';
}

/**
 * Whether a parcel can be sent there. `country`: where an address is taken to be that names none; `null`: that has to be asked. Refuses with `bad-address`:
 * `missing` names what has to be asked for, `wrong` those of them that were given and cannot be right.
 */
export function checkAddress(parts: AddressParts, country: string | null): CheckedAddress | Refusal {
  const problems = problemsOf(parts, country);
  const own = parts.country ?? country;
  if (problems.length > 0 || own === null) return refusalOf(parts, problems);
  const postcode = parts.postcode === null ? null : postcodeIn(own, parts.postcode);
  const { lines, city, region } = parts;
  const address = { name: null, lines: lines.slice(0, mostAddressLines), postcode, city, region, country: own };
  return { address, assumedCountry: parts.country === null };
}

function refusalOf(parts: AddressParts, problems: readonly Problem[]): Refusal {
  const { lines, postcode, city, region, country } = parts;
  return {
    refused: 'bad-address',
    details: {
      missing: problems.map(({ part }) => part),
      wrong: problems.filter(({ why }) => why === 'wrong').map(({ part }) => part),
      understood: { lines: [...lines], postcode, city, region, country },
    },
  };
}

/** Elsewhere, whether it has all that it needs shows once the country is known. */
function problemsOf(parts: AddressParts, assumed: string | null): readonly Problem[] {
  const country = parts.country ?? assumed;
  if (country === null) return [{ part: 'country', why: 'missing' }];
  return [...streetProblems(parts, country), ...postcodeProblems(parts, country), ...cityProblems(parts, country)];
}

function streetProblems({ lines }: AddressParts, country: string): readonly Problem[] {
  const written = lines.join(' ');
  if (!twoLetters.test(written)) return [{ part: 'street', why: lines.length === 0 ? 'missing' : 'wrong' }];
  if (lines.some((line) => line.length > 200)) return [{ part: 'street', why: 'wrong' }];
  const needsNumber = numbered.has(country) && !/\p{N}/u.test(written) && !unnumbered.test(written);
  return needsNumber ? [{ part: 'house-number', why: 'missing' }] : [];
}

function postcodeProblems({ postcode, region }: AddressParts, country: string): readonly Problem[] {
  if (postcode === null) return needsPostcode(country) ? [{ part: 'postcode', why: 'missing' }] : [];
  const isWrong = postcodeIn(country, postcode) === null || (country === 'US' && !isOfState(postcode, region));
  return isWrong ? [{ part: 'postcode', why: 'wrong' }] : [];
}

/** Only a ZIP code that is known to be of another state is none of this one. */
function isOfState(zip: string, region: string | null): boolean {
  const [told, written] = [stateOf(zip), region === null ? null : regionIn('US', region)];
  return told === null || written === null || told === written;
}

function cityProblems({ city }: AddressParts, country: string): readonly Problem[] {
  if (city !== null && city.length > 100) return [{ part: 'city', why: 'wrong' }];
  return city === null && !cityStates.has(country) ? [{ part: 'city', why: 'missing' }] : [];
}
