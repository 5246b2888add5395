import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressLine } from '../../../src/commerce/checkout/address-line.ts';
import { type AddressParts, noParts } from '../../../src/commerce/checkout/address-parts.ts';
import { type GivenAddress, readGivenAddress } from '../../../src/commerce/checkout/given-address.ts';
import { isRefusal, type Refusal } from '../../../src/commerce/refusal.ts';
import { foldCase } from '../../../src/understanding/normalise.ts';
import { readAddress } from '../../../src/understanding/slots/address.ts';

const given = (more: Partial<GivenAddress>): GivenAddress => {
  return { text: null, part: null, houseNumber: null, parts: [], ...more };
};

function read(text: string, country = 'US') {
  const answer = readGivenAddress(given({ text }), country);
  return isRefusal(answer) ? answer : answer.address;
}

/** As a flow hands it on that has asked for a slot of the kind `address`. */
function readFromSlot(text: string, country = 'US') {
  // A slot's value is JSON to everybody; `readAddress` says what is in it.
  const slot = readAddress(text, { country, locale: 'en', currency: 'USD', timeZone: 'UTC', now: 0 });
  const value = slot.result === 'value' ? (slot.value as unknown as Partial<AddressParts>) : {};
  const answer = readGivenAddress(given({ parts: [{ ...noParts, ...value }] }), country);
  return isRefusal(answer) ? answer : answer.address;
}

/** Details are JSON to everybody: this is what `checkAddress` puts into them. */
function understoodIn({ details }: Refusal): AddressParts {
  return details?.['understood'] as unknown as AddressParts;
}

describe('an address in one message', () => {
  const whole: readonly (readonly [country: string, text: string, expected: object])[] = [
    ['US', '12 Main St, Springfield, IL 62704', { lines: ['12 Main St'], city: 'Springfield', region: 'IL' }],
    ['US', '12 main st springfield il 62704', { lines: ['12 main st'], city: 'springfield', region: 'IL' }],
    ['US', '12 main st, springfield, il 62701', { lines: ['12 main st'], city: 'springfield', region: 'IL' }],
    ['US', '14 oak st, springfield il 62704', { lines: ['14 oak st'], city: 'springfield', region: 'IL' }],
    ['US', 'ana lopez 12 main st springfield il 62701', { lines: ['ana lopez 12 main st'], city: 'springfield' }],
    ['US', '12 Main St Apt 4 Springfield Illinois 62704-1234', { lines: ['12 Main St Apt 4'], postcode: '62704-1234' }],
    ['US', 'Jane Doe\n12 Main St #5\nSpringfield, IL 62704\nUSA', { lines: ['Jane Doe', '12 Main St #5'] }],
    ['US', '5 Broadway, New York, NY 10001', { city: 'New York', region: 'NY' }],
    ['US', '5 Broadway, New York 10001', { city: 'New York', region: null }],
    ['US', '1 Pennsylvania Ave NW Washington DC 20500', { lines: ['1 Pennsylvania Ave NW'], region: 'DC' }],
    ['US', 'PO Box 12345, Springfield, IL 62704', { lines: ['PO Box 12345'], postcode: '62704' }],
    ['US', '12 Peach St, Atlanta, Georgia 30303', { city: 'Atlanta', region: 'GA', country: 'US' }],
    ['US', '12 St Charles Ave New Orleans LA 70130', { lines: ['12 St Charles Ave'], city: 'New Orleans' }],
    ['US', 'Hauptstr. 5, 10115 Berlin, Germany', { lines: ['Hauptstr. 5'], city: 'Berlin', country: 'DE' }],
    ['DE', 'Hauptstr. 5 10115 Berlin', { lines: ['Hauptstr. 5'], postcode: '10115', city: 'Berlin' }],
    ['DE', 'Am Markt 3\nD-28195 Bremen\nDeutschland', { lines: ['Am Markt 3'], postcode: '28195', country: 'DE' }],
    ['NL', 'Dam 1, 1012js Amsterdam', { postcode: '1012 JS' }],
    ['GB', 'Rose Cottage, Mill Lane, Ambridge, BO1 2AB', { lines: ['Rose Cottage', 'Mill Lane'], city: 'Ambridge' }],
    ['CA', '1 Bay St, Toronto, ON M5J2R8', { postcode: 'M5J 2R8', region: 'ON' }],
    ['BR', 'Av. Paulista 1000, São Paulo - SP, 01310-100', { city: 'São Paulo', region: 'SP' }],
    ['ES', 'Calle Mayor s/n, 28013 Madrid', { lines: ['Calle Mayor s/n'] }],
    ['HK', '1 Queens Road, Central', { postcode: null, city: 'Central' }],
  ];
  it.each(whole)('is read in %s: %s', (country, text, expected) => {
    expect(read(text, country)).toMatchObject(expected);
    expect(readFromSlot(text, country)).toMatchObject(expected);
  });

  const incomplete: readonly (readonly [text: string, missing: readonly string[], wrong: readonly string[]])[] = [
    ['Main St, Springfield, IL 62704', ['house-number'], []],
    ['12 Main St, Springfield', ['postcode'], []],
    ['12 Main St, Springfield, IL 6270', ['postcode'], ['postcode']],
    ['12 Main St, Springfield, CA 62704', ['postcode'], ['postcode']],
    ['500 Broadway 62704', ['city'], []],
    ['62704', ['street', 'city'], []],
    ['12345 67890', ['street', 'city'], ['street']],
    ['7 Mill Lane, Ambridge BO1 2AB', ['country'], []],
    ['where is my order?', ['street', 'postcode', 'city'], []],
    ['x'.repeat(501), ['street', 'postcode', 'city'], []],
  ];
  it.each(incomplete)('asks for what is missing in: %s', (text, missing, wrong) => {
    expect(read(text)).toMatchObject({ refused: 'bad-address', details: { missing, wrong } });
  });

  it('is read back in the order of its country', () => {
    const lines = ['12 Main St'];
    const us = { lines, city: 'Springfield', region: 'IL', postcode: '62704', country: 'US' };
    expect(addressLine(us, 'en')).toBe('12 Main St, Springfield, IL 62704, United States');
    const de = { lines: ['Hauptstr. 5'], city: 'Berlin', region: null, postcode: '10115', country: 'DE' };
    expect(addressLine({ ...de, name: 'Ada' }, 'es')).toBe('Ada, Hauptstr. 5, 10115 Berlin, Alemania');
    expect(addressLine(de, 'not a locale!')).toContain('10115 Berlin');
  });
});

