import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDestination } from '../../../src/commerce/shipping/read-destination.ts';
import { to } from './shipping-rules.ts';

const inUs = (text: string) => readDestination(text, { country: 'US' });
const inGermany = (text: string) => readDestination(text, { country: 'DE' });

describe('where a shopper is', () => {
  it.each([
    ['10001', to('US', '10001', 'NY')],
    ['90210-1234', to('US', '90210-1234', 'CA')],
    ['my zip is 10001', to('US', '10001', 'NY')],
    ['New York', to('US', null, 'NY')],
    ['New Mexico', to('US', null, 'NM')],
    ['Georgia', to('US', null, 'GA')],
    ['Springfield, IL', to('US', null, 'IL')],
    ['Springfield IL 62704', to('US', '62704', 'IL')],
    ['Paris, TX 75460', to('US', '75460', 'TX')],
    ['Berlin 10115', to('DE', '10115')],
    ['10115 Berlin', to('DE', '10115')],
    ['80331 München', to('DE', '80331')],
    ['Hauptstraße 5, 10115 Berlin', to('DE', '10115')],
    ['الرياض', to('SA')],
    ['5 Main Street, Naples 34102', to('US', '34102', 'FL')],
    ['5 Main Street, 62704 Springfield', to('US', '62704', 'IL')],
    ['10115 Berlin, Germany', to('DE', '10115')],
    ['75001 FR', to('FR', '75001')],
    ['Germany', to('DE')],
    ['Deutschland', to('DE')],
    ['Alemania', to('DE')],
    ['to Germany!', to('DE')],
    ['SW1A 1AA', to('GB', 'SW1A 1AA')],
    ['sw1a1aa', to('GB', 'SW1A 1AA')],
    ['U.K.', to('GB')],
    ['K1A 0B1', to('CA', 'K1A 0B1')],
    ['1012 AB Amsterdam', to('NL', '1012 AB')],
    ['USA', to('US')],
    ['us', to('US')],
    ['Mexico', to('MX')],
    ['UK SW1A 1AA', to('GB', 'SW1A 1AA')],
  ])('is read from "%s" in a shop in the US', (text, destination) => {
    expect(inUs(text)).toEqual(destination);
  });

  it.each([
    ['10115', to('DE', '10115')],
    ['10115 DE', to('DE', '10115')],
    ['Springfield, IL 62704', to('US', '62704', 'IL')],
    ['Georgia', to('GE')],
    ['New Mexico', to('US', null, 'NM')],
    ['1010 Wien', to('AT', '1010')],
    ['Zürich', to('CH')],
  ])('is read from "%s" in a shop in Germany', (text, destination) => {
    expect(inGermany(text)).toEqual(destination);
  });

  it.each([
    '42',
    '7',
    '100',
    '',
    'no',
    'NO',
    'IN',
    'yes',
    'me',
    'it',
    'ship it to us',
    'somewhere',
    '5th of May',
    'Calle Mayor 5, 28801 Alcalá de Henares',
    'شارع الأمير سلطان 5، أبها 62521',
    'a'.repeat(300),
  ])('is not read from "%s"', (text) => {
    expect(inUs(text)).toBeNull();
  });

  it('is a country and at most a postcode that was written, whatever is said', () => {
    const words = fc.constantFrom(
      'Berlin',
      'to',
      '10001',
      'Germany',
      '42',
      'IL',
      'SW1A 1AA',
      'me',
      ',',
      '🙂',
      '\u0000',
      '-',
    );
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 6 }).map((some) => some.join(' ')),
        ),
        (text) => {
          const found = inUs(text);
          if (found === null) return;
          read += 1;
          expect(found.country).toMatch(/^[A-Z]{2}$/u);
          const bare = (code: string) => code.toUpperCase().replace(/[^A-Z0-9]/gu, '');
          if (found.postcode !== null) expect(bare(text)).toContain(bare(found.postcode));
        },
      ),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(30);
  });
});
