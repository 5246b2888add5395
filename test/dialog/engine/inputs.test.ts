import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse } from './converse.ts';

const welcome = 'flow: welcome\nabout: x\nstarts on: [{ when: first message }, hello]\nsteps:\n  - say: Welcome.\n';
const search = 'flow: search\nabout: x\nstarts on: [{ when: anything else }]\nsteps:\n  - say: Searched.\n';
const ask = `flow: ask
about: x
starts on: [go, { button: promo }]
steps:
  - { ask: Many?, for: many, type: quantity }
  - { ask: Where to?, for: place, type: address }
  - say: 'Place: {{ place.lines | first }}'
`;
const cannotRead = 'I can read text and buttons here, but not this. Could you write it in words?';

describe('A first message', () => {
  it('is greeted when nothing else understands it', () => {
    expect(converse(bookOf([welcome, ask])).say('asdf')).toBe('Welcome.');
    expect(converse(bookOf([welcome, ask, search])).say('asdf')).toBe('Searched.');
    expect(converse(bookOf([ask])).say('asdf')).toBe('Sorry, I did not get that.');
  });

  it('that starts a flow starts it', () => {
    expect(converse(bookOf([welcome, ask])).say('go')).toBe('Many?');
  });

  it('without words is greeted', () => {
    expect(converse(bookOf([welcome, search])).say('  ')).toBe('Welcome.');
    expect(converse(bookOf([welcome])).hear({ type: 'unsupported', what: 'sticker' })).toBe(`${cannotRead} / Welcome.`);
  });
});

describe('A file that cannot be read', () => {
  it.each([
    ['cannot-listen', 'I cannot listen to recordings here. Could you write it in words?'],
    ['cannot-see', 'I cannot see pictures here. Could you tell me in words what it shows?'],
    ['cannot-read', 'I cannot open files here. Could you write it in words?'],
    ['did-not-come', 'That file did not come through. Could you send it again, or write it in words?'],
    ['too-large', 'That file is too large for me. Could you send a smaller one, or write it in words?'],
  ] as const)('is told to be so (%s), and the question asked again', (unread, words) => {
    const chat = converse(bookOf([ask]));
    chat.say('go');
    expect(chat.hear({ type: 'unsupported', what: 'a file', unread })).toBe(`${words} / Many?`);
  });

  it('does not hide what stands under it', () => {
    const chat = converse(bookOf([ask]));
    expect(chat.hear({ type: 'text', text: 'go', unread: 'cannot-see' })).toMatch(
      /^I cannot see pictures here.* Many\?$/u,
    );
  });
});

describe('A payment that the platform has taken', () => {
  it('is thanked for, and the question asked again', () => {
    const chat = converse(bookOf([ask]));
    chat.say('go');
    const paid = { type: 'paid', total: { amount: 12_999, currency: 'USD' }, reference: 'charge-1' } as const;
    expect(chat.hear(paid)).toBe('Thank you, your payment of $129.99 has arrived. / Many?');
  });
});

describe('A chat that is opened', () => {
  it('is greeted, or helped where there is no welcome', () => {
    expect(converse(bookOf([welcome])).open()).toBe('Welcome.');
    expect(converse(bookOf([ask])).open()).toMatch(/^Write what you are looking for/);
  });

  it('by a link goes where the link leads', () => {
    expect(converse(bookOf([welcome, ask])).open('promo')).toBe('Many?');
    expect(converse(bookOf([welcome, ask])).open('nonsense')).toBe('Welcome.');
    expect(converse(bookOf([welcome, ask])).open('parley:ask')).toBe('Many?');
    expect(converse(bookOf([welcome, ask])).open('parley:gone')).toBe('Welcome.');
    expect(converse(bookOf([welcome, ask])).open('parley')).toBe('Welcome.');
  });

  it('in the middle of a question asks it again', () => {
    const chat = converse(bookOf([welcome, ask]));
    chat.say('go');
    expect(chat.open()).toBe('Many?');
  });
});

describe('In the middle of a question', () => {
  function asked() {
    const chat = converse(bookOf([welcome, ask, search]));
    chat.say('go');
    return chat;
  }

  it('an empty text is not understood', () => {
    expect(asked().say(' \n ')).toBe('Sorry, I did not get that. Many?');
  });

  it('8,000 characters are not understood, and break nothing', () => {
    const chat = asked();
    expect(chat.say('ab 1 '.repeat(1_600))).toBe('Sorry, I did not get that. Many?');
    expect(chat.say('2')).toBe('Where to?');
  });

  it('what cannot be read is told, and the question asked again', () => {
    expect(asked().hear({ type: 'unsupported', what: 'voice' })).toBe(`${cannotRead} / Many?`);
  });

  it('a place answers where to, and not how many', () => {
    const chat = asked();
    const here = { type: 'location', latitude: 52.52, longitude: 13.405 } as const;
    expect(chat.hear(here)).toBe(`${cannotRead} / Many?`);
    chat.say('2');
    expect(chat.hear(here)).toBe('Place: 52.52, 13.405');
  });
});

describe('The shopper’s language', () => {
  const messages = {
    es: 'Welcome.: Hola.\nMany?: ¿Cuántos?\n',
    'es-MX': 'Welcome.: Qué onda.\n',
    en: '"Sorry, I did not get that.": Pardon?\n',
  };
  const book = bookOf([welcome, ask], { messages });
  const text = (words: string, locale: string) => ({ type: 'text', text: words, locale }) as const;

  it('falls back from the country to the language to the shop’s own', () => {
    const chat = converse(book);
    expect(chat.hear(text('hello', 'es-MX'))).toBe('Qué onda.');
    expect(chat.say('go')).toBe('¿Cuántos?');
    expect(chat.say('muchos')).toBe('Pardon? ¿Cuántos?');
    expect(chat.state.locale).toBe('es-MX');
  });

  it('stays what it was at first', () => {
    const chat = converse(book);
    chat.say('go');
    expect(chat.hear(text('hello', 'es'))).toBe('Hola. / ¿Cuántos?');
    expect(chat.hear(text('hello', 'fr'))).toBe('Hola. / ¿Cuántos?');
  });

  it.each(['', '-', 'xx-invalid-@@', '__proto__', 'x'.repeat(500)])('may be nonsense (%.20s)', (locale) => {
    expect(converse(book).hear(text('hello', locale))).toBe('Welcome.');
  });
});
