import { describe, expect, it } from 'vitest';
import { bookOf } from './book-of.ts';
import { converse, returned } from './converse.ts';

const card = (id: string, title: string) => ({ id, title, price: { amount: 900, currency: 'USD' }, in_stock: true });

const list = `flow: list
about: Show products.
starts on: [show me mugs, { button: list }]
steps:
  - { do: find, as: found }
  - { say: On offer today., products: "{{ found.offers }}" }
  - choose: Which?
    products: "{{ found.products }}"
    for: picked
    from: [{ Red shirt: continue }, { Red shoes: continue }, { None of these: end }]
  - choose: Take {{ picked.title }}?
    from: [{ "Yes": continue }, { "No": end }]
  - say: "Taken: {{ picked.title }}."
`;
const view =
  'flow: view\nabout: x\nstarts on: [{ button: "view {product}" }]\nsteps:\n  - say: "Seen: {{ product }}."\n';
const delivery =
  'flow: delivery\nabout: x\nstarts on: [how much is delivery]\nsteps:\n  - { ask: Where to?, for: place }\n  - say: Free to {{ place }}.\n';
const search = 'flow: search\nabout: x\nstarts on: [{ when: anything else }]\nsteps:\n  - say: Searched {{ text }}.\n';

const found = {
  offers: [card('spoon', 'Silver Spoon')],
  products: [card('mug', 'Blue Mug'), card('cup', 'Tea Cup')],
};

function shop() {
  return converse(bookOf([list, view, delivery, search]), { actions: { find: () => returned(found) } });
}

function listing() {
  const chat = shop();
  chat.say('show me mugs');
  return chat;
}

const question = 'Which? [1 Blue Mug, 2 Tea Cup, 3 Red shirt, 4 Red shoes, 5 None of these]';

describe('What is offered', () => {
  it('goes on counting within a turn', () => {
    expect(shop().say('show me mugs')).toBe(
      'On offer today. [1 Silver Spoon] / Which? [2 Blue Mug, 3 Tea Cup, 4 Red shirt, 5 Red shoes, 6 None of these]',
    );
  });

  it('is picked by number, by ordinal, by label, misspelt, and by pressing', () => {
    for (const text of ['2', 'the second one', 'blue mug', 'the Blue Mug please', 'bleu mug']) {
      expect(listing().say(text)).toBe('Take Blue Mug? [1 Yes, 2 No]');
    }
    expect(listing().pressLabel('Blue Mug')).toBe('Take Blue Mug? [1 Yes, 2 No]');
  });

  it('keeps the picked product', () => {
    const chat = listing();
    chat.say('3');
    expect(chat.say('yes')).toBe('Taken: Tea Cup.');
  });

  it('by another message of the turn is picked by its number; the list above is not shown again, and still picked from', () => {
    const chat = listing();
    expect(chat.say('1')).toBe('Seen: spoon.');
    expect(chat.say('2')).toBe('Take Tea Cup? [1 Yes, 2 No]');
  });

  it('is asked for again when a number is out of its range', () => {
    const chat = listing();
    expect(chat.say('7')).toBe(`Sorry, I did not get that. ${question}`);
    expect(chat.notes).toEqual(['NOT_UNDERSTOOD']);
  });

  it('is asked about when two fit', () => {
    const chat = listing();
    expect(chat.say('red')).toBe('What do you mean? [1 Red shirt, 2 Red shoes]');
    expect(chat.say('2')).toBe('Take ? [1 Yes, 2 No]');
  });

  it('can still be named when it was asked about others', () => {
    const chat = listing();
    chat.say('red');
    expect(chat.say('tea cup')).toBe('Take Tea Cup? [1 Yes, 2 No]');
  });
});

