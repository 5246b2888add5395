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

it('a handoff tells the shopper and the desk, and then nothing is answered', () => {
  const chat = shop();
  chat.say('go');
  expect(chat.say('red')).toBe('One moment.');
  expect(chat.effects.at(-1)).toEqual({ type: 'handoff', reason: 'Wants Red' });
  expect(chat.say('hello?')).toBe('');
  expect(chat.say('cancel')).toBe('');
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
