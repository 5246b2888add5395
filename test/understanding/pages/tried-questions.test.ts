import { describe, expect, it } from 'vitest';
import { isAnswer, readMessages, starterPassages } from '../../../evaluation/pages/page-questions.ts';
import { createPages } from '../../../src/understanding/pages/create-pages.ts';

const tried = await readMessages('tried');
const pages = createPages(await starterPassages());
const answered = tried.filter(({ answer }) => answer !== null);
const others = tried.filter(({ answer }) => answer === null);

describe('what somebody who tried the starter pages typed', () => {
  it.each(answered)('“$text” is answered with $answer.heading', (message) => {
    const [best] = pages.find(message.text);
    expect(best && isAnswer(best.passage, message)).toBe(true);
  });

  it.each(others)('“$text” is answered by no page', ({ text }) => {
    expect(pages.find(text)).toEqual([]);
  });
});
