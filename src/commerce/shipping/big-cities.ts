import { foldCase } from '../../understanding/normalise.ts';

/** Cities that people name without their country. Names that several countries share (Birmingham, Córdoba) are left out. */
const cities: Readonly<Record<string, string>> = {
  US: 'new york city, nyc, los angeles, chicago, houston, philadelphia, san francisco, seattle, boston, miami, las vegas, denver',
  GB: 'london, manchester, liverpool, glasgow, edinburgh, leeds, bristol, sheffield, nottingham, cardiff, belfast',
  IE: 'dublin',
  CA: 'toronto, montreal, ottawa, calgary',
  DE: 'berlin, hamburg, munich, munchen, cologne, koln, frankfurt, stuttgart, dusseldorf, leipzig, dresden, hannover, frankfurt am main, bremen, nurnberg, nuremberg, dortmund, essen, duisburg, bochum, bonn, bielefeld, karlsruhe, mannheim, augsburg, wiesbaden',
  AT: 'vienna, wien, salzburg, graz, innsbruck, linz',
  CH: 'zurich, geneva, geneve, genf, basel, lausanne',
  FR: 'paris, lyon, marseille, toulouse, bordeaux, lille, strasbourg, nantes, montpellier, rennes',
  NL: 'amsterdam, rotterdam, utrecht, eindhoven',
  BE: 'brussels, bruxelles, brussel, antwerp, antwerpen, ghent',
  LU: 'luxembourg city',
  ES: 'madrid, barcelona, sevilla, seville, bilbao, zaragoza, malaga, palma de mallorca',
  PT: 'lisbon, lisboa, porto',
  IT: 'rome, roma, milan, milano, naples, napoli, turin, torino, florence, firenze, venice, venezia, bologna, genova, genoa, palermo, bari',
  DK: 'copenhagen, kobenhavn, aarhus',
  SE: 'stockholm, gothenburg, goteborg, malmo',
  NO: 'oslo, bergen',
  FI: 'helsinki, tampere',
  PL: 'warsaw, warszawa, krakow, wroclaw, gdansk, poznan, lodz',
  CZ: 'prague, praha, brno',
  HU: 'budapest',
  GR: 'athens, thessaloniki',
  TR: 'istanbul, ankara, izmir',
  MX: 'mexico city, ciudad de mexico, cdmx, guadalajara, monterrey, tijuana, cancun',
  BR: 'sao paulo, rio de janeiro, brasilia, belo horizonte, curitiba, porto alegre, recife, fortaleza, manaus',
  AR: 'buenos aires',
  CO: 'bogota, medellin',
  PE: 'lima',
  CL: 'santiago de chile',
  AU: 'sydney, melbourne, brisbane, perth, adelaide',
  NZ: 'auckland, wellington',
  JP: 'tokyo, osaka, kyoto, 東京, 大阪',
  IN: 'mumbai, delhi, new delhi, bangalore, bengaluru, chennai, kolkata, pune, ahmedabad, jaipur, lucknow, noida, gurgaon, gurugram, मुंबई, दिल्ली, नई दिल्ली, बेंगलुरु, बंगलौर, चेन्नई, कोलकाता, पुणे, अहमदाबाद, जयपुर, लखनऊ, नोएडा, गुरुग्राम',
  CN: 'beijing, shanghai, shenzhen, guangzhou, 北京, 上海',
  SG: 'singapore',
  AE: 'dubai, abu dhabi, sharjah, دبي, أبو ظبي, أبوظبي, الشارقة',
  SA: 'riyadh, jeddah, dammam, mecca, makkah, الرياض, جدة, الدمام, مكة, مكة المكرمة, المدينة المنورة',
  EG: 'cairo, القاهرة, الإسكندرية',
  QA: 'doha, الدوحة',
  KW: 'kuwait city, مدينة الكويت',
  JO: 'amman, عمان',
  MA: 'casablanca, marrakech, الدار البيضاء, مراكش',
  RU: 'moscow, москва, санкт-петербург',
  UA: 'kyiv, kiev, київ',
  KR: 'seoul, busan, 서울',
  TH: 'bangkok',
  PK: 'karachi, lahore, islamabad',
};

let byName: ReadonlyMap<string, string> | null = null;

export function countryOfCity(name: string): string | null {
  byName ??= new Map(
    Object.entries(cities).flatMap(([country, names]) =>
      names.split(', ').map((city) => [foldCase(city), country] as const),
    ),
  );
  return byName.get(foldCase(name).trim()) ?? null;
}

/** Of the countries whose postcodes look like ZIP codes: no town in the countries that settlers named after their old ones. */
const unmistakable = new Set(
  (
    'munchen, koln, dusseldorf, nurnberg, zaragoza, milano, napoli, torino, firenze, venezia, genova, helsinki, tampere, ' +
    'ciudad de mexico, cdmx, tijuana, cancun, istanbul, ankara, izmir, riyadh, jeddah, dammam, makkah, marrakech, ' +
    'seoul, busan, bangkok, karachi, lahore, islamabad, kyiv'
  ).split(', '),
);

/** Whether a city of that name is hardly met in another country. */
export function isUnmistakable(name: string): boolean {
  return unmistakable.has(foldCase(name).trim());
}
