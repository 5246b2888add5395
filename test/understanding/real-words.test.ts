import { expect, it } from 'vitest';
import { createSpellingMender } from '../../src/understanding/spelling.ts';

const mend = createSpellingMender(['thank', 'right', 'cancel']);

it.each(['do you think so', 'how might i know', 'that thing'])('“%s” holds no misspelt word of a trigger', (text) => {
  expect(mend(text)).toBe(text);
});

it('a real slip is still mended', () => {
  expect(mend('thnak you cancle it')).toBe('thank you cancel it');
});
