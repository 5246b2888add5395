import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSlot } from '../../src/understanding/read-slot.ts';
import { type SlotType, slotTypes } from '../../src/understanding/slot-types.ts';
import type { SlotContext } from '../../src/understanding/slots/slot-reading.ts';
import { startWork } from '../work-time.ts';

const american: SlotContext = {
  now: Date.parse('2026-11-25T12:00:00Z'), // a Wednesday
  timeZone: 'UTC',
  locale: 'en-US',
  currency: 'USD',
  country: 'US',
};
const german: SlotContext = { ...american, locale: 'de-DE', currency: 'EUR', country: 'DE' };
const spanish: SlotContext = { ...american, locale: 'es-ES', currency: 'EUR', country: 'ES' };
const indian: SlotContext = { ...american, locale: 'hi-IN', currency: 'INR', country: 'IN' };
const egyptian: SlotContext = { ...american, locale: 'ar-EG', currency: 'EGP', country: 'EG' };
const brazilian: SlotContext = { ...american, locale: 'pt-BR', currency: 'BRL', country: 'BR' };

const read = (type: SlotType, text: string, context = american): unknown => {
  const reading = readSlot(type, text, context);
  return reading.result === 'value' ? reading.value : reading.result;
};

type Row = readonly [text: string, value: unknown, context?: SlotContext];

const table = (type: SlotType, rows: readonly Row[]): void => {
  describe(`reading ${type}`, () => {
    it.each(rows.map(([text, value, context]) => ({ text, value, context: context ?? american })))(
      '"$text" in $context.locale is $value',
      ({ text, value, context }) => {
        expect(read(type, text, context)).toEqual(value);
      },
    );
  });
};

const no = 'unreadable';

table('text', [
  ['  a gift for mum ', 'a gift for mum'],
  ['   ', no],
  ['x'.repeat(2001), no],
]);

table('number', [
  ['12', 12],
  ['twelve', 12],
  ['3,5', 3.5],
  ['3,5', 3.5, german],
  ['1.000', 1],
  ['1.000', 1000, german],
  ['1,000', 1000],
  ['1,000.5', 1000.5],
  ['1 000', 1000],
  ['-5', -5],
  ['a dozen', 12],
  ['half a dozen', 6],
  ['½', 0.5],
  ['1½', 1.5],
  ['two and a half', 2.5],
  ['two hundred and fifty', 250],
  ['twenty-one', 21],
  ['one hundred thousand', 100_000],
  ['٣', 3],
  ['1.5k', 1500],
  ['einundzwanzig', 21, german],
  ['ein Dutzend', 12, german],
  ['once', 11, spanish],
  ['treinta y uno', 31, spanish],
  ['vinte e um', 21, brazilian],
  ['two or three', no],
  ['3 of the 12', no],
  ['2nd', no],
  ['10/12', no],
  ['A123', no],
  ['12345678901234567890', no],
  ['lots', no],
]);

table('quantity', [
  ['two of them', 2],
  ['a couple', 2],
  ['just one', 1],
  ['2x', 2],
  ['x2', 2],
  ['I want 3 please', 3],
  ['two dozen', 24],
  ['zwei Stück', 2, german],
  ['999', 999],
  ['1000', no],
  ['0', no],
  ['-2', no],
  ['1.5', no],
  ['2 or 3', no],
]);

const usd = (amount: number) => ({ amount, currency: 'USD' });
const eur = (amount: number) => ({ amount, currency: 'EUR' });

table('money', [
  ['$20', usd(2000)],
  ['20 bucks', usd(2000)],
  ['20', usd(2000)],
  ['20', eur(2000), german],
  ['20 euros', eur(2000)],
  ['twenty euros', eur(2000)],
  ['12,99 €', eur(1299)],
  ['€1.000,50', eur(100_050)],
  ['1.000 €', eur(100_000)],
  ['$1,000', usd(100_000)],
  ['$0.29', usd(29)],
  ['$1.1', usd(110)],
  ['USD20', usd(2000)],
  ['20usd', usd(2000)],
  ['50 cents', usd(50)],
  ['1k', usd(100_000)],
  ['R$ 30', { amount: 3000, currency: 'BRL' }],
  ['¥500', { amount: 500, currency: 'JPY' }],
  ['500', { amount: 500, currency: 'JPY' }, { ...american, locale: 'ja-JP', currency: 'JPY' }],
  ['500.5', no, { ...american, locale: 'ja-JP', currency: 'JPY' }],
  ['$20', { amount: 2000, currency: 'CAD' }, { ...american, currency: 'CAD' }],
  ['$20-30', no],
  ['-5', no],
  ['cheap', no],
]);

table('email', [
  ['jane@example.com', 'jane@example.com'],
  ['my email is Jane.Doe+x@Example.CO.uk.', 'Jane.Doe+x@example.co.uk'],
  ['<a@b.co>', 'a@b.co'],
  ['jane at example dot com', no],
  ['a@b', no],
  ['@handle', no],
  ['a@b.co or c@d.co', no],
]);

