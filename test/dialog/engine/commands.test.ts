import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const shirt = `flow: shirt
about: Sell a shirt.
starts on: [i want a shirt]
steps:
  - { ask: Name?, for: who }
  - choose: Ready?
    from: [{ Order: end }, { Help: [{ say: Shirts need no help. }] }]
`;
const welcome = 'flow: welcome\nabout: x\nstarts on: [{ when: first message }, hello]\nsteps:\n  - say: Welcome.\n';
const unsubscribe = 'flow: unsubscribe\nabout: x\nsteps:\n  - say: No news any more.\n';
const person = 'flow: person\nabout: x\nsteps:\n  - say: Fetching one.\n  - handoff: Here soon.\n';
const help = 'flow: help\nabout: x\nsteps:\n  - say: Own help.\n';

const plain = bookOf([shirt, welcome]);
const own = bookOf([shirt, welcome, unsubscribe, person, help]);

it('starts over at any question, with the welcome', () => {
  const chat = converse(plain);
  chat.say('i want a shirt');
  expect(chat.say('start over')).toBe('Let us start again. / Welcome.');
  expect(chat.flows).toEqual([]);
});

it('helps at any question, and asks it again', () => {
  const chat = converse(plain);
  chat.say('i want a shirt');
  expect(chat.say('help')).toMatch(/^Write what you are looking for.* \/ Name\?$/);
});

it('calls a person at any question', () => {
  const chat = converse(plain);
  chat.say('i want a shirt');
  expect(chat.say('talk to a person')).toBe('A person will answer you here.');
  expect(chat.effects.at(-1)).toEqual({ type: 'handoff', reason: '' });
});

it('obeys at the first message', () => {
  expect(converse(plain).say('help')).toMatch(/^Write what/);
  expect(converse(plain).say('start over')).toBe('Let us start again. / Welcome.');
  expect(converse(plain).say('stop')).toMatch(/^There is nothing to stop/);
  expect(converse(plain).say('human please')).toBe('A person will answer you here.');
});

it('leads to the shop’s own flows for help, a person and stop, and comes back', () => {
  const chat = converse(own);
  chat.say('i want a shirt');
  expect(chat.say('help')).toBe('Own help. / Name?');
  expect(chat.say('stop')).toBe('No news any more. / Name?');
  expect(chat.say('talk to a person')).toBe('Fetching one. / Here soon.');
});

it('takes an option for what it is named, even after a command', () => {
  const chat = converse(own);
  chat.say('i want a shirt');
  chat.say('Bob');
  expect(chat.say('help')).toBe('Shirts need no help.');
});

it('obeys once the option of that name is gone', () => {
  const chat = converse(own);
  for (const text of ['i want a shirt', 'Bob', 'order']) chat.say(text);
  expect(chat.say('help')).toBe('Own help.');
});

it('stopping a flow goes by the shop’s own flow for that, also where it runs another', () => {
  const buying = 'flow: buying\nabout: x\nstarts on: [buy]\nsteps:\n  - { run: part }\n  - say: Bought.\n';
  const part = 'flow: part\nabout: x\nsteps:\n  - { ask: Name?, for: name }\n';
  const stopBuying =
    'flow: stop-buying\nabout: x\nstarts on: [do not buy]\ncomes back: no\nsteps:\n  - say: Not bought.\n';
  const chat = converse(bookOf([buying, part, stopBuying]));
  expect(chat.say('buy')).toBe('Name?');
  expect(chat.say('cancel')).toBe('Not bought.');
  expect(chat.flows).toEqual([]);
  expect(chat.say('cancel')).toMatch(/^There is nothing to stop/);
});
