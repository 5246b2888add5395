import type { Address } from '../address.ts';
import { countryName } from '../shipping/country-name.ts';

/** There the city stands before the postcode. */
const cityFirst = new Set('US CA GB IE AU NZ IN BR SG HK ZA'.split(' '));

/** An address in one line, as it is read back: `12 Main St, Springfield, IL 62704, United States`. */
export function addressLine(
  address: Omit<Address, 'name'> & { readonly name?: string | null },
  locale: string,
): string {
  const { name = null, lines, country } = address;
  const parts = [name, ...lines, ...placeParts(address), countryName(country, locale)];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}

function placeParts({ postcode, city, region, country }: Omit<Address, 'name'>): readonly string[] {
  const join = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(' ');
  return cityFirst.has(country) ? [city ?? '', join(region, postcode)] : [join(postcode, city), region ?? ''];
}
