import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractSlots } from '../../src/understanding/extract-slots.ts';
import type { WantedSlot } from '../../src/understanding/extracting/wanted-slot.ts';
import { choiceMeant } from '../../src/understanding/slots/choice-meant.ts';
import { readPersonName } from '../../src/understanding/slots/person-name.ts';

const context = {
  now: Date.parse('2026-11-25T12:00:00Z'),
  timeZone: 'UTC',
  locale: 'en-US',
  currency: 'USD',
  country: 'US',
};
const wanted: readonly WantedSlot[] = [
  { slot: 'count', type: 'quantity' },
  { slot: 'product', type: 'product' },
  { slot: 'where', type: 'address' },
  { slot: 'email', type: 'email' },
  { slot: 'phone', type: 'phone' },
  { slot: 'when', type: 'date' },
  { slot: 'name', type: 'text' },
  { slot: 'order', type: 'order' },
  { slot: 'size', type: 'choice', choices: ['S', 'M', 'L'] },
  { slot: 'budget', type: 'money' },
];
const extract = (text: string) => extractSlots(text, wanted, context);

describe('several answers in one message', () => {
  it.each([
    [
      '2 blue mugs to 12 Main Street, Springfield IL 62704, my mail is ana@example.com',
      { count: '2', product: 'blue mugs', where: '12 Main Street, Springfield IL 62704', email: 'ana@example.com' },
    ],
    [
      "I'd like two red shirts in medium, please ship to 5 Oak Ave, Austin TX 78701 by friday",
      { count: 'two', product: 'red shirts', size: 'M', where: '5 Oak Ave, Austin TX 78701', when: 'friday' },
    ],
    ['my name is Ana Díaz and my phone is 213 373 4253', { name: 'Ana Díaz', phone: '213 373 4253' }],
    ['order #W5744371, refund $20', { order: '#W5744371', budget: '$20' }],
    ['send it to Hauptstr. 5, 10115 Berlin', { where: 'Hauptstr. 5, 10115 Berlin' }],
    ['I want a coffee mug', { product: 'coffee mug' }],
    ['my name is Ana 213 373 4253', { name: 'Ana', phone: '213 373 4253' }],
    ['can it come by 1/2?', { when: '1/2' }],
    ['can it come 12/24?', { when: '12/24' }],
    ['it has to be there in a couple of days', { when: 'in a couple of days' }],
  ])('%s', (text, expected) => {
    expect(extract(text)).toEqual(expected);
  });

  it.each(['do you ship to alaska', 'hi', 'yes please', 'the 2nd one is nice?', ''])('are none in "%s"', (text) => {
    expect(extract(text)).toEqual({});
  });
});

it.each([
  'what about boots in size 9.5',
  'is there 24/7 support?',
  'can i get 1/2 kg of it?',
  'is it rated 4/5 stars?',
  'is it a 3.5 inch drive?',
  'does it take 3-4 days?',
])('no day is named in "%s"', (text) => {
  expect(extract(text)['when']).toBeUndefined();
});

it.each(['call me back tomorrow', 'call me on 213 373 4253', 'my name is on the parcel'])(
  'nobody’s name is in "%s"',
  (text) => {
    expect(extract(text)['name']).toBeUndefined();
  },
);

describe('a person’s name', () => {
  it.each([
    ['Ana', 'Ana'],
    ['my name is Ana Díaz', 'Ana Díaz'],
    ["I'm Peter", 'Peter'],
    ['Bob Smith please', 'Bob Smith'],
    ['Will Hunt', 'Will Hunt'],
    ['Mary Ann van der Berg', 'Mary Ann van der Berg'],
  ])('is read from "%s"', (text, name) => {
    expect(readPersonName(text)).toBe(name);
  });

  it.each(['i have no email', 'do you ship to alaska', 'why do you need it', 'no', 'ana@example.com', '12'])(
    'is not "%s"',
    (text) => {
      expect(readPersonName(text)).toBeNull();
    },
  );
});

it.each([
  ['medium', 'M'],
  ['in large', 'L'],
  ['azul', 'Blue'],
  ['blu', 'Blue'],
  ['huge', null],
  ['red', null],
])('"%s" means the choice %s', (text, choice) => {
  expect(choiceMeant(text, ['S', 'M', 'L', 'Blue', 'Red wine', 'Red apple'])).toBe(choice);
});

const piece = fc.constantFrom(
  ...'2 two blue mugs to 12 Main Street , Springfield IL 62704 my mail is ana@example.com name Ana order 10234 $20 friday 213 373 4253 yes ? medium'.split(
    ' ',
  ),
);

it('every word that was found was written, and fills one slot', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join(' ');
      const { size: _choice, ...slots } = extract(text);
      for (const words of Object.values(slots)) expect(text).toContain(words);
      found += Object.keys(slots).length;
    }),
    { numRuns: 150 },
  );
  expect(found).toBeGreaterThan(100);
});
