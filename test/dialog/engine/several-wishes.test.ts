import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse, refused, returned } from './converse.ts';

interface Written {
  readonly comesBack?: boolean;
}

function flow(id: string, starts: string, steps: string, { comesBack = true }: Written = {}): string {
  const head = `flow: ${id}\nabout: x\nstarts on: [${starts}]\n${comesBack ? '' : 'comes back: no\n'}`;
  return `${head}steps:\n${steps.replaceAll(/^/gmu, '  ')}\n`;
}

const hours = flow('hours', 'when do you close', '- say: Until six.');
const policy = flow('policy', 'what is your return policy', '- run: days\n- say: Thirty days.');
const days = 'flow: days\nabout: x\nsteps:\n  - set: { days: 30 }\n';
const parcel = flow(
  'parcel',
  'where is my order',
  '- say: Let me see.\n- ask: Number?\n  for: n\n- say: "{{ n }} is on its way."',
);
const invoice = flow('invoice', 'send me the invoice', '- ask: Which mail?\n  for: mail\n- say: Sent.');
const basket = flow(
  'basket',
  'show me the basket',
  '- say: One mug.\n- choose: What next?\n  from:\n    - Order:\n        - say: Ordered.\n    - Look: { go to: hours }',
);
const person = flow('person', 'i need a human being', '- handoff: One moment.');
const shelf = flow('shelf', 'show me the shelf', '- choose: Shelf.\n  from: [Cup, Pan]', { comesBack: false });
const outer = flow('outer', 'can you measure me', '- run: size\n- say: Measured.');
const size = 'flow: size\nabout: x\nsteps:\n  - { ask: "How tall?", for: tall }\n';
const moved = flow('moved', 'update my entry', '- go to: entry');
const entry = 'flow: entry\nabout: x\nsteps:\n  - { ask: "What entry?", for: what }\n  - say: Updated.\n';
const pages = [hours, policy, days, parcel, invoice, basket, person, shelf, outer, size, moved, entry];

function shop() {
  return converse(bookOf(pages));
}

function afterSaying(...texts: readonly string[]) {
  const chat = shop();
  for (const text of texts) chat.say(text);
  return chat;
}

