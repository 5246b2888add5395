import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const main = `flow: main
about: x
starts on: [go]
steps:
  - { ask: Colour?, for: colour, type: choice, choices: [Red, Blue] }
  - handoff: { say: One moment., reason: "Wants {{ colour }}" }
  - say: You were helped.
`;

function shop() {
  return converse(bookOf([main]));
}

const passedOn = 'I have passed that on. Write “back” to go on with the shop.';

it('a handoff tells the shopper and the desk, then once that it is passed on, and then nothing is answered', () => {
  const chat = shop();
  chat.say('go');
  expect(chat.say('red')).toBe('One moment.');
  expect(chat.effects.at(-1)).toEqual({ type: 'handoff', reason: 'Wants Red' });
  expect(chat.say('hello?')).toBe(passedOn);
  expect(chat.say('anybody there?')).toBe('');
  expect(chat.press('1.blue')).toBe('');
  expect(chat.open()).toBe('');
});

it('given back, the flow goes on after the handoff', () => {
  const chat = shop();
  for (const text of ['go', 'red']) chat.say(text);
  expect(chat.desk('give-back')).toBe('You are back with the shop’s assistant. / You were helped.');
  expect(chat.state.handoffSince).toBeNull();
});

it('a person may take a conversation in the middle of a question, and answer in it', () => {
  const chat = shop();
  chat.say('go');
  expect(chat.desk('take')).toBe('');
  expect(chat.desk('take')).toBe('');
  expect(chat.desk({ say: 'Hello, Kim here.' })).toBe('Hello, Kim here.');
  expect(chat.say('red')).toBe('');
  expect(chat.desk('give-back')).toMatch(/Colour\? \[1 Red, 2 Blue\]$/);
  expect(chat.say('red')).toBe('One moment.');
});

it('giving back what nobody holds has no effect', () => {
  expect(shop().desk('give-back')).toBe('');
});

it('a person may write without taking the conversation', () => {
  const chat = shop();
  chat.say('go');
  expect(chat.desk({ say: 'Kim here.' })).toBe('Kim here.');
  expect(chat.say('red')).toBe('One moment.');
});

it('while nobody has written, going back leads on with the shop, and so does giving up', () => {
  for (const words of ['back', 'Zurück', 'nevermind', 'رجوع']) {
    const chat = shop();
    for (const text of ['go', 'red', 'my lamp is broken']) chat.say(text);
    expect(chat.say(words)).toBe('You are back with the shop’s assistant. / You were helped.');
    expect(chat.state).toMatchObject({ handoffSince: null });
    expect(chat.state.desk).toBeUndefined();
  }
});

it('starting over leads back, whoever has written', () => {
  const chat = shop();
  for (const text of ['go', 'red']) chat.say(text);
  chat.desk({ say: 'Kim here.' });
  expect(chat.say('start over')).toBe('Let us start again.');
  expect(chat.state.handoffSince).toBeNull();
});

it('to a person who has written “never mind” may be said, and nothing comes between', () => {
  const chat = shop();
  for (const text of ['go', 'red']) chat.say(text);
  chat.desk({ say: 'Kim here.' });
  expect(chat.say('thanks Kim')).toBe('');
  expect(chat.say('never mind')).toBe('');
  expect(chat.say('ok nevermind go')).toBe('');
  expect(chat.say('back to the shop')).toMatch(/^You are back/);
});

it('a wish after giving up is heard at once', () => {
  const chat = shop();
  for (const text of ['go', 'red']) chat.say(text);
  expect(chat.say('ok nevermind go')).toBe('Colour? [1 Red, 2 Blue]');
  expect(chat.state.handoffSince).toBeNull();
});

it('is said again after ten minutes that it is passed on', () => {
  const chat = shop();
  for (const text of ['go', 'red']) chat.say(text);
  const at = 1_800_000_000_000;
  const heard = (minutes: number, state = chat.state) =>
    converse(bookOf([main]), { state, at: at + minutes * 60_000 }).say('hello?');
  expect(heard(0)).toBe(passedOn);
  chat.say('hello?');
  expect(heard(9)).toBe('');
  expect(heard(10)).toBe(passedOn);
});

it('an ordinal never presses a button that calls a person; its number and its words do', () => {
  const nothing = `flow: nothing
about: x
starts on: [look]
steps:
  - choose: Nothing found.
    from:
      - Look around: { say: Around. }
      - Talk to a person: { go to: main }
`;
  for (const [words, calls] of [
    ['the 2nd one', false],
    ['2', true],
    ['talk to a person', true],
  ] as const) {
    const chat = converse(bookOf([nothing, main.replace('[go]', '[go there]')]));
    chat.say('look');
    expect(chat.say(words).startsWith('Colour?')).toBe(calls);
  }
});
