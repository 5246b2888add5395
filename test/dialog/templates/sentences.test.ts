import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstSentences } from '../../../src/dialog/templates/sentences.ts';

it('a text that has room stays as it is', () => {
  expect(firstSentences('One. Two.', 9, 'en')).toBe('One. Two.');
});

it('a longer one ends with a whole sentence or line', () => {
  expect(firstSentences('It costs $4.90. It is free from $50 on.', 20, 'en')).toBe('It costs $4.90.');
  expect(firstSentences('Two ways:\n• one\n• two', 16, 'en')).toBe('Two ways:\n• one');
  expect(firstSentences('यह पहला है। यह दूसरा है।', 14, 'hi')).toBe('यह पहला है।');
});

it('a first sentence without room is cut with an ellipsis', () => {
  expect(firstSentences('This sentence has no room at all.', 10, 'en')).toBe('This sent…');
});

it('what is left is the beginning of the text, and has room', () => {
  let cut = 0;
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 80, size: 'max' }),
      fc.integer({ min: 1, max: 60 }),
      (text, max) => {
        const first = firstSentences(text, max, 'en');
        cut += Number(first !== text);
        return first.length <= max && text.startsWith(first.replace(/…$/u, ''));
      },
    ),
    { numRuns: 300 },
  );
  expect(cut).toBeGreaterThan(50);
});