describe('Of several wishes', () => {
  it('what only tells is said before what asks, which keeps what it says itself', () => {
    expect(shop().say('where is my order and what is your return policy')).toBe('Let me see. / Thirty days. / Number?');
    expect(shop().say('what is your return policy and where is my order')).toBe('Thirty days. / Let me see. / Number?');
  });

  it('the question of one among three comes last, and its answer ends them all', () => {
    const chat = shop();
    expect(chat.say('send me the invoice, what is your return policy and when do you close')).toBe(
      'Thirty days. / Until six. / Which mail?',
    );
    expect(chat.say('a@b.example')).toBe('Sent.');
    expect(chat.flows).toEqual([]);
  });

  it('two that ask are asked one after the other, the first one first', () => {
    const chat = shop();
    expect(chat.say('send me the invoice and where is my order')).toBe('Let me see. / Which mail?');
    expect(chat.say('a@b.example')).toBe('Sent. / You also wrote “where is my order”. / Number?');
    expect(chat.say('seven')).toBe('seven is on its way.');
    expect(chat.flows).toEqual([]);
  });

  it('an offer at the end of what one tells comes after what the other tells, and waits for its question', () => {
    expect(shop().say('show me the basket and when do you close')).toBe(
      'One mug. / Until six. / What next? [1 Order, 2 Look]',
    );
    const chat = shop();
    expect(chat.say('where is my order and show me the basket')).toBe('Let me see. / One mug. / Number?');
    expect(chat.say('seven')).toBe(
      'seven is on its way. / You also wrote “show me the basket”. / What next? [1 Order, 2 Look]',
    );
    expect(chat.say('1')).toBe('Ordered.');
  });

  it('what is searched for comes after all others, whatever of them does not come back', () => {
    const find =
      'flow: find\nabout: x\nstarts on: [{ when: anything else }]\ncomes back: no\nsteps:\n  - say: Found.\n';
    const chat = converse(bookOf([...pages, find]));
    expect(chat.say('do you have red mugs, show me the shelf and where is my order')).toBe('Let me see. / Number?');
    expect(chat.flows).toEqual(['find', 'shelf', 'parcel']);
  });

  it('a part that asks puts off the flow that runs it, and so does a flow that another goes on to', () => {
    const run = shop();
    expect(run.say('can you measure me and when do you close')).toBe('Until six. / How tall?');
    expect(run.say('tall enough')).toBe('Measured.');
    const gone = shop();
    expect(gone.say('update my entry and when do you close')).toBe('Until six. / What entry?');
    expect(gone.say('that one')).toBe('Updated.');
  });

  it('one that gets a person does so when the others have begun, and waits for no answer', () => {
    expect(shop().say('i need a human being and when do you close')).toBe('Until six. / One moment.');
    const chat = shop();
    expect(chat.say('where is my order and i need a human being')).toBe('Let me see. / One moment.');
    expect(chat.desk('give-back')).toBe(
      'You are back with the shop’s assistant. / You also wrote “where is my order”. / Number?',
    );
  });

  it('an answer that the message gives is taken at once where nothing has to be looked up', () => {
    const told = flow(
      'told',
      '"track {n}"',
      '- { ask: "Number?", for: n, type: number }\n- say: "{{ n }} is on its way."',
    );
    const chat = converse(bookOf([told, hours]));
    expect(chat.say('track 7 and when do you close')).toBe('7 is on its way. / Until six.');
  });

  it('an order that has to be looked up may not be found, so that the others are told before', () => {
    const find = flow(
      'find',
      '"where is order {order}"',
      '- { ask: "Number?", for: order, type: order, sorry: "Not found." }',
    );
    const unknown = { 'lookup.order': () => refused('not-found') };
    expect(
      converse(bookOf([find, hours]), { actions: unknown }).say('where is order 72043817 and when do you close'),
    ).toBe('Until six. / Not found.');
    const known = { 'lookup.order': () => returned({ value: { id: '1' } }) };
    expect(
      converse(bookOf([find, hours]), { actions: known }).say('where is order 72043817 and when do you close'),
    ).toBe('Until six.');
  });
});

describe('A wish that waits for the question of another', () => {
  const both = 'send me the invoice and where is my order';

  it('comes after a digression and the answer, with what was written of it', () => {
    const chat = afterSaying(both);
    expect(chat.say('when do you close')).toBe('Until six. / Which mail?');
    expect(chat.say('a@b.example')).toBe('Sent. / You also wrote “where is my order”. / Number?');
  });

  it('comes when the first is cancelled', () => {
    expect(afterSaying(both).say('cancel')).toBe(
      'All right, I have stopped that. / You also wrote “where is my order”. / Number?',
    );
  });

  it('stays when the shopper goes on with what does not come back, and the question is forgotten', () => {
    const chat = afterSaying(both);
    expect(chat.say('show me the shelf')).toBe('Shelf. [1 Cup, 2 Pan]');
    expect(chat.flows).toEqual(['parcel', 'shelf']);
    expect(chat.say('1')).toBe('You also wrote “where is my order”. / Number?');
    expect(chat.say('seven')).toBe('seven is on its way.');
    expect(chat.flows).toEqual([]);
  });

  it('is forgotten in its turn once it has asked', () => {
    const chat = afterSaying(both, 'a@b.example');
    expect(chat.say('show me the shelf')).toBe('Shelf. [1 Cup, 2 Pan]');
    expect(chat.flows).toEqual(['shelf']);
  });

  it('stays when a button of an earlier question is pressed', () => {
    const chat = shop();
    chat.say('show me the basket');
    const order = chat.idOf('Order');
    chat.say(both);
    expect(chat.press(order)).toBe('Ordered. / You also wrote “where is my order”. / Number?');
  });

  it('lets the wishes of a later message go first, and is begun once when it is among them', () => {
    const later = afterSaying(both);
    expect(later.say('can you measure me and when do you close')).toBe('Until six. / How tall?');
    const again = afterSaying(both);
    expect(again.say('where is my order and what is your return policy')).toBe('Let me see. / Thirty days. / Number?');
    expect(again.flows).toEqual(['invoice', 'parcel']);
  });
});
