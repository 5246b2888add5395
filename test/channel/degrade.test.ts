import { expect, test } from 'vitest';
import { split, truncate } from '../../src/channel/cut.ts';
import { degrade } from '../../src/channel/degrade.ts';
import { limitFaults } from '../../src/channel/limit-faults.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import type { Choice, InvoiceMessage, Message, ProductCard } from '../../src/channel/message.ts';
import { plainText } from '../../src/channel/rich-text.ts';

const cloud = capabilitiesOf['whatsapp-cloud'];
const { telegram, terminal, webchat } = capabilitiesOf;
const choices = (...labels: readonly string[]): readonly Choice[] =>
  labels.map((label, index) => ({ id: `c${index}`, label }));
const asking = (...labels: readonly string[]): Message => ({
  type: 'choices',
  text: ['Which?'],
  choices: choices(...labels),
});
const coat: ProductCard = {
  id: 'p1',
  title: 'Warm coat',
  price: { amount: 12_999, currency: 'USD' },
  was: { amount: 15_000, currency: 'USD' },
  inStock: false,
  choice: { id: 'pick:p1', label: 'See it' },
};

test('three short choices are WhatsApp buttons, four are a list, twelve are numbers', () => {
  const kinds = (count: number) =>
    degrade(asking(...Array.from({ length: count }, (_, at) => `Size ${36 + at}`)), cloud);
  expect(kinds(3).parts).toMatchObject([{ type: 'buttons', choices: [{}, {}, {}] }]);
  expect(kinds(4)).toMatchObject({ parts: [{ type: 'list' }], losses: [{ kind: 'listed', choices: 4 }] });
  const { parts, losses } = kinds(12);
  expect(losses).toEqual([{ kind: 'numbered', choices: 12 }]);
  expect(parts.map((part) => ('text' in part ? plainText(part.text) : ''))).toEqual([
    `Which?\n\n${Array.from({ length: 12 }, (_, at) => `${at + 1}. Size ${36 + at}`).join('\n')}`,
  ]);
});

test('labels that would be equal when cut carry their numbers, and the text says them in full', () => {
  const { parts } = degrade(asking('Navy blue cotton shirt, long', 'Navy blue cotton shirt, short'), cloud);
  expect(parts).toEqual([
    {
      type: 'buttons',
      text: ['Which?\n\n1. Navy blue cotton shirt, long\n2. Navy blue cotton shirt, short'],
      choices: [
        { id: 'c0', label: '1. Navy blue cotton…' },
        { id: 'c1', label: '2. Navy blue cotton…' },
      ],
    },
  ]);
});

test('an id over 64 bytes makes Telegram choices numbers', () => {
  const long = { id: 'я'.repeat(33), label: 'Yes' };
  expect(degrade({ type: 'choices', text: ['Sure?'], choices: [long] }, telegram).parts).toEqual([
    { type: 'text', text: ['Sure?\n\n1. Yes'] },
  ]);
});

test('numbers are left out where they would read as another label', () => {
  expect(degrade(asking('3', '2', '1'), terminal).parts).toEqual([{ type: 'text', text: ['Which?\n\n• 3\n• 2\n• 1'] }]);
});

test('a text too long for buttons goes ahead of them', () => {
  const { parts, losses } = degrade(
    { type: 'choices', text: ['word '.repeat(300)], choices: choices('Yes', 'No') },
    cloud,
  );
  expect(parts.map(({ type }) => type)).toEqual(['text', 'buttons']);
  expect(parts[1]).toMatchObject({ text: ['Please choose:'] });
  expect(losses).toEqual([{ kind: 'text-moved' }]);
});

test('products on a text channel are numbered lines with price, old price and stock, and numbering goes on', () => {
  const message: Message = {
    type: 'products',
    text: ['Here:'],
    products: [coat],
    choices: choices('More'),
    firstNumber: 4,
  };
  expect(degrade(message, terminal).parts).toEqual([
    {
      type: 'text',
      text: [
        'Here:',
        '\n\n',
        '4. ',
        { bold: ['Warm coat'] },
        ' — $129.99 (was $150.00) · out of stock',
        '\n',
        '5. ',
        'More',
      ],
    },
  ]);
  expect(degrade(message, webchat)).toMatchObject({
    parts: [{ type: 'cards', choices: [{ label: 'More' }] }],
    losses: [],
  });
});

