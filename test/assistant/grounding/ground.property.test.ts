import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/assistant/grounding/figures.ts';
import { fold } from '../../../src/assistant/grounding/fold.ts';
import { formatMoney } from '../../../src/catalog/format-money.ts';
import { judged, stops, usualFindings } from './found.ts';

const locales = [
  'en-US',
  'en-IN',
  'de-DE',
  'es-ES',
  'es-MX',
  'pt-BR',
  'hi-IN',
  'hi-IN-u-nu-deva',
  'ar-EG',
  'ar-EG-u-nu-arab',
  'ar-AE',
];
const frames = [
  (amount: string) => `{{p1.title}} costs ${amount}.`,
  (amount: string) => `Only ${amount}!`,
  (amount: string) => `{{p2.title}} kostet nur ${amount}, wirklich.`,
  (amount: string) => `Cuesta ${amount} en total.`,
  (amount: string) => `O preço é ${amount}.`,
  (amount: string) => `कीमत ${amount} है।`,
  (amount: string) => `السعر ${amount} فقط.`,
];

/** Amounts in whole units that something in the findings has. */
const known = new Set(
  [...usualFindings().facts.values()].flatMap(({ value }) => (typeof value === 'number' ? [value] : [])),
);

describe('an amount', () => {
  it('that no result has is stopped, in every script and way of writing', () => {
    let reached = 0;
    const locale = fc.constantFrom(...locales);
    const frame = fc.constantFrom(...frames);
    const currency = fc.constantFrom('USD', 'EUR', 'INR', 'BRL', 'GBP');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), locale, frame, currency, (cents, tag, write, code) => {
        fc.pre(!known.has(cents / 100));
        reached += 1;
        const text = write(formatMoney({ amount: cents, currency: code }, tag));
        expect(stops(text), text).not.toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(reached).toBeGreaterThan(300);
  });

  it('is read for what it is, however a language writes it', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 500_000_000 }), fc.constantFrom(...locales), (cents, tag) => {
        seen.add(tag);
        const text = formatMoney({ amount: cents, currency: 'EUR' }, tag);
        const [figure, ...more] = figuresIn(fold(text));
        expect(more, text).toEqual([]);
        expect(figure, text).toMatchObject({ kind: 'money' });
        expect(figure?.values, text).toContain(cents / 100);
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBe(locales.length);
  });

  it('in words that no result has is stopped', () => {
    let reached = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9_999 }),
        fc.constantFrom('dollars', 'euros', 'percent off', 'days', 'bucks'),
        (value, unit) => {
          fc.pre(!known.has(value));
          reached += 1;
          const text = `It is ${inEnglish(value)} ${unit}.`;
          expect(
            figuresIn(fold(text)).flatMap(({ values }) => values),
            text,
          ).toEqual([value]);
          expect(stops(text), text).not.toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
    expect(reached).toBeGreaterThan(250);
  });

  it('of one product is never said of another', () => {
    const products = ['p1', 'p2', 'p3'] as const;
    let others = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...products),
        fc.constantFrom(...products),
        fc.constantFrom('price', 'stock'),
        (named, owner, what) => {
          const held = stops(`{{${named}.title}}: {{${owner}.${what}}}.`);
          if (named !== owner) others += 1;
          expect(held.length === 0).toBe(named === owner);
        },
      ),
    );
    expect(others).toBeGreaterThan(20);
  });
});

describe('whatever a model writes', () => {
  const pieces = fc.constantFrom(
    '{{p1.title}}',
    '{{p1.price}}',
    '{{p2.stock}}',
    '{{',
    '}}',
    '{{p1',
    'free',
    '$',
    '5',
    '%',
    ' ',
    '\n',
    '"',
    'tomorrow',
    '\u202e',
    '\ue000',
    'a',
    'é',
    '५',
    '٥',
    '。',
    '½',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('is judged, and what holds has no handle and no mark left in it', () => {
    let held = 0;
    fc.assert(
      fc.property(text, (written) => {
        const result = judged(written);
        if (!result.holds) return;
        held += 1;
        expect(result.text).not.toMatch(/\{\{|\}\}|\p{Co}/u);
        expect(judged(written)).toEqual(result);
      }),
      { numRuns: 400 },
    );
    expect(held).toBeGreaterThan(10);
  });
});

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function inEnglish(value: number): string {
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${ones[value % 10]}`}`;
  const [size, word] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % size;
  return `${inEnglish(Math.floor(value / size))} ${word}${rest === 0 ? '' : ` and ${inEnglish(rest)}`}`;
}