describe('an address in steps', () => {
  it('goes on with what was understood, whichever part is answered', () => {
    let soFar = noParts;
    const answers: readonly (readonly [part: string, text: string, missing: readonly string[]])[] = [
      ['street', 'Main St', ['house-number', 'postcode', 'city']],
      ['house-number', '12b', ['postcode', 'city']],
      ['postcode', '6270', ['postcode', 'city']],
      ['postcode', '62704', ['city']],
    ];
    for (const [part, text, missing] of answers) {
      const answer = readGivenAddress(given({ part, text, parts: [soFar] }), 'US');
      expect(answer).toMatchObject({ refused: 'bad-address', details: { missing } });
      soFar = isRefusal(answer) ? understoodIn(answer) : soFar;
    }
    const done = readGivenAddress(given({ part: 'city', text: 'Springfield, IL', parts: [soFar] }), 'US');
    const address = { lines: ['12b Main St'], postcode: '62704', city: 'Springfield', region: 'IL', country: 'US' };
    expect(done).toMatchObject({ address });
  });

  it('finds the city that was said with the street once it has the postcode', () => {
    const parts = [{ ...noParts, lines: ['12 main st springfield'] }];
    const answer = readGivenAddress(given({ part: 'postcode', text: '62701', parts }), 'US');
    expect(answer).toMatchObject({ address: { lines: ['12 main st'], city: 'springfield', postcode: '62701' } });
  });

  it('takes a ZIP code of another state when it is said again, and forgets that state', () => {
    const parts = [{ ...noParts, lines: ['12 Main St'], postcode: '62704', city: 'Springfield', region: 'CA' }];
    const again = (text: string) => readGivenAddress(given({ part: 'postcode', text, parts }), 'US');
    expect(again('62704')).toMatchObject({ address: { postcode: '62704', region: null } });
    expect(again('90210')).toMatchObject({ address: { postcode: '90210', region: 'CA' } });
    expect(again('62701')).toMatchObject({ refused: 'bad-address', details: { wrong: ['postcode'] } });
  });

  it('asks for the number of a street that was said alone', () => {
    expect(readFromSlot('main street')).toMatchObject({
      refused: 'bad-address',
      details: { missing: ['house-number', 'postcode', 'city'], understood: { lines: ['main street'] } },
    });
  });

  it('takes a whole address where a part was asked for', () => {
    const parts = [{ ...noParts, lines: ['Elm St'] }];
    const answer = readGivenAddress(given({ part: 'city', text: '12 Main St, Springfield, IL 62704', parts }), 'US');
    expect(answer).toMatchObject({ address: { lines: ['12 Main St'] } });
  });

  it('puts the number where the country has it', () => {
    const parts = [{ ...noParts, lines: ['Hauptstraße'], postcode: '10115', city: 'Berlin' }];
    const answer = readGivenAddress(given({ part: 'house-number', text: 'Nr. 5a', parts }), 'DE');
    expect(answer).toMatchObject({ address: { lines: ['Hauptstraße 5a'] } });
  });

  it('takes the city out of the street when it was written without commas', () => {
    const parts = [{ ...noParts, lines: ['500 Broadway New York'], postcode: '10001', region: 'NY' }];
    const answer = readGivenAddress(given({ part: 'city', text: 'New York', parts }), 'US');
    expect(answer).toMatchObject({ address: { lines: ['500 Broadway'], city: 'New York' } });
  });

  it('reads the postcode anew once the country is known', () => {
    const first = readGivenAddress(given({ text: '7 Mill Lane, Ambridge BO1 2AB' }), 'US');
    const understood = isRefusal(first) ? understoodIn(first) : noParts;
    const answer = readGivenAddress(given({ part: 'country', text: 'England', parts: [understood] }), 'US');
    const address = { lines: ['7 Mill Lane'], postcode: 'BO1 2AB', city: 'Ambridge', country: 'GB' };
    expect(answer).toMatchObject({ address });
  });

  it.each(['Germany', 'it is in Germany', 'Alemania', 'जर्मनी', 'ألمانيا', 'de', 'Hamburg'])(
    'hears the country in: %s',
    (text) => {
      const first = readGivenAddress(given({ text: 'Hafenstraße 5, 18055 Rostock' }), 'US');
      const understood = isRefusal(first) ? understoodIn(first) : noParts;
      const answer = readGivenAddress(given({ part: 'country', text, parts: [understood] }), 'US');
      const address = { lines: ['Hafenstraße 5'], postcode: '18055', city: 'Rostock', country: 'DE' };
      expect(answer).toMatchObject({ address, assumedCountry: false });
    },
  );

  it('takes an address for the shop’s own that looks foreign once the shopper says so', () => {
    const first = readGivenAddress(given({ text: 'Hauptstrasse 5, 78624 Fredericksburg' }), 'US');
    const understood = isRefusal(first) ? understoodIn(first) : noParts;
    const answer = readGivenAddress(given({ part: 'country', text: 'USA', parts: [understood] }), 'US');
    expect(answer).toMatchObject({ address: { city: 'Fredericksburg', postcode: '78624', country: 'US' } });
  });

  it('finds the state again that is none in the shop’s own country', () => {
    const parts = { ...noParts, lines: ['5 Main Street', 'Springfield'], postcode: '62704', city: 'IL' };
    const answer = readGivenAddress(given({ part: 'country', text: 'USA', parts: [parts] }), 'DE');
    expect(answer).toMatchObject({ address: { lines: ['5 Main Street'], city: 'Springfield', region: 'IL' } });
  });

  it('takes the parts by their names', () => {
    const parts = { lines: ['12 Main St'], postcode: '62704', city: 'Springfield', region: 'illinois', country: 'usa' };
    expect(readGivenAddress(given({ parts: [parts] }), 'DE')).toMatchObject({
      address: { region: 'IL', country: 'US' },
      assumedCountry: false,
    });
  });
});

