import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { converse, failed, refused, returned } from './converse.ts';

const track =
  'flow: track\nabout: Say where an order is.\nstarts on: ["track order {number}"]\nsteps:\n  - ask: Which order?\n    for: number\n    type: number\n  - say: "Order {{ number }} is on its way."\n';
const order = `flow: order
about: Take an order.
starts on: [i want to order]
steps:
  - { ask: How many?, for: count, type: quantity }
  - { ask: Your e-mail?, for: mail, type: email }
  - say: "{{ count }} for {{ mail }}."
`;
const answer = `flow: answer
about: x
starts on: [{ when: the assistant answers }]
steps:
  - if: products.size > 0
    then: [{ say: "{{ text }}", products: "{{ products }}" }]
    else: [{ say: "{{ text }}" }]
`;
const find = `flow: find
about: x
starts on: [{ when: anything else }]
steps:
  - say: "Searching {{ text }}."
`;
const paid = 'flow: paid\nabout: x\nstarts on: [{ news: "paid {order}" }]\nsteps:\n  - say: Paid!\n';
const mug = { id: 'mug', title: 'Blue Mug', price: { amount: 900, currency: 'USD' }, in_stock: true };

function ask(told: (input: JsonObject) => Outcome, flows: readonly string[] = [track, order, answer, find, paid]) {
  const inputs: JsonObject[] = [];
  const book = bookOf(flows, { assistant: true });
  const actions = {
    'assistant.ask': (input: JsonObject) => {
      inputs.push(input);
      return told(input);
    },
  };
  return { chat: converse(book, { actions }), inputs };
}

function tells(commands: readonly JsonObject[], text = '', products: readonly JsonObject[] = []): () => Outcome {
  return () => returned({ commands, text, products });
}

const start = (flow: string, slots: JsonObject = {}): JsonObject => ({ command: 'start-flow', flow, slots });

describe('the assistant is asked', () => {
  it('with what was said, what is open and what was thought of', () => {
    const { chat, inputs } = ask(tells([{ command: 'answer' }], 'They do.'));
    chat.say('i want to order');
    expect(chat.say('do these break in the dishwasher?')).toBe('They do. / How many?');
    expect(inputs).toEqual([
      {
        text: 'do these break in the dishwasher?',
        open: { flow: 'order', question: 'How many?', slot: 'count', type: 'quantity', choices: [], answered: [] },
        near: [],
        mood: expect.any(Number),
      },
    ]);
  });

  it('neither where a flow is sure, nor for an answer, nor for a few words that name a thing', () => {
    const { chat, inputs } = ask(tells([]));
    expect(chat.say('track order 7')).toBe('Order 7 is on its way.');
    chat.say('i want to order');
    expect(chat.say('2')).toBe('Your e-mail?');
    expect(ask(tells([])).chat.say('red mug under 20')).toBe('Searching red mug under 20.');
    expect(inputs).toEqual([]);
  });
});

describe('what it answers', () => {
  it('is shown with its products, which can be picked', () => {
    const { chat } = ask(tells([{ command: 'answer' }], 'This one is small.', [mug]));
    expect(chat.say('which one is small?')).toBe('This one is small. [1 Blue Mug]');
  });

  it('stands alone where no flow shows it', () => {
    const { chat } = ask(tells([], 'This one is small.'), [track]);
    expect(chat.say('which one is small?')).toBe('This one is small.');
  });

  it('starts a flow with the words it found', () => {
    const { chat } = ask(tells([start('track', { number: '72' })], 'Let me look.'));
    expect(chat.say('could you see about my thing number seventy-two')).toBe('Let me look. / Order 72 is on its way.');
  });

  it('starts several flows one after the other, in their order', () => {
    const { chat } = ask(tells([start('track', { number: '1' }), start('track', { number: '2' }), start('order')]));
    expect(chat.say('where are my things and could i have more')).toBe(
      'Order 1 is on its way. / Order 2 is on its way. / How many?',
    );
  });

  it('answers the open question, and the next one of the same flow', () => {
    const { chat } = ask(
      tells([
        { command: 'set-slot', slot: 'mail', value: 'ana@example.com' },
        { command: 'set-slot', slot: 'count', value: '2' },
      ]),
    );
    chat.say('i want to order');
    expect(chat.say('could you do the usual for ana')).toBe('2 for ana@example.com.');
  });

  it('puts right what was answered before', () => {
    const { chat } = ask(tells([{ command: 'correct-slot', slot: 'count', value: '3' }]));
    chat.say('i want to order');
    chat.say('2');
    expect(chat.say('was that two? i meant one more than that')).toBe('Changed to 3. / Your e-mail?');
  });

  it('stops what is open, hands over, or asks which of two was meant', () => {
    const stopping = ask(tells([{ command: 'cancel' }])).chat;
    stopping.say('i want to order');
    expect(stopping.say('why would i do that at all')).toBe('All right, I have stopped that.');
    expect(ask(tells([{ command: 'handoff', reason: 'x' }])).chat.say('what is this nonsense')).toBe(
      'A person will answer you here.',
    );
    expect(ask(tells([{ command: 'clarify', flows: ['track', 'order'] }])).chat.say('what about my order')).toMatch(
      /^What do you mean\? \[1 I want to order\]$/,
    );
  });
});

describe('what does not hold is dropped', () => {
  it.each([
    ['a flow that is not there', [start('refund')]],
    ['a flow that the shop alone starts', [start('paid', { order: '1' })]],
    ['a slot of no flow', [{ command: 'set-slot', slot: 'price', value: '1' }]],
    ['a choice of what is not there', [{ command: 'clarify', flows: ['refund'] }]],
    ['a command nobody knows', [{ command: 'refund', order: '1' }]],
    ['nothing at all', []],
  ] as const)('%s: then the shop searches', (_what, commands) => {
    expect(ask(tells(commands)).chat.say('can you do that for me')).toBe('Searching can you do that for me.');
  });

  it('a value that the slot’s type does not take', () => {
    const { chat } = ask(tells([{ command: 'set-slot', slot: 'count', value: 'many' }]));
    chat.say('i want to order');
    expect(chat.say('could you bring me loads of them')).toBe('Sorry, I did not get that. How many?');
  });
});

it('what was flagged is not echoed by the search: it was not understood', () => {
  const { chat } = ask(() => refused('flagged'));
  expect(chat.say('can you do that for me')).toBe('Sorry, I did not get that.');
  chat.say('i want to order');
  expect(chat.say('can you do that for me')).toBe('Sorry, I did not get that. How many?');
});

it('an assistant that refuses or fails leaves everything to flows and search', () => {
  for (const outcome of [refused('unavailable'), refused('not-grounded'), failed]) {
    const { chat } = ask(() => outcome);
    expect(chat.say('can you do that for me')).toBe('Searching can you do that for me.');
  }
});
