import type { Choice, Message, ProductCard } from '../../src/channel/message.ts';
import type { Answer } from './webchat-shop.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

function coat(
  id: string,
  card: Omit<ProductCard, 'id' | 'choice' | 'inStock'> & { readonly inStock?: boolean },
): ProductCard {
  return { inStock: true, ...card, id, choice: { id: `product:${id}`, label: 'Choose' } };
}

export const coats: readonly ProductCard[] = [
  coat('1', {
    title: 'Wool coat, navy',
    price: usd(12900),
    was: usd(16900),
    image: '/pictures/coat.svg',
    description: 'Heavy melton wool with a quilted lining. Warm down to −10 °C.',
  }),
  coat('2', {
    title: 'Down parka',
    price: usd(18950),
    image: '/pictures/parka.svg',
    description: 'Light and very warm.',
  }),
  coat('3', { title: 'Rain jacket', price: usd(7900), inStock: false }),
  coat('4', {
    title: 'A coat with a very long name that takes more than the two lines there are for it',
    price: usd(119900),
  }),
];

const menu: readonly Choice[] = [
  { id: 'browse', label: 'Look around' },
  { id: 'order', label: 'Where is my order?' },
  { id: 'person', label: 'Talk to a person' },
];

/** A shop that answers to a few words, each with another kind of message. */
export const sales: Answer = (content) => {
  if (content.type === 'opened') return greeting;
  if (content.type === 'choice')
    return [{ type: 'text', text: ['You picked ', { bold: [content.label ?? content.id] }, '.'] }];
  if (content.type === 'location') return [{ type: 'text', text: ['We deliver there tomorrow.'] }];
  return content.type === 'text' ? (answers[content.text] ?? [echoed(content.text)]) : [];
};

const greeting: readonly Message[] = [
  { type: 'choices', text: ['Hello! I am the shop’s assistant. What can I do for you?'], choices: menu },
];

function echoed(text: string): Message {
  return { type: 'text', text: [`You said: ${text}`] };
}

const answers: Readonly<Record<string, readonly Message[]>> = {
  coats: [
    {
      type: 'products',
      text: ['Here are four warm coats under $200:'],
      products: coats,
      choices: [
        { id: 'more', label: 'Show more' },
        { id: 'cheaper', label: 'Cheaper ones' },
      ],
    },
  ],
  delivery: [
    {
      type: 'text',
      text: [
        'Delivery takes ',
        { bold: ['two days'] },
        ' and is ',
        { italic: ['free'] },
        ' from $50. Use the code ',
        { code: 'WINTER' },
        ' or read ',
        { link: 'https://shop.example/delivery', text: ['all about delivery'] },
        '.',
      ],
    },
    { type: 'ask-location', text: ['Where shall it go?'] },
  ],
  picture: [{ type: 'image', url: '/pictures/coat.svg', alt: 'A navy coat', text: ['The wool coat in navy.'] }],
  receipt: [
    {
      type: 'receipt',
      text: ['Thank you! Your order 10234:'],
      lines: [
        { title: 'Wool coat, navy', quantity: 1, total: usd(12900) },
        { title: 'Merino socks', quantity: 3, total: usd(3600) },
      ],
      totals: [
        { label: 'Delivery', amount: usd(0) },
        { label: 'Total', amount: usd(16500) },
      ],
    },
  ],
  sizes: [
    {
      type: 'choices',
      text: ['Which size?'],
      choices: Array.from({ length: 20 }, (_, size) => ({
        id: `size:${size}`,
        label: `Size ${size + 30}`,
        description: `Chest ${size + 80} cm`,
      })),
    },
  ],
};
