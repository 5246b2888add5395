import { expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse, refused, returned } from './converse.ts';

const order = `flow: order
about: x
starts on: [order please]
steps:
  - choose: Colour?
    for: colour
    from: [Red, Blue, { Green: end }]
  - { ask: Many?, for: many, type: quantity }
  - { do: look, with: { many: "{{ many }}" }, as: price }
  - { ask: "Name? ({{ price.total }})", for: who }
  - { ask: Gift?, for: gift, type: yes-no, choices: [Yes, No] }
  - { do: buy, as: bought }
  - { ask: "Card? ({{ bought.refused }})", for: card }
  - { ask: Bow?, for: bow, type: choice, choices: [Gold, Silver] }
  - { ask: Rating?, for: rating, type: number }
`;

function ordering(...texts: string[]) {
  const bought: unknown[] = [];
  let outcome = returned({});
  const chat = converse(bookOf([order]), {
    actions: {
      look: ({ many }) => returned({ total: Number(many) * 5 }),
      buy: (input) => {
        bought.push(input);
        return outcome;
      },
    },
  });
  for (const text of ['order please', ...texts]) chat.say(text);
  return { chat, bought, refuse: () => (outcome = refused('out-of-stock')) };
}

it('a correction of the question that waits is its answer', () => {
  const { chat } = ordering();
  expect(chat.say('no, blue')).toBe('Many?');
  expect(chat.say('actually 3')).toMatch(/^Name/);
  expect(chat.slots).toMatchObject({ colour: 'blue', many: 3 });
});

it('a correction of an earlier answer goes back over what was only read, and asks the question again', () => {
  const { chat } = ordering('red', '2', 'Bob');
  expect(chat.say('actually 3')).toBe('Changed to 3. / Gift? [1 Yes, 2 No]');
  expect(chat.acts.map(({ action, input }) => [action, input])).toEqual([['look', { many: 3 }]]);
  expect(chat.slots).toMatchObject({ colour: 'red', many: 3, who: 'Bob', price: { total: 15 } });
});

it('a correction reaches the first answer, and follows where the new one leads', () => {
  const { chat } = ordering('red', '2', 'Bob');
  expect(chat.say('no, blue')).toBe('Changed to Blue. / Gift? [1 Yes, 2 No]');
  expect(chat.slots['colour']).toBe('blue');
  expect(chat.say('no, green')).toBe('Changed to Green.');
  expect(chat.flows).toEqual([]);
});

it('a correction is heard where any text would be an answer', () => {
  const { chat } = ordering('red', '2');
  expect(chat.say('no, blue')).toBe('Changed to Blue. / Name? (10)');
  expect(chat.say('actually 4')).toBe('Changed to 4. / Name? (20)');
  expect(chat.say('no, Bob')).toBe('Gift? [1 Yes, 2 No]');
  expect(chat.slots['who']).toBe('no, Bob');
});

it('a correction is not heard in a plain no', () => {
  const { chat } = ordering('red', '2', 'Bob');
  expect(chat.say('no')).toMatch(/^Card/);
  expect(chat.slots['gift']).toBe(false);
});

it('a correction never goes back over what changed something', () => {
  const { chat, bought } = ordering('red', '2', 'Bob', 'no');
  expect(bought).toHaveLength(1);
  expect(chat.say('no, blue')).toBe('Bow? [1 Gold, 2 Silver]');
  expect(chat.say('silver')).toBe('Rating?');
  expect(chat.say('no, gold')).toBe('Changed to Gold. / Rating?');
  expect(chat.say('no, blue')).toBe('Sorry, I did not get that. Rating?');
  expect(chat.slots).toMatchObject({ colour: 'red', bow: 'Gold' });
  expect(bought).toHaveLength(1);
});

it('a correction goes back over what was refused: nothing was changed', () => {
  const { chat, bought, refuse } = ordering('red', '2', 'Bob');
  refuse();
  expect(chat.say('no')).toBe('Card? (out-of-stock)');
  expect(chat.say('actually 1')).toBe('Changed to 1. / Card? (out-of-stock)');
  expect(bought).toHaveLength(2);
});

it('a correction never goes back over a part that changed something', () => {
  const part = 'flow: part\nabout: x\nsteps:\n  - do: buy\n';
  const whole = `flow: whole
about: x
starts on: [order please]
steps:
  - { ask: Many?, for: many, type: quantity }
  - run: part
  - { ask: Bow?, for: bow, type: choice, choices: [Gold, Silver] }
`;
  let bought = 0;
  const buy = () => {
    bought += 1;
    return returned({});
  };
  const chat = converse(bookOf([whole, part]), { actions: { buy } });
  for (const text of ['order please', '2']) chat.say(text);
  expect(chat.say('actually 3')).toBe('Sorry, I did not get that. Bow? [1 Gold, 2 Silver]');
  expect(bought).toBe(1);
});

it('a correction of nothing is no correction', () => {
  expect(converse(bookOf([order])).say('no, blue')).toBe('Sorry, I did not get that.');
});

it('a correction goes back to the question that was answered, of two for the same slot', () => {
  const two = `flow: two
about: x
starts on: [order please]
steps:
  - { ask: Which?, for: line, choices: [Mug, Cup] }
  - { ask: Many?, for: many, type: quantity, choices: ["1", "2"] }
  - if: memory.never
    then:
      - { ask: Which of these?, for: line, type: choice, choices: [Red cup, Blue cup] }
  - { ask: Gift?, for: gift, type: yes-no }
`;
  const chat = converse(bookOf([two]));
  for (const text of ['order please', 'mug', '1']) chat.say(text);
  expect(chat.say('no, cup')).toBe('Changed to Cup. / Gift?');
  expect(chat.say('actually 2')).toBe('Changed to 2. / Gift?');
  expect(chat.slots).toMatchObject({ line: 'Cup', many: 2 });
});

it('a number after a correction is an amount, and presses nothing of a menu', () => {
  const { chat } = ordering();
  expect(chat.say('make it 3')).toMatch(/^Sorry, I did not get that\. Colour\?/u);
  expect(chat.say('make it blue')).toBe('Many?');
});
