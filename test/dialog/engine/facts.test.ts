import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { type Actions, converse, failed, returned } from './converse.ts';

const cartThen = `flow: main
about: x
starts on: [go]
steps:
  - say: "{{ customer.name }} has {{ cart.count }}."
  - say: "Still {{ cart.count }}."
  - do: buy
  - say: "Now {{ cart.count }}."
  - { ask: "{{ customer.name }}, how many beside {{ cart.count }}?", for: many, type: quantity }
  - say: "{{ many }}"
`;

function shop(more: Actions = {}) {
  let count = 1;
  const loads: string[] = [];
  const load = (name: string, value: () => ReturnType<typeof returned>) => () => {
    loads.push(name);
    return value();
  };
  const chat = converse(bookOf([cartThen]), {
    actions: {
      'facts.customer': load('customer', () => returned({ name: 'Ann' })),
      'facts.cart': load('cart', () => returned({ count })),
      buy: () => {
        count += 1;
        return returned({});
      },
      ...more,
    },
  });
  return { chat, loads };
}

it('facts are loaded once a turn, and again after something was changed', () => {
  const { chat, loads } = shop();
  expect(chat.say('go')).toBe('Ann has 1. / Still 1. / Now 2. / Ann, how many beside 2?');
  expect(loads).toEqual(['customer', 'cart', 'cart', 'customer']);
});

it('an answer to a question that needs two facts is not lost while they are loaded', () => {
  const { chat, loads } = shop();
  chat.say('go');
  loads.length = 0;
  expect(chat.say('7')).toBe('7');
  expect(loads).toEqual(['customer', 'cart']);
});

it('a press and a place are not lost while facts are loaded', () => {
  const pick =
    'flow: main\nabout: x\nstarts on: [go]\nsteps:\n  - choose: "{{ cart.count }} {{ customer.name }}?"\n    from: ["Yes": continue]\n  - { ask: "Where, {{ customer.name }} {{ cart.count }}?", for: place }\n  - say: "{{ place }}"\n';
  const chat = converse(bookOf([pick]), {
    actions: { 'facts.customer': () => returned({ name: 'Ann' }), 'facts.cart': () => returned({ count: 1 }) },
  });
  expect(chat.say('go')).toBe('1 Ann? [1 Yes]');
  expect(chat.pressLabel('Yes')).toBe('Where, Ann 1?');
  expect(chat.hear({ type: 'location', latitude: 52.5, longitude: 13.4 })).toBe('52.5, 13.4');
});

it('without its facts a text is shorter, and the failure is noted', () => {
  const { chat } = shop({ 'facts.customer': () => failed });
  expect(chat.say('go')).toContain(' has 1. / Still 1.');
  expect(chat.notes).toContain('ACTION_FAILED');
});

it('nothing that is known of a turn stays in the state after it', () => {
  const { chat } = shop();
  chat.say('go');
  expect(chat.state.awaiting).toBeNull();
  expect(JSON.stringify(chat.state)).not.toContain('Ann');
});

it('a result that nobody waits for changes nothing', () => {
  const { chat } = shop();
  chat.say('go');
  const before = chat.state;
  expect(chat.hear({ type: 'result', effect: 3, outcome: returned({}) })).toBe('');
  expect(chat.state).toBe(before);
});