test('prices and words follow the locale', () => {
  const words = {
    choose: 'Bitte wählen:',
    askLocation: 'Wohin?',
    askContact: 'Nummer?',
    outOfStock: 'ausverkauft',
    was: 'vorher {price}',
  };
  const { parts } = degrade(
    { type: 'products', text: [], products: [coat], choices: [] },
    capabilitiesOf['whatsapp-web'],
    { locale: 'de-DE', words },
  );
  expect(plainText(parts[0]?.type === 'text' ? parts[0].text : [])).toBe(
    'Bitte wählen:\n\n1. Warm coat — 129,99\u00a0$ (vorher 150,00\u00a0$) · ausverkauft',
  );
});

test('a single product with a picture is shown with it, and its button follows', () => {
  const message: Message = {
    type: 'products',
    text: ['Here:'],
    products: [{ ...coat, image: 'https://shop.example/p.png' }],
    choices: [],
  };
  expect(degrade(message, telegram).parts.map(({ type }) => type)).toEqual(['text', 'image', 'buttons']);
});

test('nothing to say sends nothing', () => {
  expect(degrade({ type: 'text', text: [' \n', { bold: ['\u200b'] }] }, telegram)).toEqual({
    parts: [],
    losses: [{ kind: 'empty' }],
  });
});

test('a long text is cut between paragraphs, sentences and words, never inside a character', () => {
  const paragraph = `${'word '.repeat(12).trim()}.`;
  expect(split([`${paragraph}\n\n${paragraph}`], 80, 'utf16')).toEqual([[paragraph], [paragraph]]);
  expect(split(['One two three. '.repeat(8).trim()], 64, 'utf16').every(([piece]) => String(piece).endsWith('.'))).toBe(
    true,
  );
  const family = '👨‍👩‍👧‍👦';
  expect(split([family.repeat(20)], 64, 'utf16').every(([piece]) => String(piece).replaceAll(family, '') === '')).toBe(
    true,
  );
  expect(truncate([{ bold: [family.repeat(3)] }], 30, 'utf16')).toEqual([{ bold: [family.repeat(2)] }, '…']);
});

test('what is cut in bold stays bold on both sides', () => {
  expect(split([{ bold: [`${'a'.repeat(40)} ${'b'.repeat(40)}`] }], 64, 'utf16')).toEqual([
    [{ bold: ['a'.repeat(40)] }],
    [{ bold: ['b'.repeat(40)] }],
  ]);
});

test('a checker is told what is too long, for which part of the channel', () => {
  const label = 'Twenty-six letters exactly';
  expect(limitFaults(asking(label, 'No'), cloud)).toEqual([
    { what: 'button', name: label, length: 26, max: 20, unit: 'characters' },
  ]);
  expect(limitFaults(asking(label, 'b', 'c', 'd'), cloud)).toMatchObject([{ what: 'row', max: 24 }]);
  expect(limitFaults(asking(label, 'No'), terminal)).toEqual([]);
  expect(
    limitFaults({ type: 'choices', text: [], choices: [{ id: 'x'.repeat(65), label: 'Yes' }] }, telegram),
  ).toMatchObject([{ what: 'choice-id', length: 65, max: 64, unit: 'bytes' }]);
});

test('a link stays whole where text is cut, one without words shows its address, and one longer than a message becomes words', () => {
  const link = { link: 'https://shop.example/coats', text: ['all our coats'] };
  expect(split(['word '.repeat(9), link], 64, 'utf16')).toEqual([['word '.repeat(9).trimEnd()], [link]]);
  const bare = { link: 'https://shop.example', text: [''] };
  expect(degrade({ type: 'text', text: [bare] }, telegram).parts).toEqual([
    { type: 'text', text: [{ link: bare.link, text: [bare.link] }] },
  ]);
  const endless = { link: `https://shop.example/${'p'.repeat(80)}`, text: ['here'] };
  expect(split([endless], 64, 'utf16').flat().join('')).toBe(`here(${endless.link})`);
});

test('a picture that its text names already is not named again where there are no pictures', () => {
  const [part, ...more] = degrade(
    { type: 'image', url: '/p.svg', alt: 'Warm coat', text: ['Warm coat, $10'] },
    terminal,
  ).parts;
  expect(part && 'text' in part ? plainText(part.text) : '').toBe('Warm coat, $10');
  expect(more).toEqual([]);
});

