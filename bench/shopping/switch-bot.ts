import { type CartLine, cartTotal, labelOf, type ShelfView, shelf, withWanted } from './shelf.ts';

/** The state of a bot that somebody writes by hand for just this conversation: plain JSON, as small as it comes. */
export interface BotState {
  readonly version: 1;
  readonly turn: number;
  readonly at: Place;
  readonly found: readonly ShelfView[];
  readonly product: ShelfView | null;
  readonly size: string | null;
  readonly colour: string | null;
  readonly quantity: number | null;
  readonly cart: readonly CartLine[];
  readonly menu: readonly string[];
}

type Place = 'idle' | 'results' | 'offer' | 'size' | 'colour' | 'quantity' | 'confirm' | 'next';

export const freshBotState: BotState = {
  version: 1,
  turn: 0,
  at: 'idle',
  found: [],
  product: null,
  size: null,
  colour: null,
  quantity: null,
  cart: [],
  menu: [],
};

export interface BotReply {
  readonly text: string;
  readonly choices: readonly string[];
  readonly products: readonly ShelfView[];
}

export interface BotTurn {
  readonly state: BotState;
  readonly replies: readonly BotReply[];
}

/** One turn. Knows greetings, the delivery question and thanks at any place, and "no, …" for a colour or a size. */
export function botTurn(before: BotState, said: string): BotTurn {
  const state = { ...before, turn: before.turn + 1 };
  const text = said
    .trim()
    .toLowerCase()
    .replace(/[.!?]+$/, '');
  const anywhere = answerAnywhere(state, text);
  if (anywhere) return anywhere;
  switch (state.at) {
    case 'idle':
      return search(state);
    case 'results':
      return pickProduct(state, text);
    case 'offer':
      return picked(state, text) === 'Take it' ? ask({ ...state, at: 'size' }) : search(state);
    case 'size':
      return keep(state, text, 'size');
    case 'colour':
      return keep(state, text, 'colour');
    case 'quantity':
      return keepQuantity(state, text);
    case 'confirm':
      return confirm(state, text);
    case 'next':
      return picked(state, text) === 'Show my cart' ? showCart(state) : search(state);
  }
}

const greetings = new Set(['hi', 'hello', 'good morning']);
const thanked = new Set(['thanks', 'thank you']);

function answerAnywhere(state: BotState, text: string): BotTurn | null {
  if (greetings.has(text))
    return say({ ...state, at: 'idle', menu: [] }, 'Hello, welcome to Quay Street! What are you looking for?');
  if (thanked.has(text)) return say({ ...state, at: 'idle', menu: [] }, 'You are welcome!');
  if (!/\b(delivery|deliver)\b/.test(text)) return null;
  const fact = `Delivery costs ${money(495)} and takes 2 working days, Saturdays included.`;
  const again = ask(state);
  return { state: again.state, replies: [reply(fact), ...again.replies] };
}

function search(state: BotState): BotTurn {
  const menu = shelf.map(({ title }) => title);
  const found = { ...state, at: 'results', found: shelf, menu } as const;
  return {
    state: found,
    replies: [{ text: 'I found 3 products. Pick one to see more.', choices: [], products: shelf }],
  };
}

function pickProduct(state: BotState, text: string): BotTurn {
  const title = picked(state, text);
  const product = state.found.find((view) => view.title === title);
  return product ? ask({ ...state, at: 'offer', product }) : search(state);
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];
const numbers = ['one', 'two', 'three', 'four', 'five'];

function picked({ menu }: BotState, text: string): string | undefined {
  const ordinal = ordinals.findIndex((word) => text.includes(word));
  if (ordinal >= 0) return menu[ordinal];
  return /^\d+$/.test(text) ? menu[Number(text) - 1] : menu.find((label) => label.toLowerCase() === text);
}

const sizes = ['S', 'M', 'L'];
const colours = ['Red', 'Blue', 'Green'];

