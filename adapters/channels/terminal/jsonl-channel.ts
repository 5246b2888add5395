import type { ChannelAdapter } from '../../../src/channel/adapter.ts';
import type { Capabilities } from '../../../src/channel/capabilities.ts';
import type { Choice, ProductCard } from '../../../src/channel/message.ts';
import type { RenderedPart } from '../../../src/channel/rendered-part.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import { openLocalFile } from './local-file.ts';

/** Machines read everything as it was meant: nothing is shortened, numbered or left out. */
const capabilities: Capabilities = {
  text: { max: Number.MAX_SAFE_INTEGER, unit: 'utf16', markup: [] },
  buttons: unlimited({ max: 0, labelMax: 0, bodyMax: 0, idMaxBytes: 0 }),
  list: null,
  cards: unlimited({ max: 0, titleMax: 0, descriptionMax: 0, buttonMax: 0 }),
  image: { captionMax: Number.MAX_SAFE_INTEGER },
  receipt: {},
  location: {},
  contact: {},
  invoice: { titleMax: Number.MAX_SAFE_INTEGER, textMax: Number.MAX_SAFE_INTEGER, currencies: null },
  typing: false,
  // A reader may have seen a line whose receipt was lost: lines carry their key.
  idempotent: false,
};

function unlimited<Limits extends Readonly<Record<string, number>>>(limits: Limits): Limits {
  return Object.fromEntries(Object.keys(limits).map((name) => [name, Number.MAX_SAFE_INTEGER])) as Limits;
}

/**
 * Every outbound message of an account's conversations as one line of JSON, which `write` must have written when it returns.
 * `answered` is told the peer and the id of an event about which everything has been written.
 */
export function createJsonlChannel(
  account: string,
  write: (line: string) => void,
  answered: (peer: string, inReplyTo: string) => void = () => {},
): ChannelAdapter {
  return {
    id: 'terminal',
    capabilities,
    serves: (to) => to.account === account,
    authenticate: async () => ({ result: 'refuse', reason: 'The terminal takes no requests' }),
    parse: () => [],
    async deliver(part, to, { key, inReplyTo }) {
      write(`${JSON.stringify({ conversation: to.peer, in_reply_to: inReplyTo, key, ...lineOf(part) })}\n`);
      return { result: 'delivered' };
    },
    fetchMedia: openLocalFile,
    answered: (inReplyTo, to) => answered(to.peer, inReplyTo),
  };
}

function lineOf(part: RenderedPart): object {
  switch (part.type) {
    case 'text':
    case 'ask-location':
    case 'ask-contact':
      return { type: part.type, text: plainText(part.text) };
    case 'buttons':
    case 'list':
      return { type: 'choices', text: plainText(part.text), choices: part.choices.map(choiceLine) };
    case 'cards':
      return {
        type: 'products',
        text: plainText(part.text),
        products: part.cards.map(productLine),
        choices: [...part.cards.map(({ choice, title }) => ({ id: choice.id, label: title })), ...part.choices].map(
          choiceLine,
        ),
      };
    case 'image':
      return { type: 'image', url: part.url, alt: part.alt, text: plainText(part.caption) };
    case 'receipt':
      return { type: 'receipt', text: plainText(part.text), lines: part.lines, totals: part.totals };
    case 'invoice':
      return {
        type: 'invoice',
        text: plainText(part.text),
        title: part.title,
        lines: part.lines,
        payload: part.payload,
      };
  }
}

function choiceLine({ id, label, description }: Choice): object {
  return { id, label, ...(description === undefined ? {} : { description }) };
}

function productLine({ id, title, price, was, image, description, inStock, choice }: ProductCard): object {
  return {
    id,
    title,
    price,
    ...(was === undefined ? {} : { was }),
    ...(image === undefined ? {} : { image }),
    ...(description === undefined ? {} : { description }),
    in_stock: inStock,
    choice: choice.id,
  };
}
