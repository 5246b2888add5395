import { getCountries } from 'libphonenumber-js/min';
import { foldCase } from '../normalise.ts';

const aliases: readonly (readonly [string, string])[] = [
  ['usa', 'US'],
  ['us', 'US'],
  ['united states of america', 'US'],
  ['america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['holland', 'NL'],
  ['uae', 'AE'],
  ['السعودية', 'SA'],
  ['الإمارات', 'AE'],
  ['أمريكا', 'US'],
  ['अमेरिका', 'US'],
  ['इंडिया', 'IN'],
];
const languages = ['en', 'de', 'es', 'pt', 'fr', 'it', 'nl', 'hi', 'ar'];

const namesIn = (language: string): readonly (readonly [string, string])[] => {
  const names = new Intl.DisplayNames([language], { type: 'region' });
  return getCountries().map((code) => [foldCase(names.of(code) ?? code), code] as const);
};

let codes: ReadonlyMap<string, string> | null = null;

/** ISO 3166-1 alpha-2 code of a country's name. The table takes some milliseconds, so it waits for the first address. */
export const countryNamed = (name: string): string | null => {
  codes ??= new Map([...languages.flatMap(namesIn), ...aliases.map(([name, code]) => [foldCase(name), code] as const)]);
  return codes.get(foldCase(name).replace(/\./g, '').trim()) ?? null;
};