function keep(state: BotState, text: string, slot: 'size' | 'colour'): BotTurn {
  const value = picked(state, text);
  if (value === undefined) return ask(state);
  const next = slot === 'size' ? 'colour' : 'quantity';
  return ask({ ...state, [slot]: value, at: next });
}

function keepQuantity(state: BotState, text: string): BotTurn {
  const quantity = /^\d+$/.test(text) ? Number(text) : numbers.indexOf(text) + 1;
  return quantity > 0 ? ask({ ...state, quantity, at: 'confirm' }) : ask(state);
}

function confirm(state: BotState, text: string): BotTurn {
  const [, corrected] = /^no,? (.+)$/.exec(text) ?? [];
  if (corrected !== undefined) return correct(state, corrected);
  return picked(state, text) === 'Yes, please'
    ? addToCart(state)
    : say({ ...state, at: 'idle', menu: [] }, 'All right.');
}

function correct(state: BotState, words: string): BotTurn {
  const colour = colours.find((name) => name.toLowerCase() === words);
  const size = sizes.find((name) => name.toLowerCase() === words);
  const again = ask({ ...state, colour: colour ?? state.colour, size: size ?? state.size });
  return { state: again.state, replies: [reply(`Changed to ${colour ?? size ?? words}.`), ...again.replies] };
}

function addToCart(state: BotState): BotTurn {
  const { product, size, colour, quantity } = state;
  const wanted = { product: product?.id ?? '', size: size ?? '', colour: colour ?? '', quantity: quantity ?? 1 };
  const cart = withWanted(state.cart, wanted) ?? state.cart;
  const pieces = cart.reduce((sum, line) => sum + line.quantity, 0);
  const total = money(cartTotal(cart).amount);
  const text = `${cart.at(-1)?.label} is in your cart.\nYour cart: ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}, ${total}.`;
  const next = ask({ ...state, cart, at: 'next' });
  return { state: next.state, replies: [reply(text), ...next.replies] };
}

function showCart(state: BotState): BotTurn {
  const lines = state.cart.map(
    (line) => `${line.quantity} × ${line.label}: ${money(line.price.amount * line.quantity)}`,
  );
  const text = ['Your cart:', ...lines, `Total: ${money(cartTotal(state.cart).amount)}`].join('\n');
  return say({ ...state, at: 'idle', menu: [] }, text);
}

function ask(state: BotState): BotTurn {
  const { product, size, colour, quantity } = state;
  switch (state.at) {
    case 'offer': {
      const was = product?.was ? ` (before: ${money(product.was.amount)})` : '';
      const text = `${product?.title} by ${product?.brand}\n${money(product?.price.amount ?? 0)}${was}\nWould you like it?`;
      return choose(state, text, ['Take it', 'Something else']);
    }
    case 'size':
      return choose(state, 'Which size would you like?', sizes);
    case 'colour':
      return choose(state, 'Which colour?', colours);
    case 'quantity':
      return say({ ...state, menu: [] }, 'How many would you like?');
    case 'confirm': {
      const label = labelOf(product?.title ?? '', { size: size ?? '', colour: colour ?? '' });
      return choose(state, `${quantity} × ${label}: shall I put that into your cart?`, ['Yes, please', 'Not now']);
    }
    case 'next':
      return choose(state, 'What next?', ['Show my cart', 'Keep looking']);
    case 'results':
      return search(state);
    case 'idle':
      return say(state, 'What are you looking for?');
  }
}

const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });

function money(cents: number): string {
  return dollars.format(cents / 100);
}

function choose(state: BotState, text: string, menu: readonly string[]): BotTurn {
  return { state: { ...state, menu }, replies: [{ text, choices: menu, products: [] }] };
}

function say(state: BotState, text: string): BotTurn {
  return { state, replies: [reply(text)] };
}

function reply(text: string): BotReply {
  return { text, choices: [], products: [] };
}
