import { expect, it } from 'vitest';
import type { Json } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { converse, refused, returned } from './converse.ts';

function asking(question: string) {
  const chat = converse(
    bookOf([
      `flow: main\nabout: x\nstarts on: [go]\nsteps:\n  - { ask: "Q?", for: a, ${question} }\n  - { ask: Next?, for: next }`,
    ]),
    {
      actions: {
        'lookup.product': ({ text }) => (text === 'mug' ? returned({ value: { id: 'mug' } }) : refused('none')),
      },
    },
  );
  chat.say('go');
  return chat;
}

const read: readonly (readonly [type: string, text: string, value: Json, unreadable: string | null])[] = [
  ['text', ' Bob ', 'Bob', null],
  ['number', '2.5', 2.5, 'many'],
  ['quantity', 'two', 2, 'none of it'],
  ['money', '$12.50', { amount: 1250, currency: 'USD' }, 'cheap'],
  ['email', 'bob@example.com', 'bob@example.com', 'bob'],
  ['phone', '(212) 555-2368', '+12125552368', 'call me'],
  ['date', '2027-03-04', '2027-03-04', 'some day'],
  ['yes-no', 'yes please', true, 'maybe'],
  ['product', 'mug', { id: 'mug' }, 'nothing such'],
];

it.each(read)('reads an answer of type %s', (type, text, value, unreadable) => {
  const chat = asking(`type: ${type}`);
  if (unreadable !== null) expect(chat.say(unreadable)).toBe('Sorry, I did not get that. Q?');
  expect(chat.say(text)).toBe('Next?');
  expect(chat.slots['a']).toEqual(value);
});

it('reads an address', () => {
  const chat = asking('type: address');
  expect(chat.say('5 Main Street, New York, NY 10001')).toBe('Next?');
  expect(chat.slots['a']).toMatchObject({ lines: ['5 Main Street', 'New York', 'NY 10001'] });
});

it('takes one of the choices and nothing else for a choice', () => {
  const chat = asking('type: choice, choices: [Red, Blue]');
  expect(chat.say('green')).toBe('Sorry, I did not get that. Q? [1 Red, 2 Blue]');
  expect(chat.say('blue')).toBe('Next?');
  expect(chat.slots['a']).toBe('Blue');
});

it('takes suggestions as the type that was asked for, and other answers too', () => {
  const pressed = asking('type: quantity, choices: ["1", "12"]');
  expect(pressed.say('12')).toBe('Next?');
  expect(pressed.slots['a']).toBe(12);
  const typed = asking('type: quantity, choices: ["1", "12"]');
  typed.say('five');
  expect(typed.slots['a']).toBe(5);
});

it('says the merchant’s retry text, counts attempts, and takes the way out', () => {
  const chat = asking('type: number, sorry: A number please., attempts: 2, otherwise: [{ say: Later then. }, end]');
  expect(chat.say('many')).toBe('A number please.');
  expect(chat.notes).toEqual(['NOT_UNDERSTOOD']);
  expect(chat.say('lots')).toBe('Later then.');
  expect(chat.notes).toEqual(['NOT_UNDERSTOOD', 'GAVE_UP']);
  expect(chat.flows).toEqual([]);
});

it('offers a person where there is no way out, and ends the flow', () => {
  const chat = asking('type: number, attempts: 1');
  expect(chat.say('many')).toBe('I am sorry, I cannot make it out. A person can help you. [1 Talk to a person]');
  expect(chat.flows).toEqual([]);
  expect(chat.say('1')).toBe('A person will answer you here.');
  expect(chat.state.handoffSince).not.toBeNull();
});

it('counts attempts anew at the next question', () => {
  const book = bookOf([
    'flow: main\nabout: x\nstarts on: [go]\nsteps:\n  - { ask: A?, for: a, type: number, attempts: 2 }\n  - { ask: B?, for: b, type: number, attempts: 2 }',
  ]);
  const chat = converse(book);
  for (const text of ['go', 'x', '1']) chat.say(text);
  expect(chat.say('x')).toBe('Sorry, I did not get that. B?');
});

it('gives up what ran the flow that is given up', () => {
  const part = 'flow: part\nabout: x\nsteps:\n  - { ask: N?, for: n, type: number, attempts: 1 }';
  const main = 'flow: main\nabout: x\nstarts on: [go]\nsteps:\n  - run: part\n  - say: went on without it';
  const chat = converse(bookOf([main, part]));
  chat.say('go');
  expect(chat.say('x')).toMatch(/^I am sorry/);
  expect(chat.messages).toHaveLength(1);
  expect(chat.flows).toEqual([]);
});

it('takes an answer with words to spare unless they are likelier to start a flow', () => {
  const parcel =
    'flow: parcel\nabout: x\nstarts on: [where is my parcel, "track order {n}"]\nsteps:\n  - say: On its way.';
  const main =
    'flow: main\nabout: x\nstarts on: [go]\nsteps:\n  - { ask: Many?, for: a, type: quantity }\n  - { ask: Next?, for: next }';
  const chat = converse(bookOf([main, parcel]));
  chat.say('go');
  expect(chat.say('where is my parcel 12')).toBe('On its way. / Many?');
  expect(chat.say('track order 77')).toBe('On its way. / Many?');
  expect(chat.say('2 red shoes')).toBe('Next?');
  expect(chat.slots['a']).toBe(2);
});
