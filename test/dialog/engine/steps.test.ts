import { expect, it } from 'vitest';
import type { JsonObject } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { type Actions, converse, failed, refused, returned } from './converse.ts';

function talk(steps: string, actions: Actions = {}, more: readonly string[] = []) {
  const chat = converse(bookOf([`flow: main\nabout: x\nstarts on: [go]\nsteps:\n${steps}`, ...more]), { actions });
  return { chat, said: chat.say('go') };
}

const mug = { id: 'mug', title: 'Blue Mug', price: { amount: 900, currency: 'USD' }, in_stock: true };
const cup = { id: 'cup', title: 'Red Cup', price: { amount: 500, currency: 'USD' }, in_stock: false };

it('says text, pictures and product cards, and goes on', () => {
  const { chat, said } = talk(
    `  - { do: look, as: found }
  - say: Hello from {{ shop.name }}.
  - { say: Our door, image: { url: "https://shop.example/door.jpg", alt: A door } }
  - { say: These, products: "{{ found.products }}" }
  - { image: { url: "{{ memory.nothing }}", alt: none }, say: No picture }`,
    { look: () => returned({ products: [mug, 'no product', cup] }) },
  );
  expect(said).toBe(
    'Hello from Corner Shop. / (https://shop.example/door.jpg) Our door / These [1 Blue Mug, 2 Red Cup] / No picture',
  );
  expect(chat.flows).toEqual([]);
});

it('says nothing where a text renders to nothing', () => {
  expect(talk('  - say: "{{ memory.missing }}"\n  - say: after').said).toBe('after');
});

it('sets slots for the flow and memory for the conversation', () => {
  const { chat } = talk('  - set: { a: 1, memory.b: "{{ a }}" }\n  - set: { a: null }\n  - ask: Wait?\n    for: c');
  expect(chat.slots).toEqual({ a: null });
  expect(chat.state.memory).toEqual({ b: 1 });
});

it('takes then, else, or neither of an if', () => {
  const steps = `  - set: { a: 1 }
  - { if: a == 1, then: [{ say: one }], else: [{ say: other }] }
  - { if: a == 2, then: [{ say: two }], else: [{ say: not two }] }
  - { if: a == 2, then: [{ say: two }] }
  - { if: a == 1, then: end }
  - say: never`;
  expect(talk(steps).said).toBe('one / not two');
});

it('goes where the picked option leads, and keeps its id', () => {
  const steps = `  - choose: Which?
    for: picked
    from:
      - Go on: continue
      - Say so: [{ say: so }]
      - Leave: end
      - Again: { go to: main }
  - say: kept {{ picked }}`;
  expect(talk(steps).chat.say('go on')).toBe('kept go-on');
  expect(talk(steps).chat.say('2')).toBe('so / kept say-so');
  expect(talk(steps).chat.say('leave')).toBe('');
  expect(talk(steps).chat.say('the last one')).toBe('Which? [1 Go on, 2 Say so, 3 Leave, 4 Again]');
});

it('skips a question whose answer is known, unless it is to be asked again', () => {
  const steps = (again: string) => `  - set: { a: known }\n  - { ask: "A?", for: a${again} }\n  - say: "{{ a }}"`;
  expect(talk(steps('')).said).toBe('known');
  expect(talk(steps(', ask again: yes')).said).toBe('A?');
  expect(talk('  - set: { a: "" }\n  - { ask: "A?", for: a }').said).toBe('A?');
});

it('jumps to a named step, and asks there again', () => {
  const steps = `  - { ask: Colour?, name: colour, for: colour, ask again: yes }
  - choose: "{{ colour }}?"
    from: [{ "Yes": continue }, { "No": { go to: colour } }]
  - say: done`;
  const { chat } = talk(steps);
  chat.say('green');
  expect(chat.say('no')).toBe('Colour?');
  expect(chat.say('blue')).toBe('blue? [1 Yes, 2 No]');
  expect(chat.say('yes')).toBe('done');
});

