import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorrection } from '../../src/understanding/correction.ts';
import { startWork } from '../work-time.ts';

const corrections: readonly (readonly [locale: string, text: string, rest: string])[] = [
  ['en', 'no, blue', 'blue'],
  ['en', 'No - Blue', 'Blue'],
  ['en', 'actually 3', '3'],
  ['en', 'I meant the red one', 'the red one'],
  ['en', 'no I meant blue', 'blue'],
  ['en', 'No, wait, I meant size 9', 'size 9'],
  ['en', 'not M, L', 'L'],
  ['en', 'not M but L', 'L'],
  ['en', 'make it two', 'two'],
  ['en', 'sorry, 12 Main St', '12 Main St'],
  ['en', 'the red one instead', 'the red one'],
  ['en', 'actually yes', 'yes'],
  ['en', 'no, not that one, the blue one', 'the blue one'],
  ['es', 'no, azul', 'azul'],
  ['es', 'quise decir rojo', 'rojo'],
  ['de', 'nein, blau', 'blau'],
  ['de', 'nicht M, sondern L', 'L'],
  ['pt', 'na verdade 3', '3'],
  ['pt', 'não, azul', 'azul'],
  ['hi', 'नहीं, नीला', 'नीला'],
  ['hi', 'मेरा मतलब 3 था', '3 था'],
  ['hi', 'nahi, size L', 'size L'],
  ['ar', 'لا، الأزرق', 'الأزرق'],
  ['ar', 'أقصد مقاس L', 'مقاس L'],
  ['ar', 'اقصد 3 من فضلك', '3'],
];

const none = [
  'no',
  'No.',
  'no thanks',
  'no, thanks',
  'no, no',
  'no problem',
  'no blue',
  'not sure',
  'sorry, what?',
  "sorry, I don't know",
  'wait',
  'no, never mind',
  'actually cancel',
  'make it stop',
  'blue',
  'actually',
  '',
];

describe('a correction', () => {
  it.each(corrections)('in %s "%s" says "%s"', (locale, text, rest) => {
    expect(readCorrection(text, locale)).toEqual({ rest });
  });

  it.each(none)('is not "%s"', (text) => {
    expect(readCorrection(text, 'en')).toBeNull();
  });

  it('gives back a part of what was written, for any text', () => {
    let corrected = 0;
    const openings = fc.constantFrom('no, ', 'actually ', 'not M, ', 'sorry, ', '');
    fc.assert(
      fc.property(openings, fc.string({ maxLength: 10_000, unit: 'binary' }), (opening, tail) => {
        const correction = readCorrection(opening + tail, 'en');
        if (correction === null) return;
        corrected += 1;
        expect(opening + tail).toContain(correction.rest);
      }),
      { numRuns: 500 },
    );
    expect(corrected).toBeGreaterThan(20);
  });

  it('takes no longer for a text made to be slow', () => {
    const worked = startWork();
    for (const unit of [' ', ', ', 'no, ', 'not ', 'not a', '-', 'instead '])
      readCorrection(`no${unit.repeat(1_990 / unit.length)}`, 'en');
    expect(worked()).toBeLessThan(500);
  });
});
