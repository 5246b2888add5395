import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesIn, inBrackets, newCode, readCode, withoutCode } from '../../src/growth/links/code.ts';

const code = fc.infiniteStream(fc.nat({ max: 1_000_000 })).map((numbers) => {
  return newCode((below) => (numbers.next().value ?? 0) % below);
});

describe('A code', () => {
  it('is read in whatever case it is typed, alone, after a hash, or in brackets', () => {
    fc.assert(
      fc.property(code, (one) => {
        for (const typed of [one, one.toLowerCase(), `#${one}`, ` [#${one}] `, `[# ${one.toLowerCase()} ]`]) {
          expect(readCode(typed)).toBe(one);
          expect(codesIn(typed)).toEqual([one]);
        }
      }),
    );
  });

  it('is found wherever it stands, and taken out without a trace', () => {
    const words = fc.stringMatching(/^[a-zA-Z äöü日本?!.,']{0,40}$/);
    fc.assert(
      fc.property(code, words, words, (one, before, after) => {
        const text = `${before} ${inBrackets(one)} ${after}`;
        expect(codesIn(text)).toEqual([one]);
        expect(withoutCode(text, one)).toBe(`${before} ${after}`.replace(/\s+/gu, ' ').trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('has a letter and a digit, so that no order number, hashtag or part of an address looks like one', () => {
    for (const text of ['#234567', '#SUMMER', 'order #102347', 'winter', 'WINTER', 'a#K7F3QX', '#K7F3QXY', '#K7F3Q']) {
      expect({ text, codes: codesIn(text) }).toEqual({ text, codes: [] });
    }
    expect(codesIn('https://shop.example/page#K7F3QX')).toEqual([]);
    expect(codesIn('see &#K7F3QX;')).toEqual([]);
  });

  it('has none of the letters that are taken for another', () => {
    fc.assert(fc.property(code, (one) => /^[2-9A-HJKMNP-TV-Z]{6}$/.test(one)));
  });

  it('of several is the first three, each once', () => {
    expect(codesIn('#K7F3QX [#A2B3C4] #k7f3qx #D5E6F7 #G8H9J2')).toEqual(['K7F3QX', 'A2B3C4', 'D5E6F7']);
    expect(withoutCode('#K7F3QX and [#A2B3C4]\nthanks', 'A2B3C4')).toBe('#K7F3QX and \nthanks');
  });

  it('is looked for in any text without ever throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const one of codesIn(text)) withoutCode(text, one);
      }),
      { numRuns: 10_000 },
    );
  });

  it('is looked for in no more time than reading takes, whatever somebody sends', () => {
    const spaces = ' '.repeat(200_000);
    for (const text of [`[${spaces}x`, `[#${spaces}x`, `#${spaces}x`, '[#'.repeat(100_000), '#K7F3Q'.repeat(50_000)]) {
      expect(codesIn(text)).toEqual([]);
      expect(withoutCode(text, 'K7F3QX').length).toBeLessThanOrEqual(text.length);
    }
  });
});