it('leaves for another flow with what is known, for good', () => {
  const other = 'flow: other\nabout: x\nsteps:\n  - { ask: "A?", for: a }\n  - { ask: "B?", for: b }';
  const { chat, said } = talk('  - set: { a: 1 }\n  - go to: other', {}, [other]);
  expect(said).toBe('B?');
  expect(chat.flows).toEqual(['other']);
  expect(chat.say('x')).toBe('');
});

it('takes the words of a trigger along to the flow that asks for them', () => {
  const entry = 'flow: entry\nabout: x\nstarts on: ["buy {many} pieces"]\nsteps:\n  - go to: other';
  const other =
    'flow: other\nabout: x\nsteps:\n  - { ask: Many?, for: many, type: quantity }\n  - say: "{{ many | plus: 1 }}"';
  expect(converse(bookOf([entry, other])).say('buy 3 pieces')).toBe('4');
});

it('runs another flow as a part, hands slots in and out, and goes on', () => {
  const part = 'flow: part\nabout: x\nsteps:\n  - { ask: "Size of {{ of }}?", for: size, type: number }';
  const { chat, said } = talk(
    '  - run: part\n    with: { of: boots }\n    as: answer\n  - say: "{{ answer.size }}"',
    {},
    [part],
  );
  expect(said).toBe('Size of boots?');
  expect(chat.flows).toEqual(['main', 'part']);
  expect(chat.say('42')).toBe('42');
});

it('asks an action with the values of its templates, and keeps what it returns', () => {
  const inputs: JsonObject[] = [];
  const look = (input: JsonObject) => {
    inputs.push(input);
    return returned({ n: 2 });
  };
  const steps =
    '  - set: { a: [1, 2] }\n  - { do: look, with: { list: "{{ a }}", text: "n {{ a.size }}" }, as: b }\n  - say: "{{ b.n }}"';
  expect(talk(steps, { look }).said).toBe('2');
  expect(inputs).toEqual([{ list: [1, 2], text: 'n 2' }]);
});

it('keeps the reason of a refusal where the result would be', () => {
  const steps = '  - { do: buy, as: b }\n  - say: "{{ b.refused }} {{ b.details.left }}"';
  expect(talk(steps, { buy: () => refused('not-enough', { left: 3 }) }).said).toBe('not-enough 3');
});

it('takes the way for a failed action, or apologises and ends the flow', () => {
  const way = '  - { do: buy, if failed: [{ say: broken }, end] }\n  - say: never';
  expect(talk(way, { buy: () => failed }).said).toBe('broken');
  const { chat, said } = talk('  - do: buy\n  - say: never', { buy: () => failed });
  expect(said).toMatch(/^Sorry, that did not work just now/);
  expect(chat.flows).toEqual([]);
  expect(chat.notes).toEqual(['ACTION_FAILED']);
});

it('does not go on with a flow whose part has failed', () => {
  const part = 'flow: part\nabout: x\nsteps:\n  - do: buy';
  const { chat, said } = talk('  - run: part\n  - say: paid', { buy: () => failed }, [part]);
  expect(said).not.toContain('paid');
  expect(chat.flows).toEqual([]);
});

it('ends a flow in the middle', () => {
  expect(talk('  - say: a\n  - if: shop\n    then: [end]\n  - say: b').said).toBe('a');
});

it('stops after fifty steps with an apology', () => {
  const { chat, said } = talk('  - set: { memory.n: "{{ memory.n | plus: 1 }}" }\n'.repeat(51));
  expect(said).toBe('Sorry, something is wrong on our side. Let us start again.');
  expect(chat.notes).toEqual(['FLOW_LOOP']);
  expect(chat.state).toMatchObject({ stack: [], menu: null, memory: { n: 50 } });
});

it('counts the steps of a turn over its actions', () => {
  let calls = 0;
  const look = () => {
    calls += 1;
    return returned({});
  };
  expect(talk('  - do: look\n'.repeat(51), { look }).chat.notes).toEqual(['FLOW_LOOP']);
  expect(calls).toBe(50);
});