describe('an address out of anything', () => {
  const places = ['US', 'DE', 'GB', 'CA', 'NL', 'BR', 'IN', 'HK', 'JP', 'XX'];
  const bits = fc.constantFrom(
    ...['12', 'Main St', 'Springfield', 'IL', '62704', '10115 Berlin', 'SW1A 2AA', 'Apt 4', '#5', 'USA', 'Georgia'],
    ...[',', '\n', ' ', '-', 'NY', 'Washington', 'D-', '1012JS', '()', '½', 'ß', '🏠', '\u0000', '\u202e', 'St', '?'],
  );
  const text = fc.oneof(
    fc.string({ maxLength: 600, unit: 'grapheme' }),
    fc.array(bits, { maxLength: 20 }).map((all) => all.join(' ')),
    fc.array(bits, { maxLength: 12 }).map((all) => all.join(', ')),
    fc.tuple(bits, bits).map(([odd, other]) => `12 Main St ${odd}, Springfield, IL 62704 ${other}`),
  );
  const bare = (words: string): string => foldCase(words).replace(/[^\p{L}\p{N}]/gu, '');

  it('never throws, and says nothing that was not written', () => {
    const reached = { complete: 0, incomplete: 0 };
    const input = fc.record({
      text,
      country: fc.constantFrom(...places),
      part: fc.option(fc.constantFrom('city', 'street', 'postcode', 'house-number', 'country', 'region', 'nonsense')),
      before: text,
    });
    fc.assert(
      fc.property(input, ({ text: said, country, part, before }) => {
        const lines = before === '' ? [] : [before];
        const answer = readGivenAddress(given({ text: said, part, parts: [{ ...noParts, lines }] }), country);
        const parts = isRefusal(answer) ? understoodIn(answer) : answer.address;
        reached[isRefusal(answer) ? 'incomplete' : 'complete'] += 1;
        const written = bare(`${said}\n${before}`);
        const own = [...parts.lines.flatMap((line) => line.split(' ')), parts.postcode, parts.city];
        for (const piece of own) if (piece !== null) expect(written).toContain(bare(piece));
        if (!isRefusal(answer)) expect(answer.address.lines.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
    expect(reached.complete).toBeGreaterThan(5);
    expect(reached.incomplete).toBeGreaterThan(100);
  });
});
