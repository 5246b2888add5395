import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const ask = `flow: ask
about: x
starts on: [go]
steps:
  - { ask: Size?, for: size, if silent: { after: 10 minutes, then: [{ say: Still there? }, end] } }
  - say: 'Size {{ size }}.'
`;
const picture = (group: string) => ({ type: 'unsupported', what: 'image', unread: 'cannot-see', group }) as const;

describe('Pictures that were sent as one', () => {
  it('are said to be unreadable once, and the question is asked once more, not five times', () => {
    const chat = converse(bookOf([ask]));
    chat.say('go');
    expect(chat.hear(picture('album 1'))).toMatch(/ \/ Size\?$/u);
    for (const _picture of [2, 3, 4, 5]) expect(chat.hear(picture('album 1'))).toBe('');
    expect(chat.effects).toEqual([expect.objectContaining({ type: 'wake' })]);
    expect(chat.hear(picture('album 2'))).toMatch(/ \/ Size\?$/u);
    expect(chat.say('forty')).toBe('Size forty.');
  });

  it('are said to be unreadable again when one that was sent alone lies between', () => {
    const chat = converse(bookOf([ask]));
    chat.say('go');
    const told = chat.hear(picture('album 1'));
    expect(chat.hear({ type: 'unsupported', what: 'image', unread: 'cannot-see' })).toBe(told);
    expect(chat.hear({ type: 'unsupported', what: 'image', unread: 'cannot-see' })).toBe(told);
    expect(chat.hear(picture('album 1'))).toBe(told);
  });

  it('are heard by the words under one of them', () => {
    const chat = converse(bookOf([ask]));
    chat.say('go');
    chat.hear(picture('album 1'));
    expect(chat.hear({ type: 'text', text: 'forty', unread: 'cannot-see', group: 'album 1' })).toBe('Size forty.');
  });
});
