import type { Capabilities } from '../../src/channel/capabilities.ts';
import type { Choice, ProductCard } from '../../src/channel/message.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';

/** A part, the words a shopper must see of it (the first one tells it apart), and the choices that can be pressed on it. */
export interface SamplePart {
  readonly part: RenderedPart;
  readonly words: readonly string[];
  readonly choices: readonly string[];
}

/** One sample of every part that a channel with these capabilities may be given, within its limits. */
export function partsWithin(can: Capabilities): readonly SamplePart[] {
  return [
    text(can),
    ...(can.buttons ? [menu('buttons', can.buttons.max)] : []),
    ...(can.list ? [menu('list', can.list.max)] : []),
    ...(can.cards ? [cards(can.cards.max)] : []),
    ...(can.image ? [image] : []),
    ...(can.receipt ? [receipt] : []),
    ...(can.location ? [location] : []),
    ...(can.contact ? [contact] : []),
    ...(can.invoice ? [invoice] : []),
  ];
}

function text(can: Capabilities): SamplePart {
  const bold = can.text.markup.includes('bold') ? [{ bold: ['& bold *words*'] }] : ['& bold *words*'];
  return {
    part: { type: 'text', text: ['Plain <words> ', ...bold, '\nand a second line'] },
    words: ['Plain <words> ', '& bold *words*', 'and a second line'],
    choices: [],
  };
}

function menu(type: 'buttons' | 'list', max: number): SamplePart {
  const choices: Choice[] = ['Yes', 'No <thanks>', 'Ask me later']
    .slice(0, max)
    .map((label, index) => ({ id: `${type}:${index}`, label }));
  const words = [`Pick from ${type}`, ...choices.map((choice) => choice.label)];
  return { part: { type, text: [`Pick from ${type}`], choices }, words, choices: choices.map((choice) => choice.id) };
}

function cards(max: number): SamplePart {
  const shown = [card('1', 'Wool coat'), card('2', 'Rain <jacket>')].slice(0, max);
  const more: Choice = { id: 'more', label: 'Show more' };
  return {
    part: { type: 'cards', text: ['Two for the winter'], cards: shown, choices: [more] },
    words: ['Two for the winter', ...shown.map((each) => each.title), more.label],
    choices: [...shown.map((each) => each.choice.id), more.id],
  };
}

function card(id: string, title: string): ProductCard {
  const price = { amount: 12900, currency: 'USD' };
  return { id, title, price, inStock: true, choice: { id: `product:${id}`, label: 'Choose' } };
}

const image: SamplePart = {
  part: { type: 'image', url: '/pictures/coat.png', alt: 'A coat', caption: ['The coat in blue'] },
  words: ['The coat in blue'],
  choices: [],
};

const receipt: SamplePart = {
  part: {
    type: 'receipt',
    text: ['Your order'],
    lines: [{ title: 'Wool coat', quantity: 2, total: { amount: 25800, currency: 'USD' } }],
    totals: [{ label: 'To pay', amount: { amount: 25800, currency: 'USD' } }],
  },
  words: ['Your order', 'To pay'],
  choices: [],
};

const location: SamplePart = {
  part: { type: 'ask-location', text: ['Where shall it go?'] },
  words: ['Where shall it go?'],
  choices: [],
};

const contact: SamplePart = {
  part: { type: 'ask-contact', text: ['Under which number are you reached?'] },
  words: ['Under which number are you reached?'],
  choices: [],
};

const invoice: SamplePart = {
  part: {
    type: 'invoice',
    text: ['Everything you ordered'],
    title: 'Order 10234',
    lines: [{ title: 'Wool coat', quantity: 2, total: { amount: 25800, currency: 'USD' } }],
    payload: 'order:10234',
  },
  words: ['Everything you ordered', 'Order 10234'],
  choices: [],
};