table('phone', [
  ['(213) 373-4253', '+12133734253'],
  ['my number is 213 373 4253 thanks', '+12133734253'],
  ['+49 30 901820', '+4930901820'],
  ['030 901820', '+4930901820', german],
  ['10234', no],
  ['call me', no],
  ['+1 213 373 4253 or +1 213 373 4254', no],
]);

table('date', [
  ['today', '2026-11-25'],
  ['tomorrow', '2026-11-26'],
  ['day after tomorrow', '2026-11-27'],
  ['friday', '2026-11-27'],
  ['wednesday', '2026-12-02'],
  ['next friday', '2026-12-04'],
  ['sat', '2026-11-28'],
  ['in 3 days', '2026-11-28'],
  ['in two weeks', '2026-12-09'],
  ['in a couple of days', '2026-11-27'],
  ['a week from today', '2026-12-02'],
  ['3 days ago', '2026-11-22'],
  ['in a month', '2026-12-25'],
  ['24 Dec', '2026-12-24'],
  ['December 24th, 2027', '2027-12-24'],
  ['Thursday, 24 December', '2026-12-24'],
  ['Friday 24 December', no],
  ['5 may', '2027-05-05'],
  ['Feb 29', '2028-02-29'],
  ['the 5th', '2026-12-05'],
  ['2026-12-24', '2026-12-24'],
  ['12/24', '2026-12-24'],
  ['24/12', '2026-12-24'],
  ['3/4', '2027-03-04'],
  ['3/4', '2027-04-03', german],
  ['24.12.', '2026-12-24', german],
  ['heute', '2026-11-25', german],
  ['übermorgen', '2026-11-27', german],
  ['in 3 Tagen', '2026-11-28', german],
  ['vor zwei Tagen', '2026-11-23', german],
  ['am 3. Mai 2027', '2027-05-03', german],
  ['mañana', '2026-11-26', spanish],
  ['el próximo viernes', '2026-11-27', spanish],
  ['24 de diciembre de 2026', '2026-12-24', spanish],
  ['amanhã', '2026-11-26', brazilian],
  ['próxima segunda-feira', '2026-11-30', brazilian],
  ['daqui a 2 semanas', '2026-12-09', brazilian],
  ['31 Feb', no],
  ['13/13', no],
  ['tomorrow or friday', no],
  ['I sat down', no],
  ['may', no],
  ['next week', no],
]);

table('yes-no', [
  ...[
    'yes',
    'yep',
    'sure',
    'Yesss!!',
    'ok',
    'yes please',
    'yes, that is right',
    '👍',
    '👍🏽',
    'yes 👍',
    'sí',
    'ja',
    'sim',
    'oui',
  ].map((text): Row => [text, true]),
  ...[
    'no',
    'nope',
    'no thanks',
    'noooo',
    'not really',
    'I do not',
    'of course not',
    '👎',
    'nein danke',
    'não',
    'no gracias',
  ].map((text): Row => [text, false]),
  ...['yes but later', 'yes?', 'yeah no', 'maybe', 'yes I want the blue one', '❤️', 'no blue'].map(
    (text): Row => [text, no],
  ),
]);

table('address', [
  [
    '12 main st, springfield, il 62701',
    { lines: ['12 main st', 'springfield', 'il 62701'], postcode: '62701', city: 'springfield' },
  ],
  [
    '14 oak st, springfield il 62704',
    { lines: ['14 oak st', 'springfield il 62704'], postcode: '62704', city: 'springfield' },
  ],
  ['5 old oak rd, santa fe 87501', { lines: ['5 old oak rd', 'santa fe 87501'], postcode: '87501', city: 'santa fe' }],
  ['main street', { lines: ['main street'] }],
  ['Calle Mayor', { lines: ['Calle Mayor'] }],
  ['Hauptstraße, Berlin', { lines: ['Hauptstraße', 'Berlin'] }],
  ['in the wrong street', no],
  ['i want to talk to somebody', no],
  ['main street?', no],
  [
    '12 Main St, Springfield, IL 62704',
    { lines: ['12 Main St', 'Springfield', 'IL 62704'], postcode: '62704', city: 'Springfield' },
  ],
  [
    '12 Main St\nSpringfield IL 62704\nUSA',
    { lines: ['12 Main St', 'Springfield IL 62704', 'USA'], postcode: '62704', city: 'Springfield', country: 'US' },
  ],
  [
    'Hauptstr. 5, 10115 Berlin, Deutschland',
    { lines: ['Hauptstr. 5', '10115 Berlin', 'Deutschland'], postcode: '10115', city: 'Berlin', country: 'DE' },
  ],
  [
    '10 Downing Street, London SW1A 2AA, UK',
    { lines: ['10 Downing Street', 'London SW1A 2AA', 'UK'], postcode: 'SW1A 2AA', city: 'London', country: 'GB' },
  ],
  ['12345 Main St', { lines: ['12345 Main St'] }],
  ['hello there', no],
  ['5', no],
  ['do you ship to 12 Main St?', no],
]);