test('a program, which has room for any label, gets two equal ones as they are', () => {
  const room = Number.MAX_SAFE_INTEGER;
  const program = {
    ...webchat,
    buttons: { max: room, labelMax: room, bodyMax: room, idMaxBytes: room },
    cards: { max: room, titleMax: room, descriptionMax: room, buttonMax: room },
  };
  const products = [coat, { ...coat, id: 'p2', choice: { id: 'pick:p2', label: 'See it' } }];
  const { parts, losses } = degrade(
    { type: 'products', text: [], products, choices: choices('More', 'More') },
    program,
  );
  expect(parts).toMatchObject([
    { cards: [{ title: 'Warm coat' }, { title: 'Warm coat' }], choices: [{ label: 'More' }, { label: 'More' }] },
  ]);
  expect(losses).toEqual([]);
});

const invoice: InvoiceMessage = {
  type: 'invoice',
  text: ['Thank you, Ada.'],
  title: 'Order 10234',
  lines: [{ title: 'Warm coat', quantity: 1, total: { amount: 12_999, currency: 'USD' } }],
  payload: 'order:10234',
  url: 'https://shop.example/pay/10234',
};
const till = { ...telegram, invoice: { titleMax: 12, textMax: 40, currencies: ['USD', 'JPY'] } };

test('an invoice is paid in the chat where the platform takes payments, and told with its address where not', () => {
  const { text, title, lines, payload } = invoice;
  expect(degrade(invoice, till)).toEqual({
    parts: [{ type: 'invoice', text, title, lines, payload }],
    losses: [],
  });
  expect(degrade(invoice, terminal)).toEqual({
    parts: [
      {
        type: 'text',
        text: ['Thank you, Ada.\n\nOrder 10234\n\n1 × Warm coat — $129.99\n\nhttps://shop.example/pay/10234'],
      },
    ],
    losses: [{ kind: 'invoice-in-words' }],
  });
});

test('an invoice that the platform would refuse is told in words', () => {
  const [line] = invoice.lines;
  const inEuro = { title: 'Hat', quantity: 1, total: { amount: 900, currency: 'EUR' } };
  const free = { title: 'Hat', quantity: 1, total: { amount: 0, currency: 'USD' } };
  const refused: readonly Message[] = [
    { ...invoice, lines: [] },
    { ...invoice, lines: [inEuro] },
    { ...invoice, lines: [...(line ? [line] : []), inEuro] },
    { ...invoice, lines: [free] },
    { ...invoice, title: ' \n' },
  ];
  for (const message of refused) expect(degrade(message, till).losses).toEqual([{ kind: 'invoice-in-words' }]);
});

test('an invoice with too long a title tells it in full above the amounts, and one with too long a text ahead of them', () => {
  expect(degrade({ ...invoice, title: 'Order 10234, two' }, till)).toMatchObject({
    parts: [{ type: 'invoice', text: ['Thank you, Ada.\n\nOrder 10234, two'], title: 'Order 10234…' }],
    losses: [{ kind: 'shortened', label: 'Order 10234, two', shown: 'Order 10234…' }],
  });
  const long = 'Thank you for your order, dear Ada. It is on its way.';
  expect(degrade({ ...invoice, text: [long] }, till)).toMatchObject({
    parts: [
      { type: 'text', text: [long] },
      { type: 'invoice', text: ['Order 10234'] },
    ],
    losses: [{ kind: 'text-moved' }],
  });
  expect(degrade({ ...invoice, text: [] }, till)).toMatchObject({ parts: [{ text: ['Order 10234'] }], losses: [] });
});

test('a telephone number is asked for with a button where there is one, and in words where not', () => {
  const message: Message = { type: 'ask-contact', text: ['Your number?'] };
  expect(degrade(message, telegram)).toEqual({
    parts: [{ type: 'ask-contact', text: ['Your number?'] }],
    losses: [],
  });
  expect(degrade(message, terminal)).toEqual({
    parts: [{ type: 'text', text: ['Your number?'] }],
    losses: [{ kind: 'contact-in-words' }],
  });
  expect(degrade({ type: 'ask-contact', text: [] }, telegram)).toMatchObject({
    parts: [{ type: 'ask-contact', text: ['What is your phone number?'] }],
  });
});
