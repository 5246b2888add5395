import { describe, expect, it } from 'vitest';
import { noParts } from '../../../src/commerce/checkout/address-parts.ts';
import { type GivenAddress, readGivenAddress } from '../../../src/commerce/checkout/given-address.ts';
import { isRefusal } from '../../../src/commerce/refusal.ts';
import { readDestination } from '../../../src/commerce/shipping/read-destination.ts';
import { readAddress } from '../../../src/understanding/slots/address.ts';

/** As one text, and as a flow hands on what it has asked for. */
function asGiven(text: string, country: string): readonly GivenAddress[] {
  const slot = readAddress(text, { country, locale: 'en', currency: 'USD', timeZone: 'UTC', now: 0 });
  // A slot's value is JSON to everybody; `readAddress` says what is in it.
  const value = slot.result === 'value' ? (slot.value as unknown as object) : {};
  const nothing = { part: null, houseNumber: null };
  return [
    { ...nothing, text, parts: [] },
    { ...nothing, text: null, parts: [{ ...noParts, ...value }] },
  ];
}

/** The country that it is taken to be in; `?`: that alone is asked. */
function taken(given: GivenAddress, country: string): unknown {
  const answer = readGivenAddress(given, country);
  if (!isRefusal(answer)) return answer.address.country;
  return JSON.stringify(answer.details?.['missing']) === '["country"]' ? '?' : answer.details;
}