describe('reading a slot', () => {
  it('leaves products and orders to the shop', () => {
    expect([readSlot('product', 'coat', american), readSlot('order', '10234', american)]).toEqual([
      { result: 'needs-lookup' },
      { result: 'needs-lookup' },
    ]);
  });

  it('tells what stands beside the value, and counts courtesy as nothing', () => {
    expect(readSlot('quantity', 'two of the blue ones', american)).toEqual({
      result: 'value',
      value: 2,
      rest: 'of the blue ones',
    });
    expect(readSlot('date', 'tomorrow at 5pm', american)).toEqual({
      result: 'value',
      value: '2026-11-26',
      rest: 'at 5pm',
    });
    expect(readSlot('quantity', 'just two please', american)).toEqual({ result: 'value', value: 2 });
  });

  it('counts days in the shop’s time zone', () => {
    const late = { ...american, now: Date.parse('2026-11-25T23:30:00Z') };
    expect(read('date', 'today', { ...late, timeZone: 'Asia/Tokyo' })).toBe('2026-11-26');
    expect(read('date', 'today', { ...late, timeZone: 'America/Los_Angeles' })).toBe('2026-11-25');
  });

  it('survives a locale, zone, currency and country that do not exist', () => {
    const odd: SlotContext = { now: Number.NaN, timeZone: 'Mars/Base', locale: '??', currency: 'x', country: '' };
    expect(read('number', '1,5', odd)).toBe(1.5);
    expect(read('date', 'today', odd)).toBe(no);
    expect(read('date', 'today', { ...odd, now: american.now })).toBe('2026-11-25');
    expect(read('phone', '+12133734253', odd)).toBe('+12133734253');
    expect(read('money', '5', odd)).toEqual({ amount: 500, currency: 'x' });
  });
});

const fragment = fc.constantFrom(
  ...'1 2 10 , . / - € $ @ : \n a one two hundred half and dozen next friday dec in days ago the yes no not 24th ½ k + ( ) 👍 é ﬁ USD k'.split(
    ' ',
  ),
  ' ',
);
const hostile = fc.oneof(
  fc.string({ maxLength: 10_000, unit: 'binary' }),
  fc.array(fragment, { maxLength: 2_000 }).map((parts) => parts.join(' ')),
  fc.array(fragment, { maxLength: 2_000 }).map((parts) => parts.join('')),
);

table('number', [
  ['٢', 2, egyptian],
  ['२५', 25, indian],
  ['तीन', 3, indian],
  ['दो सौ पचास', 250, indian],
  ['teen', 3, indian],
  ['ثلاثة', 3, egyptian],
  ['خمسين', 50, egyptian],
]);

table('yes-no', [
  ['हाँ', true, indian],
  ['हां जी', true, indian],
  ['ठीक है', true, indian],
  ['haan ji', true, indian],
  ['नहीं', false, indian],
  ['nahi', false, indian],
  ['نعم', true, egyptian],
  ['تمام', true, egyptian],
  ['نعم من فضلك', true, egyptian],
  ['لا', false, egyptian],
  ['لا شكرا', false, egyptian],
  ['blz', true, brazilian],
  ['نعم لا', no, egyptian],
]);

table('date', [
  ['आज', '2026-11-25', indian],
  ['3 दिसंबर', '2026-12-03', indian],
  ['शुक्रवार', '2026-11-27', indian],
  ['غدا', '2026-11-26', egyptian],
  ['٣ ديسمبر', '2026-12-03', egyptian],
  ['الجمعة', '2026-11-27', egyptian],
  ['कल', no, indian],
]);

describe('every text whatever', () => {
  it('is read, left unread or left to a lookup by every reader', () => {
    const reached = new Map<string, number>();
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom(...slotTypes),
        fc.constantFrom(american, german, spanish, brazilian),
        (text, type, context) => {
          const { result } = readSlot(type, text, context);
          expect(['value', 'unreadable', 'needs-lookup']).toContain(result);
          reached.set(result, (reached.get(result) ?? 0) + 1);
        },
      ),
      { numRuns: 600 },
    );
    expect([...reached.keys()].sort()).toEqual(['needs-lookup', 'unreadable', 'value']);
  });

  it('within a tenth of a second, however it is made', () => {
    const units = [
      '1',
      '1 ',
      '1,',
      '111 ',
      'one ',
      'one hundred ',
      'a ',
      '@',
      'a@',
      'a.',
      '(',
      '-',
      ' ',
      ',',
      ', ',
      '.',
      '!',
      '24 ',
      'dec ',
      '1/',
      'no ',
      '+1',
      'é',
    ];
    for (const unit of units) {
      const text = `a${unit.repeat(Math.floor(1_990 / unit.length))}b`;
      const worked = startWork();
      for (const type of slotTypes) readSlot(type, text, american);
      expect(worked(), unit).toBeLessThan(100 * slotTypes.length);
    }
  });
});
