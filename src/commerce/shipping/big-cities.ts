import { foldCase } from '../../understanding/normalise.ts';

/** Cities that people name without their country. Names that several countries share (Birmingham, Córdoba) are left out. */
const cities: Readonly<Record<string, string>> = {
  US: 'new york city, nyc, los angeles, chicago, houston, philadelphia, san francisco, seattle, boston, miami, las vegas, denver',
  GB: 'london, manchester, liverpool, glasgow, edinburgh, leeds, bristol',
  IE: 'dublin',
  CA: 'toronto, montreal, ottawa, calgary',
  DE: 'berlin, hamburg, munich, munchen, cologne, koln, frankfurt, stuttgart, dusseldorf, leipzig, dresden, hannover',
  AT: 'vienna, wien, salzburg, graz, innsbruck, linz',
  CH: 'zurich, geneva, geneve, genf, basel, lausanne',
  FR: 'paris, lyon, marseille, toulouse, bordeaux, lille, strasbourg',
  NL: 'amsterdam, rotterdam, utrecht, eindhoven',
  BE: 'brussels, bruxelles, brussel, antwerp, antwerpen, ghent',
  LU: 'luxembourg city',
  ES: 'madrid, barcelona, sevilla, seville, bilbao, zaragoza',
  PT: 'lisbon, lisboa, porto',
  IT: 'rome, roma, milan, milano, naples, napoli, turin, torino, florence, firenze, venice, venezia',
  DK: 'copenhagen, kobenhavn, aarhus',
  SE: 'stockholm, gothenburg, goteborg, malmo',
  NO: 'oslo, bergen',
  FI: 'helsinki, tampere',
  PL: 'warsaw, warszawa, krakow, wroclaw, gdansk',
  CZ: 'prague, praha, brno',
  HU: 'budapest',
  GR: 'athens, thessaloniki',
  TR: 'istanbul, ankara, izmir',
  MX: 'mexico city, ciudad de mexico, cdmx, guadalajara, monterrey',
  BR: 'sao paulo, rio de janeiro, brasilia',
  AR: 'buenos aires',
  CO: 'bogota, medellin',
  PE: 'lima',
  CL: 'santiago de chile',
  AU: 'sydney, melbourne, brisbane, perth, adelaide',
  NZ: 'auckland, wellington',
  JP: 'tokyo, osaka, kyoto',
  IN: 'mumbai, delhi, new delhi, bangalore, bengaluru',
  CN: 'beijing, shanghai, shenzhen',
  SG: 'singapore',
  AE: 'dubai, abu dhabi',
};

let byName: ReadonlyMap<string, string> | null = null;

export function countryOfCity(name: string): string | null {
  byName ??= new Map(
    Object.entries(cities).flatMap(([country, names]) => names.split(', ').map((city) => [city, country] as const)),
  );
  return byName.get(foldCase(name).trim()) ?? null;
}