describe('An old button', () => {
  it('of an answered question shows the present one', () => {
    const chat = listing();
    const cup = chat.idOf('Tea Cup');
    chat.say('2');
    expect(chat.press(cup)).toBe('That menu is from before. Here is the current one. / Take Blue Mug? [1 Yes, 2 No]');
  });

  it('of a question beneath goes back to it', () => {
    const chat = listing();
    const cup = chat.idOf('Tea Cup');
    expect(chat.say('how much is delivery')).toBe('Where to?');
    expect(chat.press(cup)).toBe('Take Tea Cup? [1 Yes, 2 No]');
    expect(chat.flows).toEqual(['list']);
  });

  it('of a flow that is over says so', () => {
    const chat = listing();
    const none = chat.idOf('None of these');
    chat.press(none);
    expect(chat.press(none)).toMatch(/^That button is from before and no longer leads anywhere/);
    expect(chat.say('1')).toMatch(/^Seen: spoon/);
    expect(chat.say('5')).toMatch(/^That button is from before/);
  });

  it.each(['unknown', '', '0.x', '1.nothing', 'zzzzzzzz.x', 'view', 'parley:nowhere', 'x'.repeat(8000), '__proto__:1'])(
    'with the id %.20s breaks nothing',
    (id) => {
      const chat = listing();
      const said = chat.press(id);
      // A digression leaves the list where it stands.
      if (id === 'view') expect(said).toMatch(/^Seen: [^/]*$/);
      else expect(said).toMatch(/^That menu is from before/);
      expect(said.endsWith(question)).toBe(id !== 'view');
      expect(chat.say('blue mug')).toMatch(/^Take Blue Mug/);
    },
  );

  it('of a product that has vanished shows the present ones', () => {
    const chat = listing();
    const { asked } = chat.state.stack[0] ?? {};
    expect(chat.press(`${asked?.toString(36)}.p:gone`)).toMatch(/^That menu is from before.* Which\?/);
  });

  it('at the first message is answered', () => {
    expect(shop().press('3.yes')).toMatch(/^That button is from before/);
    expect(shop().press('list')).toMatch(/^On offer today/);
  });
});

describe('Words of a menu that is over', () => {
  it('mean what they mean without it', () => {
    const pay = 'flow: pay\nabout: x\nstarts on: [order]\nsteps:\n  - say: Paying.\n';
    const cart = 'flow: cart\nabout: x\nstarts on: [my cart]\nsteps:\n  - choose: Next?\n    from: [{ Order: end }]\n';
    const chat = converse(bookOf([pay, cart]));
    chat.say('my cart');
    expect(chat.say('order')).toBe('');
    expect(chat.say('order')).toBe('Paying.');
  });
});

describe('Two flows that could be meant', () => {
  const one =
    'flow: one\nabout: x\nstarts on: [{ word: parcel }, "track my {thing}", track it]\nsteps:\n  - say: One.\n';
  const two =
    'flow: two\nabout: x\nstarts on: [{ word: refund }, "send {thing} back", send it back]\nsteps:\n  - say: Two.\n';
  const question = 'What do you mean? [1 Track it, 2 Send it back]';

  it('are asked about in the words that start them', () => {
    const chat = converse(bookOf([one, two]));
    expect(chat.say('parcel refund')).toBe(question);
    expect(chat.say('2')).toBe('Two.');
  });

  it('are not asked about where one has no words without a hole in them', () => {
    const holed = one.replace(', track it', '');
    expect(converse(bookOf([holed, two])).say('parcel refund')).toBe('One.');
  });

  it('leave the question that waits to be answered', () => {
    const ask =
      'flow: ask\nabout: x\nstarts on: [begin]\nsteps:\n  - { ask: Many?, for: many, type: quantity }\n  - say: "{{ many }}"\n';
    const chat = converse(bookOf([one, two, ask]));
    chat.say('begin');
    expect(chat.say('parcel refund')).toBe(question);
    expect(chat.say('12')).toBe('12');
  });
});

describe('a yes or a no to choices that are one', () => {
  const gift =
    'flow: gift\nabout: x\nstarts on: [wrap it]\nsteps:\n  - choose: Wrap it?\n    from: [{ "Yes, with stars": continue }, { "No, thanks": end }]\n  - say: Wrapped.\n';

  it.each(['yes', 'ya', 'sure', 'ok!', '👍'])('“%s” takes the choice that begins with a yes', (text) => {
    const chat = converse(bookOf([gift, search]));
    chat.say('wrap it');
    expect(chat.say(text)).toBe('Wrapped.');
  });

  it.each(['no', 'nope', 'not now'])('“%s” takes the choice that begins with a no', (text) => {
    const chat = converse(bookOf([gift, search]));
    chat.say('wrap it');
    expect(chat.say(text)).toBe('');
  });

  it('a yes picks nothing where two choices begin with one, or none does', () => {
    const two = gift.replace('"No, thanks": end', '"Yes, with dots": end');
    const none = gift.replace('Yes, with stars', 'Stars').replace('No, thanks', 'Dots');
    for (const flow of [two, none]) {
      const chat = converse(bookOf([flow, search]));
      chat.say('wrap it');
      expect(chat.say('sure')).toBe('Searched sure.');
    }
  });
});
