import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const size = '  - { ask: Size?, for: size, type: choice, choices: [S, M] }\n';
const colour = '  - { ask: Colour?, for: colour, type: choice, choices: [Red, Blue] }\n';
const name = '  - { ask: Name?, for: who }\n';
const end = '  - say: "{{ size }} {{ colour }} {{ who }}"\n';
const flow = (id: string, ...steps: string[]) =>
  `flow: ${id}\nabout: x\nstarts on: [start ${id}]\nsteps:\n${steps.join('')}`;
const delivery = flow('delivery', '  - say: It is free.\n');
const changed = 'This question has just changed, so I ask it again.';
const gone = 'Sorry, this has just been changed. Let us start it again.';

/** At "Colour?" of the first book, with the second from then on. */
function inTheMiddle(before: readonly string[], after: readonly string[]) {
  const chat = converse(bookOf(before));
  chat.say('start shirt');
  chat.say('m');
  chat.change(bookOf(after));
  return chat;
}

const shirt = flow('shirt', size, colour, name, end);

describe('After a change of the flows', () => {
  it('an unchanged step goes on, wherever it has moved', () => {
    const chat = inTheMiddle([shirt], [flow('shirt', name, '  - say: New.\n', colour, size, end)]);
    expect(chat.say('2')).toBe('M Blue ');
  });

  it('a changed step is asked again, with what is known', () => {
    const asksAnew = colour.replace('Colour?', 'Which colour?');
    const chat = inTheMiddle([shirt], [flow('shirt', size, asksAnew, name, end)]);
    expect(chat.say('blue')).toBe(`${changed} / Which colour? [1 Red, 2 Blue]`);
    expect(chat.notes).toEqual(['STEP_CHANGED']);
    expect(chat.say('blue')).toBe('Name?');
    expect(chat.say('Ann')).toBe('M Blue Ann');
  });

  it('an old button of a changed step answers nothing', () => {
    const chat = inTheMiddle([shirt], [flow('shirt', size, colour.replace('Red', 'Green'), name, end)]);
    expect(chat.press('2.red')).toBe(`${changed} / Colour? [1 Green, 2 Blue]`);
    expect(chat.press('2.red')).toMatch(/^That menu is from before/);
  });

  it('a step that is gone leads back to the start of its flow', () => {
    const chat = inTheMiddle([shirt], [flow('shirt', size, name, '  - say: "{{ size }} {{ who }}"\n')]);
    expect(chat.say('blue')).toBe(`${gone} / Size? [1 S, 2 M]`);
    expect(chat.notes).toEqual(['STEP_GONE']);
    expect(chat.slots).toEqual({});
  });

  it('a flow that is gone leads to the welcome, or leaves nothing behind', () => {
    expect(inTheMiddle([shirt], [delivery]).say('blue')).toBe(gone);
    const welcome = 'flow: welcome\nabout: x\nstarts on: [{ when: first message }]\nsteps:\n  - say: Welcome.\n';
    expect(inTheMiddle([shirt], [welcome]).say('blue')).toBe(`${gone} / Welcome.`);
  });

  it('commands, triggers and buttons mean what they always mean', () => {
    const without = [flow('shirt', size, name, '  - say: "{{ size }} {{ who }}"\n'), delivery];
    expect(inTheMiddle([shirt], without).say('cancel')).toBe('All right, I have stopped that.');
    expect(inTheMiddle([shirt], without).say('start delivery')).toBe('It is free. / Size? [1 S, 2 M]');
    expect(inTheMiddle([shirt], without).press('parley:delivery')).toBe('It is free. / Size? [1 S, 2 M]');
  });

  it('the desk is heard, and giving back tells of the change', () => {
    const asksAnew = colour.replace('Colour?', 'Which colour?');
    const chat = converse(bookOf([shirt]));
    for (const text of ['start shirt', 'm']) chat.say(text);
    chat.desk('take');
    chat.change(bookOf([flow('shirt', size, asksAnew, name, end)]));
    expect(chat.desk({ say: 'Kim here.' })).toBe('Kim here.');
    expect(chat.say('blue')).toBe('');
    expect(chat.desk('give-back')).toBe(
      `You are back with the shop’s assistant. / ${changed} / Which colour? [1 Red, 2 Blue]`,
    );
  });

  it('a change beneath leaves the question on top and its numbers alone', () => {
    const parcel = flow('parcel', '  - { ask: How sent?, for: how, type: choice, choices: [Post, Bike] }\n');
    const chat = inTheMiddle([shirt, parcel], [shirt, parcel]);
    chat.say('start parcel');
    chat.change(bookOf([flow('shirt', size, colour.replace('Colour?', 'Which colour?'), name, end), parcel]));
    expect(chat.say('2')).toBe('Which colour? [1 Red, 2 Blue]');
  });

  it('a flow does not go on as if its part had been answered when that part is gone', () => {
    const part = 'flow: part\nabout: x\nsteps:\n  - { ask: Paid how?, for: how }\n';
    const before = flow('whole', '  - { name: pay, run: part }\n', '  - say: Paid.\n');
    const after = flow('whole', '  - { name: pay, run: other }\n', '  - say: Paid.\n');
    const other = 'flow: other\nabout: x\nsteps:\n  - { ask: Paid with what?, for: what }\n';
    const chat = converse(bookOf([before, part, delivery]));
    chat.say('start whole');
    chat.change(bookOf([after, other, delivery]));
    expect(chat.say('cash')).toBe(`${gone} / Paid with what?`);
    expect(chat.flows).toEqual(['whole', 'other']);
    expect(chat.say('cash')).toBe('Paid.');
  });

  it('a flow whose own running step is gone starts again after its part', () => {
    const part = 'flow: part\nabout: x\nsteps:\n  - { ask: Paid how?, for: how }\n';
    const chat = converse(bookOf([flow('whole', '  - run: part\n', '  - say: Paid.\n'), part]));
    chat.say('start whole');
    chat.change(bookOf([flow('whole', '  - { ask: Sure?, for: sure }\n'), part]));
    expect(chat.say('cash')).toBe('Sure?');
  });
});
