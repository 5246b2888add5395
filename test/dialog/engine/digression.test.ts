import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const shirt = `flow: shirt
about: Sell a shirt.
starts on: [i want a shirt]
steps:
  - { ask: Colour?, for: colour, type: choice, choices: [Red, Blue] }
  - { ask: Name?, for: who }
  - { ask: Many?, for: many, type: quantity }
  - say: "{{ many }} {{ colour }} for {{ who }}"
`;
const delivery = 'flow: delivery\nabout: x\nstarts on: [how much is delivery]\nsteps:\n  - say: It is free.\n';
const parcel =
  'flow: parcel\nabout: x\nstarts on: [where is my parcel]\nsteps:\n  - { ask: Number?, for: n, type: number }\n  - say: On its way.\n';
const fresh = 'flow: fresh\nabout: x\nstarts on: [forget all that]\ncomes back: no\nsteps:\n  - say: Forgotten.\n';
const person = 'flow: person\nabout: x\nstarts on: [a human being]\nsteps:\n  - handoff: One moment.\n';
const outer = 'flow: outer\nabout: x\nstarts on: [the outer one]\nsteps:\n  - run: middle\n  - say: outer ends\n';
const middle = 'flow: middle\nabout: x\nsteps:\n  - run: shirt\n  - say: middle ends\n';

function shop() {
  return converse(bookOf([shirt, delivery, parcel, fresh, person, outer, middle]));
}

function afterSaying(...texts: string[]) {
  const chat = shop();
  for (const text of texts) chat.say(text);
  return chat;
}

describe('A digression', () => {
  it('answers and asks the question again, with its choices', () => {
    const chat = afterSaying('i want a shirt');
    expect(chat.say('how much is delivery')).toBe('It is free. / Colour? [1 Red, 2 Blue]');
    expect(chat.say('2')).toBe('Name?');
  });

  it('works where any text would be an answer', () => {
    const chat = afterSaying('i want a shirt', 'red');
    expect(chat.say('how much is delivery')).toBe('It is free. / Name?');
    expect(chat.say('Bob')).toBe('Many?');
  });

  it('comes back from a digression within a digression', () => {
    const chat = afterSaying('i want a shirt', 'red', 'where is my parcel');
    expect(chat.say('how much is delivery')).toBe('It is free. / Number?');
    expect(chat.say('7')).toBe('On its way. / Name?');
  });

  it('comes back into a part of a part, and each goes on after it', () => {
    const chat = afterSaying('the outer one', 'red', 'Bob');
    expect(chat.say('how much is delivery')).toBe('It is free. / Many?');
    expect(chat.say('2')).toBe('2 Red for Bob / middle ends / outer ends');
  });

  it('to a flow that does not come back forgets what it interrupted', () => {
    const chat = afterSaying('the outer one', 'red');
    expect(chat.say('forget all that')).toBe('Forgotten.');
    expect(chat.flows).toEqual([]);
  });

  it('to a flow that hands over comes back when the conversation is given back', () => {
    const chat = afterSaying('i want a shirt', 'red');
    expect(chat.say('a human being')).toBe('One moment.');
    expect(chat.say('Bob')).toBe('I have passed that on. Write “back” to go on with the shop.');
    expect(chat.desk('give-back')).toBe('You are back with the shop’s assistant. / Name?');
  });

  it('to the same flow begins it anew, once', () => {
    const chat = afterSaying('i want a shirt', 'red');
    expect(chat.say('i want a shirt')).toBe('Colour? [1 Red, 2 Blue]');
    expect(chat.flows).toEqual(['shirt']);
  });

  it('to a flow that waits further down keeps what lies above it', () => {
    const chat = afterSaying('where is my parcel', 'i want a shirt', 'red');
    expect(chat.say('where is my parcel')).toBe('Number?');
    expect(chat.flows).toEqual(['shirt', 'parcel']);
    expect(chat.say('7')).toBe('On its way. / Name?');
  });

  it('to a flow that runs as a part leaves what ran it', () => {
    const chat = afterSaying('the outer one', 'red');
    expect(chat.say('i want a shirt')).toBe('Colour? [1 Red, 2 Blue]');
    expect(chat.flows).toEqual(['shirt']);
  });

  it('is never more than eight flows deep', () => {
    const many = Array.from(
      { length: 12 },
      (_, n) =>
        `flow: f${n}\nabout: x\nstarts on: ["number ${'abcdefghijkl'[n]} please"]\nsteps:\n  - { ask: "Q${n}?", for: q }\n`,
    );
    const chat = converse(bookOf(many));
    for (const letter of 'abcdefghijkl') chat.say(`number ${letter} please`);
    expect(chat.flows).toHaveLength(8);
    expect(chat.say('x')).toBe('Q10?');
  });
});

