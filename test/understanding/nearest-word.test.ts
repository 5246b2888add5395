import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestWord } from '../../src/understanding/nearest-word.ts';

describe('the nearest word', () => {
  it.each([
    ['stpes', ['say', 'steps'], 'steps'],
    ['sya', ['set', 'say', 'ask'], 'say'],
    ['quantiy', ['quality', 'quantity'], 'quantity'],
    ['quant', ['quantity'], 'quantity'],
    ['starts_on', ['steps', 'starts on'], 'starts on'],
    ['SAY', ['say'], 'say'],
    ['cart.ad', ['cart.add', 'cart.remove'], 'cart.add'],
  ] as const)('of "%s" in %j is "%s"', (word, candidates, nearest) => {
    expect(nearestWord(word, candidates)).toBe(nearest);
  });

  it.each([
    ['zebra', ['say', 'ask']],
    ['x', ['y']],
    ['', ['say']],
    ['say', []],
  ] as const)('of "%s" in %j is none', (word, candidates) => {
    expect(nearestWord(word, candidates)).toBeNull();
  });

  it('is a candidate itself, which is its own nearest word', () => {
    const candidates = ['steps', 'starts on', 'about', 'flow'];
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (word) => {
        expect([null, ...candidates]).toContain(nearestWord(word, candidates));
      }),
    );
    expect(candidates.map((word) => nearestWord(word, candidates))).toEqual(candidates);
  });
});
