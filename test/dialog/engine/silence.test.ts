import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const main = `flow: main
about: x
starts on: [go]
steps:
  - { ask: Colour?, for: colour, if silent: { after: 10 minutes, then: [{ say: Still there? }, end] } }
  - { ask: Size?, for: size }
`;
const delivery = 'flow: delivery\nabout: x\nstarts on: [how much is delivery]\nsteps:\n  - say: It is free.\n';

function waiting() {
  const chat = converse(bookOf([main, delivery]));
  chat.say('go');
  return chat;
}

it('a question that may be met with silence asks to be woken', () => {
  expect(waiting().effects.at(-1)).toEqual({ type: 'wake', afterMs: 600_000, asked: 1 });
});

it('silence leads where the flow says', () => {
  const chat = waiting();
  expect(chat.silent(1)).toBe('Still there?');
  expect(chat.flows).toEqual([]);
});

it('silence after an answer has no effect, and is no turn', () => {
  const chat = waiting();
  chat.say('blue');
  const before = chat.state;
  expect(chat.silent(1)).toBe('');
  expect(chat.silent(2)).toBe('');
  expect(chat.state).toBe(before);
});

it('a question that is asked again asks to be woken again, and is still the same one', () => {
  const chat = waiting();
  expect(chat.say('how much is delivery')).toBe('It is free. / Colour?');
  expect(chat.effects.at(-1)).toEqual({ type: 'wake', afterMs: 600_000, asked: 1 });
  expect(chat.silent(1)).toBe('Still there?');
});

it('silence says nothing while a person holds the conversation', () => {
  const chat = waiting();
  chat.desk('take');
  expect(chat.silent(1)).toBe('');
  expect(chat.desk('give-back')).toBe('You are back with the shop’s assistant. / Colour?');
  expect(chat.effects.at(-1)).toMatchObject({ type: 'wake', asked: 1 });
});
