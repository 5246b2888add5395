import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/storage/json.ts';
import { bookOf } from './book-of.ts';
import { converse, refused, returned } from './converse.ts';

const flow = (id: string, example: string, says: string) =>
  `flow: ${id}\nabout: x\nstarts on:\n  - ${example}\nsteps:\n  - say: ${says}\n`;
const hours = flow('hours', 'when do you close\n  - word: saturday', 'Until six.');
const parcel = flow('parcel', 'who brings it\n  - word: express', 'By van.');
const greeting = flow('greeting', 'red mug', 'A mug.');
const order = `flow: order
about: x
starts on:
  - i want to order
steps:
  - { ask: E-mail?, for: mail, type: email, attempts: 9 }
  - { ask: Many?, for: many, type: quantity, attempts: 9 }
  - { ask: Which product?, for: thing, type: product }
  - say: Thanks.
`;

/** Means the one as much as the other. */
const unclear = 'do you send express on saturday';
const which = 'What do you mean? [1 When do you close, 2 Who brings it]';

function shop() {
  const noted: JsonObject[] = [];
  const chat = converse(bookOf([hours, parcel, greeting, order]), {
    actions: {
      'questions.note': (input) => {
        noted.push(input);
        return returned({ noted: true });
      },
      'lookup.product': () => refused('not-found', { choices: [] }),
    },
  });
  return { chat, noted };
}

function talking(...texts: readonly string[]) {
  const { chat, noted } = shop();
  const said = texts.map((text) => chat.say(text));
  return { chat, noted, said };
}

describe('A question that may mean several things', () => {
  it('is not written down before the shopper has said what it means', () => {
    const { noted, said } = talking(unclear);
    expect(said).toEqual([which]);
    expect(noted).toEqual([]);
  });

  it.each([['1'], ['when do you close'], ['who brings it please']])('is answered by “%s”', (pick) => {
    const { chat, noted, said } = talking(unclear, pick, 'red mug');
    expect(said[1]).not.toContain('[');
    expect(noted).toEqual([]);
    expect(chat.state.unanswered).toBeUndefined();
  });

  it('is answered by a press, also when the menu is not the last any more', () => {
    const { chat, noted } = shop();
    chat.say(unclear);
    const id = chat.idOf('Who brings it');
    chat.desk('take');
    chat.desk('give-back');
    expect(chat.press(id)).toBe('By van.');
    expect(noted).toEqual([]);
  });

  it.each([['red mug'], ['no'], ['cancel'], ['i want to order']])('is written down once when “%s” follows', (next) => {
    const { chat, noted } = talking(unclear, next, 'red mug', 'red mug');
    expect(noted).toEqual([{ text: unclear, answering: false }]);
    expect(chat.state.unanswered).toBeUndefined();
  });

  it('is written down after what is said to what follows, which it changes nothing of', () => {
    const { chat, said } = talking(unclear, 'red mug');
    expect(said[1]).toBe('A mug.');
    expect(chat.effects.map(({ type }) => type)).toEqual(['send', 'act']);
  });

  it('is one question when it is asked twice in a row', () => {
    const { noted, said } = talking(unclear, 'Do you send EXPRESS on saturday?', 'red mug');
    expect(said[1]).toBe(which);
    expect(noted).toHaveLength(1);
  });

  it('that asks nothing of the shop is not written down', () => {
    const { noted, said } = talking('express saturday', 'red mug');
    expect(said).toEqual([which, 'A mug.']);
    expect(noted).toEqual([]);
  });

  it('is kept by a shop that has no list for it, and lost without a word', () => {
    const chat = converse(bookOf([hours, parcel, greeting]));
    chat.say(unclear);
    expect(chat.say('red mug')).toBe('A mug.');
    expect(chat.notes).toEqual([]);
  });
});

describe('What nothing made sense of', () => {
  it('is written down where it is a question', () => {
    const { noted } = talking('do you plant trees?', 'hello there', 'hi, how are you?');
    expect(noted).toEqual([{ text: 'do you plant trees?', answering: false }]);
  });

  it('is written down in the middle of a flow, which asks again', () => {
    const { noted, said } = talking('i want to order', 'hi, why do you need that');
    expect(said[1]).toBe('Sorry, I did not get that. E-mail?');
    expect(noted).toEqual([{ text: 'why do you need that', answering: true }]);
  });

  it.each([['ana'], ['42'], ['how are you'], ['where is my order']])('is not written down where it is “%s”', (text) => {
    const { chat, noted } = talking('i want to order', text);
    expect(chat.flows).toEqual(['order']);
    expect(noted).toEqual([]);
  });

  it('is not written down where a product was to be named', () => {
    const { noted, said } = talking('i want to order', 'a@example.com', '2', 'is there a blue kettle?');
    expect(said[3]).toContain('Sorry, I did not get that.');
    expect(noted).toEqual([]);
  });

  it('is not written down where a file cannot be read', () => {
    const { chat, noted } = shop();
    chat.hear({ type: 'unsupported', what: 'sticker' });
    expect(noted).toEqual([]);
  });
});