describe('Cancel', () => {
  it('stops the flow and asks again what it interrupted', () => {
    const chat = afterSaying('i want a shirt', 'red', 'where is my parcel');
    expect(chat.say('cancel')).toBe('All right, I have stopped that. / Name?');
  });

  it('in a part stops what ran it, too', () => {
    const chat = afterSaying('where is my parcel', 'the outer one', 'red');
    expect(chat.say('cancel')).toBe('All right, I have stopped that. / Number?');
    expect(chat.flows).toEqual(['parcel']);
  });

  it('with nothing to stop says so', () => {
    expect(shop().say('cancel')).toBe('There is nothing to stop. What would you like to do?');
  });
});

it('two wishes of one message are answered one after the other, in their order', () => {
  const flow = (id: string, says: string, ...examples: string[]) =>
    `flow: ${id}\nabout: x\nstarts on: [${examples.join(', ')}]\nsteps:\n  - say: ${says}\n`;
  const hours = flow('hours', 'Until six.', 'when do you close', 'what are your opening hours');
  const parcel = flow('parcel', 'On its way.', 'where is my parcel', 'where is my order');
  const chat = converse(bookOf([hours, parcel]));
  expect(chat.say('where is my order and when do you close?')).toBe('On its way. / Until six.');
  expect(chat.say('when do you close and where is my parcel')).toBe('Until six. / On its way.');
});

it('a question among the wishes of a message is answered before what waits, and a name beside it is searched for last', () => {
  const find =
    'flow: find\nabout: x\nstarts on: [{ when: anything else }]\ncomes back: no\nsteps:\n  - ask: What?\n    for: text\n  - say: "Found {{ text }}."\n';
  const parcel =
    'flow: parcel\nabout: x\nstarts on: [where is my parcel, where is my order]\nsteps:\n  - ask: Number?\n    for: number\n  - say: On its way.\n';
  const page = 'flow: page\nabout: x\nstarts on: [{ when: a page answers }]\nsteps:\n  - say: "{{ page.text }}"\n';
  const passage = { page: 'a', title: 'A', text: 'Thirty days.', link: null };
  const pages = { find: (asked: string) => (asked.includes('return') ? [{ passage, confidence: 0.9 }] : []) };
  const chat = () => converse({ ...bookOf([find, parcel, page]), pages });
  expect(chat().say('where is my order and can i return it')).toBe('Thirty days. / Number?');
  expect(chat().say('red mug under 20 and can i return it')).toBe('Thirty days. / Found red mug under 20.');
  expect(chat().say('do u have red mugs? can i return it')).toBe('Thirty days. / Found do u have red mugs?.');
  expect(chat().say('can i return it, red mug')).not.toContain('Found');
  expect(chat().say('i am so tired and where is my order')).toBe('Number?');
  const waiting = chat();
  expect(waiting.say('red mug and where is my order')).toBe('Number?');
  expect(waiting.say('7')).toBe('On its way. / You also wrote “red mug”. / Found red mug.');
});