describe('an address that names no country', () => {
  it.each([
    ['5 Main Street, Springfield, IL 62704', 'US', 'US', 'US'],
    ['5 Main Street, 62704 Springfield', 'US', '?', '?'],
    ['5 main st springfield il 62704', 'US', '?', '?'],
    ['12 Main St, Paris, TX 75460', 'US', 'US', 'US'],
    ['12 Main Street, Naples 34102', 'US', '?', '?'],
    ['5 Via Verde, Naples 34102', 'US', 'IT', 'IT'],
    ['5 Rue Royale, New Orleans 70130', 'US', '?', '?'],
    ['100 Calle Real, Santa Barbara, CA 93110', 'US', 'US', 'US'],
    ['Calle Luna 5, San Juan 00901', 'US', '?', '?'],
    ['500 Broadway, New York 10001', 'US', 'US', 'US'],
    ['PO Box 12345, Springfield, IL 62704', 'US', 'US', 'US'],
    ['12 St Charles Ave New Orleans LA 70130', 'US', 'US', 'US'],
    ['5 Main Street, Berlin 03570', 'US', 'DE', '?'],
    ['Hauptstraße 5, 10115 Berlin', 'DE', 'DE', 'DE'],
    ['Hauptstr. 5 10115 Berlin', 'DE', 'DE', 'DE'],
    ['hauptstrasse 5, berlin 10115', 'DE', 'DE', 'DE'],
    ['Hauptstraße 5, 10115 Berlin, DE', 'DE', 'DE', 'DE'],
    ['Leopoldstr. 12, 80331 München', 'DE', 'DE', 'DE'],
    ['Unter den Linden 77, 10117 Berlin', 'DE', 'DE', 'DE'],
    ['Königsallee 60, 40212 Düsseldorf', 'DE', 'DE', 'DE'],
    ['Am Markt 3, 18055 Rostock', '?', 'DE', '?'],
    ['Bahnhofstr. 7\n72764 Reutlingen', '?', 'DE', '?'],
    ['Friedrichstraße 43-45, 10117 Berlin-Mitte', 'DE', 'DE', 'DE'],
    ['Zeil 106, 60313 Frankfurt am Main', 'DE', 'DE', 'DE'],
    ['Calle Mayor 5, 28013 Madrid', 'ES', 'ES', 'ES'],
    ['Calle Mayor 5, Madrid 28013', 'ES', 'ES', 'ES'],
    ['C/ Gran Vía 12, 3º B, 28801 Alcalá de Henares', '?', '?', '?'],
    ['Passeig de Gràcia 43, 08007 Barcelona', 'ES', 'ES', 'ES'],
    ['Av. Insurgentes Sur 500, 03100 Ciudad de México', 'MX', 'MX', 'MX'],
    ['Rua Augusta 100, 01310-100 São Paulo', 'BR', 'BR', 'BR'],
    ['Av. Paulista 1000, São Paulo - SP, 01310-100', 'BR', 'BR', 'BR'],
    ['Rua das Flores 12, Ouro Preto MG 35400-000', '?', '?', 'BR'],
    ['Rua Augusta 274, 1100-053 Lisboa', 'PT', 'PT', 'PT'],
    ['12 rue de Rivoli, 75001 Paris', 'FR', 'FR', 'FR'],
    ['14 Boulevard Haussmann, 75009 Paris', 'FR', 'FR', 'FR'],
    ['3 rue Victor Hugo, 69100 Villeurbanne', '?', '?', '?'],
    ['Via Roma 5, 00184 Roma', 'IT', 'IT', 'IT'],
    ['Via Dante 7, 20121 Milano MI', 'IT', 'IT', 'IT'],
    ['Via Mazzini 3, 20900 Monza', '?', '?', '?'],
    ['10 Downing Street, London SW1A 2AA', 'GB', 'GB', 'GB'],
    ['Rose Cottage, Mill Lane, Ambridge, BO1 2AB', '?', '?', '?'],
    ['1 Bay St, Toronto, ON M5J 2R8', 'CA', 'CA', 'CA'],
    ['Dam 1, 1012 JS Amsterdam', 'NL', 'NL', 'NL'],
    ['Mariahilfer Straße 10, 1060 Wien', 'AT', 'AT', 'AT'],
    ['Bahnhofstrasse 1, 8001 Zürich', 'CH', 'CH', 'CH'],
    ['12 MG Road, Bengaluru 560001', 'IN', 'IN', 'IN'],
    ['42 Linking Road, Mumbai 400050', 'IN', 'IN', 'IN'],
    ['१२ एमजी रोड, मुंबई 400001', 'IN', 'IN', 'IN'],
    ['१२ एमजी रोड, इंदौर 452001', '?', '?', '?'],
    ['شارع العليا 12، حي العليا، الرياض 12211', 'SA', 'SA', 'SA'],
    ['12 شارع الملك فهد، الرياض 12211', 'SA', 'SA', 'SA'],
    ['شارع الأمير سلطان 5، أبها 62521', '?', '?', '?'],
    ['King Fahd Road 12, Riyadh 12271', 'SA', 'SA', 'SA'],
    ['12 Collins Street, Melbourne VIC 3000', 'AU', 'AU', 'AU'],
    ['ul. Marszałkowska 5, 00-624 Warszawa', 'PL', 'PL', 'PL'],
    ['Vasagatan 10, 111 20 Stockholm', 'SE', 'SE', 'SE'],
    ['Villa 12, Al Wasl Road, Dubai', '?', '?', '?'],
  ])('is placed by a shop in the US, in Germany and in Brazil: %s', (text, us, de, br) => {
    for (const [shop, expected] of [
      ['US', us],
      ['DE', de],
      ['BR', br],
    ] as const) {
      expect(asGiven(text, shop).map((given) => taken(given, shop))).toEqual([expected, expected]);
      const there = readDestination(text, { country: shop });
      if (expected !== '?') expect(there).toMatchObject({ country: expected });
      else expect(there?.country).not.toBe(shop);
    }
  });

  it.each([
    ['DE', 'Hauptstr. 5, 10115 Berlin'],
    ['DE', 'Am Markt 3\nD-28195 Bremen'],
    ['DE', 'Broadway 3, 20095 Hamburg'],
    ['DE', 'Bergstr. 4, 18528 Bergen'],
    ['DE', 'Rheinweg 2, 53545 Linz'],
    ['DE', 'Main-Street 5, 68309 Mannheim'],
    ['DE', '5 Hauptstraße, 10115 Berlin'],
    ['DE', 'Avenue 5, 85356 Freising'],
    ['DE', 'Main Street 5, 62704 Springfield'],
    ['ES', 'Calle Nueva York 5, 28020 Madrid'],
    ['ES', 'Calle Londres 5, Madrid 28028'],
    ['ES', 'Rúa do Franco 12, 15702 Santiago de Compostela'],
    ['ES', 'Carrer de Mallorca 401, 08013 Barcelona'],
    ['ES', 'Gran Vía 12, 48001 Bilbao'],
    ['ES', 'Urbanización El Bosque 12, 29602 Marbella'],
    ['ES', 'Plaza España 3, 41013 Sevilla'],
    ['FR', '12 grande place, 59000 Lille'],
    ['FR', '5 faubourg St Martin, 75010 Paris'],
    ['FR', '3 rue de Londres, 75009 Paris'],
    ['BR', 'Av. Paulista 1000, São Paulo - SP, 01310-100'],
    ['BR', 'Travessa Roma 5, Recife PE 50010-000'],
    ['BR', 'Rua Paris 5, Curitiba PR 80000-000'],
    ['BR', 'Rua Augusta 100, São Paulo, 01310100'],
    ['IN', '12 MG Road, Bengaluru 560001'],
    ['IN', '12, Rue Dumas, Puducherry 605001'],
    ['IN', '15 London Street, Kolkata 700017'],
    ['IN', 'Flat 5, Green Park, New Delhi 110016'],
    ['IN', 'प्लॉट 5, नेहरू नगर, भोपाल 462003'],
    ['SA', 'شارع العليا 12، الرياض 12211'],
    ['SA', 'King Fahd Road 12, Riyadh 12271'],
    ['SA', 'شارع التحلية, جدة 21432'],
    ['SA', '12 Paris Street, Jeddah 21442'],
    ['GB', '10 Downing Street, London SW1A 2AA'],
    ['GB', '12 Berlin Road, London SE6 2SS'],
    ['GB', 'Boston Road 5, Perth PH1 5AB'],
    ['GB', 'Broadway 5, Boston PE21 6AA'],
    ['US', '5 Main Street, 62704 Springfield'],
    ['US', '12 Main St, Paris 75460'],
    ['US', '5 Elm Ave, Athens 30601'],
    ['US', 'Hauptstrasse 5, Helen, GA 30545'],
    ['US', 'Calle Luna 5, 00901 San Juan'],
    ['US', '100 Calle Real, Santa Barbara 93110'],
    ['US', 'Avenida Cesar Chavez 12, Kansas City 64108'],
    ['US', 'Rural Route 3 Box 12, Berlin 03570'],
    ['US', 'PO Box 12, Vienna 22180'],
    ['US', '500 Camino Real, 92101 San Diego'],
    ['US', '12 Rome, 13440 Rome'],
    ['US', '5 Avenue B, 10009 New York'],
    ['US', '12345 Boulevard East, Weehawken 07086'],
    ['US', 'Main Street 5, 62704 Springfield'],
    ['US', 'Broadway 500, Springfield 62704'],
    ['US', '5 Ontario St, Toronto 43964'],
    ['US', '5 Kirchgasse, 78130 New Braunfels'],
    ['US', 'Calle Ocho 1500, Miami 33135'],
    ['US', '5 Main, Moscow 83843'],
  ])('is one of the shop’s own country in %s: %s', (shop, text) => {
    expect(asGiven(text, shop).map((given) => taken(given, shop))).toEqual([shop, shop]);
  });

  it.each(['10115 Berlin', '80331 München'])(
    'is asked for its street in its own country when it is but a city: %s',
    (text) => {
      const street = { text: 'Lindenweg 5', part: 'street', houseNumber: null };
      for (const given of asGiven(text, 'US')) {
        const answer = readGivenAddress(given, 'US');
        expect(answer).toMatchObject({ details: { missing: ['street'], understood: { country: 'DE' } } });
        const understood = isRefusal(answer) ? (answer.details?.['understood'] as unknown as typeof noParts) : noParts;
        expect(taken({ ...street, parts: [understood] }, 'US')).toBe('DE');
      }
    },
  );

  it('is asked for its country before its postcode where street and city are those of another', () => {
    expect(asGiven('Hauptstraße 5, Berlin', 'US').map((given) => taken(given, 'US'))).toEqual(['?', '?']);
    expect(asGiven('5 Main Street, Berlin', 'US').map((given) => taken(given, 'US'))).toMatchObject([
      { missing: ['postcode'] },
      { missing: ['postcode'] },
    ]);
  });

  it('is asked for its country before its house number, which stands elsewhere in each', () => {
    const answer = readGivenAddress(
      { text: 'Hafenstraße, 18055 Rostock', part: null, houseNumber: null, parts: [] },
      'US',
    );
    expect(answer).toMatchObject({ refused: 'bad-address', details: { missing: ['country'] } });
  });
});
