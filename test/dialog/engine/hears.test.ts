import { expect, it } from 'vitest';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { converse, failed, refused, returned } from './converse.ts';

const order = `flow: order
about: x
starts on: [order]
steps:
  - choose: Shall I order it?
    from:
      - "Yes, order it": [{ say: Ordered. }, end]
      - Not now: end
    hears:
      - { do: find, with: { text: "{{ said }}" }, as: heard }
      - { say: "Now {{ heard.way }}." }
      - { go to: order }
`;
const name = `flow: name
about: x
starts on: [name]
steps:
  - ask: Your name?
    for: name
    sorry: No name.
    hears:
      - { do: find, with: { text: "{{ said }}" }, as: heard }
  - say: "Hello {{ heard.way }}."
`;
const delivery = 'flow: delivery\nabout: x\nstarts on: [how much is delivery]\nsteps:\n  - say: It is free.\n';

function shop(read: (input: JsonObject) => Outcome) {
  const inputs: JsonObject[] = [];
  const find = (input: JsonObject) => {
    inputs.push(input);
    return read(input);
  };
  return { chat: converse(bookOf([order, name, delivery]), { actions: { find } }), inputs };
}

const express = (input: JsonObject) => (input['text'] === 'express' ? returned({ way: 'express' }) : refused('none'));

it('the question’s own action reads what is none of the choices', () => {
  const { chat, inputs } = shop(express);
  chat.say('order');
  expect(chat.say('express')).toBe('Now express. / Shall I order it? [1 Yes, order it, 2 Not now]');
  expect(chat.say('yes')).toBe('Ordered.');
  expect(inputs).toEqual([{ text: 'express' }]);
});

it('what the action refuses, or fails to read, means something else', () => {
  for (const outcome of [refused('none'), failed]) {
    const { chat } = shop(() => outcome);
    chat.say('order');
    expect(chat.say('how much is delivery')).toBe('It is free. / Shall I order it? [1 Yes, order it, 2 Not now]');
  }
});

it('words that the action refuses are no answer to a question for any words', () => {
  const { chat } = shop((input) => (input['text'] === 'Ada' ? returned({ way: 'Ada' }) : refused('none')));
  chat.say('name');
  expect(chat.say('12345')).toBe('No name.');
  expect(chat.say('how much is delivery')).toBe('It is free. / Your name?');
  expect(chat.say('Ada')).toBe('Hello Ada.');
});

it('a yes with the wish that the question is of is a yes', () => {
  const { chat, inputs } = shop(() => refused('none'));
  chat.say('order');
  expect(chat.say('yes, order')).toBe('Ordered.');
  expect(inputs).toEqual([]);
});
