import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const track =
  'flow: track\nabout: x\nstarts on: [where is my order]\nsteps:\n  - ask: Which order?\n    for: number\n    type: number\n  - say: "Order {{ number }} is on its way."\n';
const find = 'flow: find\nabout: x\nstarts on: [{ when: anything else }]\nsteps:\n  - say: Searching.\n';
const upset =
  'flow: upset\nabout: x\nstarts on: [{ when: the shopper is upset }]\nsteps:\n  - choose: I am sorry.\n    from:\n      - Talk to a person: end\n      - Go on: end\n';
const anger = 'YOU THIEVES!!! this is a scam, such a shameless fraud!!!';

it('how a text sounds is told with it, and a text that says nothing of it is not', () => {
  const chat = converse(bookOf([track, find]));
  chat.say('this is wonderful, i love it');
  expect(chat.effects.find(({ type }) => type === 'mood')).toMatchObject({ flow: null, product: null });
  expect(chat.state.mood?.trend).toBeGreaterThan(0);
  const before = chat.state.mood;
  chat.say('xqz 17');
  expect(chat.effects.some(({ type }) => type === 'mood')).toBe(false);
  expect(chat.state.mood).toEqual(before);
});

it('somebody angry is answered first, and then offered a person, once', () => {
  const chat = converse(bookOf([track, find, upset]));
  expect(chat.say('horrible crap ripoff lamp!!! AWFUL')).toMatch(
    /^Searching\. \/ I am sorry\. \[.*Talk to a person.*Go on\]$/,
  );
  chat.pressLabel('Go on');
  expect(chat.say(anger)).not.toMatch(/I am sorry/);
});

it('what is nothing but anger is not searched for', () => {
  expect(converse(bookOf([track, find, upset])).say(anger)).toMatch(/^I am sorry\. \[/);
});

it('the next day they may be offered one again', () => {
  const book = bookOf([track, find, upset]);
  const chat = converse(book);
  chat.say(anger);
  const later = converse(book, { state: chat.state, at: 1_800_000_000_000 + 24 * 3_600_000 });
  expect(later.say(anger)).toMatch(/I am sorry/);
});

it('a shop without a flow for it goes on as ever', () => {
  expect(converse(bookOf([track, find])).say(anger)).toBe('Searching.');
});

it('of two questions of one turn each can be answered by its own buttons', () => {
  const menu =
    'flow: menu\nabout: x\nstarts on: [{ when: anything else }]\nsteps:\n  - choose: Which?\n    from:\n      - Mugs: [{ say: Mugs! }]\n      - Cups: [{ say: Cups! }]\n';
  const chat = converse(bookOf([menu, upset]));
  expect(chat.say('horrible crap ripoff lamp!!! AWFUL')).toBe(
    'Which? [1 Mugs, 2 Cups] / I am sorry. [3 Talk to a person, 4 Go on]',
  );
  expect(chat.pressLabel('Cups')).toBe('Cups!');
  expect(chat.flows).toEqual([]);
});
