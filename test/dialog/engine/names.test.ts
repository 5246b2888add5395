import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const yes = 'flow: agreed\nabout: x\nstarts on: ["yes"]\nsteps:\n  - say: Good.\n';
const order =
  'flow: order\nabout: x\nstarts on: [order]\nsteps:\n  - ask: Your name?\n    for: name\n    type: text\n  - say: "Hello {{ name }}."\n';
const de =
  'starts on: { agreed: [ja, jo] }\n"Good.": Gut.\n"Your name?": Dein Name?\n"Hello {{ name }}.": "Hallo {{ name }}."\n';

describe('A name that is a yes in another language', () => {
  it.each(['Jo', 'Ja'])('is the answer to the question for it: %s', (name) => {
    const chat = converse(bookOf([yes, order], { messages: { de } }));
    chat.say('order');
    expect(chat.say(name)).toBe(`Hello ${name}.`);
  });

  it('is a yes where nothing is asked, and where the conversation is in that language', () => {
    expect(converse(bookOf([yes, order], { messages: { de } })).say('jo')).toMatch(/^(?:Good|Gut)\.$/);
    const chat = converse(bookOf([yes, order]));
    chat.say('order');
    expect(chat.say('yes')).toMatch(/^Good\./);
  });
});
