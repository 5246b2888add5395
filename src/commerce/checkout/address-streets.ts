import { foldCase } from '../../understanding/normalise.ts';

/** How streets are called in a language, matched against a line without accents and capitals, and where that is usual. */
interface StreetForm {
  readonly countries: string;
  readonly pattern: RegExp;
}

const spanish = 'ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR AD GQ PH';
const portuguese = 'PT BR AO MZ CV';
const behindNumber = '(?:\\d+\\s?(?:bis|ter|\\p{L})?\\s)?';

/** The number may stand on either side. */
const french: StreetForm = {
  countries: 'FR BE CH LU CA MC',
  pattern: new RegExp(
    `^${behindNumber}(?:rue|chemin|impasse|quai|allees?|cours|boulevard|(?:avenue|place|route)(?! of)(?= \\p{L}{3}))\\s\\p{L}`,
    'u',
  ),
};
/** The number stands behind: "5 Via Verde" is as American as it is Italian. */
const northern: readonly StreetForm[] = [
  {
    countries: 'DE AT CH LI LU BE IT',
    pattern:
      /(?:^|[\s-]|\p{L})(?:strasse|gasse|allee|platz|ufer|damm|weg)(?!\p{L})|(?:\p{L}|^|\s)str(?:\.|(?=\s\d|$))/u,
  },
  {
    countries: 'DE AT CH LI',
    pattern: /^(?:am|im|zum|zur|an de[rn]|auf de[rmn]|in de[rn]|unter den|hinter de[rmn]|vor de[rm])\s\p{L}/u,
  },
  { countries: 'NL BE', pattern: /\p{L}{2}(?:straat|laan|gracht|plein|kade|dijk)(?!\p{L})/u },
  { countries: 'SE NO DK FI', pattern: /\p{L}{2}(?:gatan|vagen|vej|veien|gade|katu)(?!\p{L})/u },
  { countries: 'PL', pattern: /^(?:ul\.?|ulica)\s\p{L}/u },
  { countries: 'TR CY', pattern: /\s(?:sokak|sokagi|sok\.|caddesi|cad\.|mahallesi|mah\.)(?!\p{L})/u },
  { countries: 'HU', pattern: /\s(?:utca|korut)(?!\p{L})/u },
  { countries: 'CZ SK', pattern: /(?:^|\s)(?:namesti|namestie|ulice)(?!\p{L})/u },
];
/** So are streets called in parts of the US, too. */
const southern: readonly StreetForm[] = [
  { countries: spanish, pattern: /^(?:calle|c\/|carrera|plaza|paseo|camino|calzada|carretera)\s?\p{L}/u },
  { countries: `${portuguese} ES`, pattern: /^(?:rua|travessa|praca|rodovia|estrada)\s\p{L}/u },
  { countries: `${spanish} ${portuguese}`, pattern: /^(?:avenida|avda?\.?|av\.?|alameda)\s\p{L}/u },
  { countries: 'ES', pattern: /^(?:carrer|passeig|avinguda)\s\p{L}/u },
  { countries: 'IT CH SM VA', pattern: /^(?:via|viale|corso|piazza|vicolo)\s\p{L}/u },
  { countries: 'RO MD', pattern: /^(?:strada|bulevardul|calea)\s\p{L}/u },
];

const english =
  /^\d+\s?\p{L}?\s(?:[\p{L}\p{N}.'’-]+\s){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|court|ct|parkway|pkwy|highway|hwy|place|pl|terrace|circle|cir|trail)(?!\p{L})/u;
const neverFrench = /\s(?:street|road|rd|lane|ln|drive|ave|parkway|pkwy|highway|hwy)(?!\p{L})/u;
/** Hardly a street there is called one; elsewhere many are, or are written so in Latin letters. */
const notEnglish = new Set(
  `DE AT CH LI LU BE NL FR IT SE NO DK FI PL CZ SK HU RO TR ${portuguese} ${spanish}`
    .split(' ')
    .filter((country) => country !== 'PR' && country !== 'PH'),
);

const numberedInFront = new Set('US GB IE CA AU NZ'.split(' '));
const numberedBehind = new Set('DE AT CH NL BE DK SE NO FI ES IT PT PL CZ SK HU BR MX AR CL'.split(' '));
/** Numbers of something else than a house. */
const otherNumber = /\b(?:box|route|rte|highway|hwy|road|apt|apartment|suite|ste|unit|floor|lot|#)\W*\d+\p{L}?$/u;
/** "Main Street 5" is written by habit only. */
const kindOfStreet = /\s(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr)\.?\s\d/u;

/**
 * `own`: as streets of this country are written; `foreign`: as only those of others are; `doubtful`: the number stands on the wrong side,
 * or the street has a name that is met here, too; `plain`: nothing can be told.
 */
export type StreetLook = 'own' | 'foreign' | 'doubtful' | 'plain';

export function streetLook(lines: readonly string[], country: string): StreetLook {
  const looks = lines.map((line) => lookOf(foldCase(line), country));
  return (['own', 'foreign', 'doubtful'] as const).find((look) => looks.includes(look)) ?? 'plain';
}

function lookOf(line: string, country: string): StreetLook {
  if (french.pattern.test(line)) return frenchLook(line, country);
  if (english.test(line)) return englishLook(line, country);
  if (/^\d/u.test(line)) return numberedBehind.has(country) ? 'doubtful' : 'plain';
  if (northern.some(({ pattern }) => pattern.test(line)))
    return isCalledSo(northern, line, country) ? 'own' : 'foreign';
  if (southern.some(({ pattern }) => pattern.test(line)))
    return isCalledSo(southern, line, country) ? 'own' : abroad(country);
  const isBehind = /\p{L}{2}.*\s\d+\s?\p{L}?$/u.test(line) && !otherNumber.test(line);
  return numberedInFront.has(country) && isBehind && !kindOfStreet.test(line) ? 'doubtful' : 'plain';
}

function isCalledSo(forms: readonly StreetForm[], line: string, country: string): boolean {
  return forms.some(({ countries, pattern }) => isIn(countries, country) && pattern.test(line));
}

function abroad(country: string): StreetLook {
  return numberedInFront.has(country) ? 'doubtful' : 'foreign';
}

/** "12 grande place" and "5 faubourg St Martin" are French. */
function englishLook(line: string, country: string): StreetLook {
  if (!notEnglish.has(country)) return 'own';
  return isIn(french.countries, country) && !neverFrench.test(line) ? 'plain' : 'foreign';
}

/** "5 Rue Royale" may be in New Orleans. */
function frenchLook(line: string, country: string): StreetLook {
  if (isIn(french.countries, country)) return 'own';
  return /^\d/u.test(line) ? abroad(country) : 'foreign';
}

function isIn(countries: string, country: string): boolean {
  return countries.split(' ').includes(country);
}
