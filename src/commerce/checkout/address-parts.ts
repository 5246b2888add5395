/** What is known of an address, part by part: each as it was written, but for a country's code and a postcode's blanks. */
export interface AddressParts {
  /** Street, number and whatever else stands above the city. */
  readonly lines: readonly string[];
  readonly postcode: string | null;
  readonly city: string | null;
  readonly region: string | null;
  /** ISO 3166-1 alpha-2, only where it was written. */
  readonly country: string | null;
}

export const noParts: AddressParts = { lines: [], postcode: null, city: null, region: null, country: null };

/** What the shopper has to add, in the order in which it is asked for. */
export const partNames = ['street', 'house-number', 'postcode', 'city', 'country'] as const;
export type PartName = (typeof partNames)[number];

/** More is no address. */
export const longestAddress = 500;
export const mostAddressLines = 6;

const control = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu;

export function tidy(text: string): string {
  return text.replace(control, ' ').replace(/\s+/gu, ' ').trim();
}

/** In Hindi the vowels between are marks. */
export const twoLetters = /\p{L}\p{M}*\p{L}/u;

const cityWords = /^[\p{L}\p{M}'’.() -]{2,60}$/u;

/** The text when it can be a city's name: letters, no digits. */
export function cityIn(text: string): string | null {
  const city = text.replace(/^[\s,–-]+|[\s,–-]+$/gu, '');
  return cityWords.test(city) && twoLetters.test(city) ? city : null;
}
