import { foldCase } from '../../understanding/normalise.ts';
import type { Destination } from '../address.ts';
import { regionCode } from './regions.ts';

/** What a rule says about where; all that is given must fit. */
export interface PlaceRule {
  readonly countries: readonly string[] | null;
  readonly regions: readonly string[] | null;
  /** Beginnings of postcodes. */
  readonly postcodes: readonly string[] | null;
}

/** A rule that wants to know a region or a postcode does not fit where it is not known. */
export function placeFits(rule: PlaceRule, destination: Destination): boolean {
  const { country, region, postcode } = destination;
  if (rule.countries !== null && !rule.countries.includes(country)) return false;
  if (rule.regions !== null && !regionFits(rule.regions, { country, region })) return false;
  return rule.postcodes === null || (postcode !== null && postcodeFits(rule.postcodes, postcode));
}

function regionFits(regions: readonly string[], { country, region }: Pick<Destination, 'country' | 'region'>): boolean {
  if (region === null) return false;
  const own = spelled(country, region);
  return regions.some((one) => spelled(country, one) === own);
}

/** `NY`, `ny` and `New York` are one. */
function spelled(country: string, region: string): string {
  return regionCode(country, region) ?? foldCase(region.trim());
}

function postcodeFits(beginnings: readonly string[], postcode: string): boolean {
  const own = bare(postcode);
  return beginnings.some((beginning) => own.startsWith(bare(beginning)));
}

/** As written with or without spaces and hyphens. */
export function bare(postcode: string): string {
  return postcode.toUpperCase().replace(/[^A-Z0-9]/gu, '');
}
