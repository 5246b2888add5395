import { expect, it } from 'vitest';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { converse, failed, refused, returned } from './converse.ts';

const buy = `flow: buy
about: x
starts on: ["buy the {product}", buy something]
steps:
  - { ask: Which product?, for: product, type: product, sorry: No such thing., attempts: 2, if silent: { after: 1 minute, then: [{ say: Still there? }, end] } }
  - say: "Bought {{ product.title }}."
`;
const delivery =
  'flow: delivery\nabout: x\nstarts on: [how much is the delivery of it]\nsteps:\n  - say: It is free.\n';

function shop(lookup: (input: JsonObject) => Outcome, more = '') {
  const inputs: JsonObject[] = [];
  const book = bookOf([buy, delivery, ...(more === '' ? [] : [more])]);
  const actions = {
    'lookup.product': (input: JsonObject) => {
      inputs.push(input);
      return lookup(input);
    },
  };
  return { chat: converse(book, { actions }), inputs };
}

const one = (input: JsonObject) => returned({ value: { id: 'mug', title: `Mug ${input['text']}` } });
const several = refused('several', { choices: [{ id: 'a', label: 'Blue Mug' }, { id: 'b', label: 'Red Mug' }, 7] });

it('one product that fits the trigger’s words is taken without a question', () => {
  expect(shop(one).chat.say('buy the blue mug')).toBe('Bought Mug blue mug.');
});

it('of several that fit, one is picked, and looked up by its id', () => {
  const { chat, inputs } = shop((input) => (input['text'] === 'b' ? one(input) : several));
  expect(chat.say('buy the mug')).toBe('What do you mean? [1 Blue Mug, 2 Red Mug]');
  expect(chat.effects.at(-1)).toMatchObject({ type: 'wake', afterMs: 60_000 });
  expect(chat.say('the red one')).toBe('Bought Mug b.');
  expect(inputs).toEqual([{ text: 'mug' }, { text: 'b' }]);
});

it('none that fits is said in the merchant’s words, and asked again until the way out', () => {
  const { chat } = shop(() => refused('none'));
  expect(chat.say('buy the mug')).toBe('No such thing.');
  expect(chat.say('cup')).toMatch(/^I am sorry, I cannot make it out/);
});

it('what no product fits may be meant for another flow', () => {
  const { chat } = shop(() => refused('none'));
  chat.say('buy something');
  expect(chat.say('and how much is the delivery of it')).toBe('It is free. / Which product?');
  expect(chat.say('nothing like this')).toBe('No such thing.');
});

it('a lookup that fails is told, and the next words are heard as the answer', () => {
  let works = false;
  const { chat } = shop((input) => (works ? one(input) : failed));
  expect(chat.say('buy the mug')).toMatch(/^Sorry, that did not work just now/);
  expect(chat.notes).toEqual(['ACTION_FAILED']);
  works = true;
  expect(chat.say('mug')).toBe('Bought Mug mug.');
});

it('a lookup is told what was found last, and a correction without its “no”', () => {
  const seen = 'flow: seen\nabout: x\nstarts on: [look around]\nsteps:\n  - set: { memory.found: [1, 2] }\n';
  const { chat, inputs } = shop(one, seen);
  chat.say('look around');
  chat.say('buy something');
  chat.say('no, the red mug');
  expect(inputs).toEqual([{ text: 'the red mug', among: [1, 2] }]);
});

it('a suggested order is looked up by its id', () => {
  const track = `flow: track
about: x
starts on: [track it]
steps:
  - { ask: Which?, for: order, type: order, choices: "{{ customer.recent_orders }}" }
  - say: "Order {{ order.id }}."
`;
  const chat = converse(bookOf([track]), {
    actions: {
      'facts.customer': () => returned({ recent_orders: [{ id: 'o-77', label: 'Yesterday’s' }] }),
      'lookup.order': ({ text }) => returned({ value: { id: text ?? null } }),
    },
  });
  expect(chat.say('track it')).toBe('Which? [1 Yesterday’s]');
  expect(chat.say('1')).toBe('Order o-77.');
});
