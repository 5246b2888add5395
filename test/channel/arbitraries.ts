import fc from 'fast-check';
import type { Capabilities } from '../../src/channel/capabilities.ts';
import type { Choice, Message, ProductCard, ReceiptLine } from '../../src/channel/message.ts';
import type { Inline, RichText } from '../../src/channel/rich-text.ts';

/** What people write in shops, and what breaks programs. */
const word = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), minLength: 1, maxLength: 12 }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Größe',
      'crème',
      'куртка',
      '大衣',
      'معطف',
      'XL',
      '36',
      '2',
      '#1',
      '$9.99',
      'C++',
      '_x_',
      '*',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('👍🏽', '👨‍👩‍👧‍👦', '🇩🇪', 'e\u0301\u0302', '\ud83d') },
);

const words = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(word, { maxLength })
    .chain((all) => fc.constantFrom(' ', ' ', '. ', '\n', '\n\n', '  ').map((between) => all.join(between)));

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words(8) },
  { weight: 1, arbitrary: words(200) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
  { weight: 1, arbitrary: words(40).map((bold) => ({ bold: [bold] })) },
  { weight: 1, arbitrary: words(40).map((both) => ({ italic: ['so ', { bold: [both] }] })) },
  { weight: 1, arbitrary: words(20).map((code) => ({ code })) },
  { weight: 1, arbitrary: fc.record({ link: address(), text: words(20).map((text) => [text]) }) },
);

function address(): fc.Arbitrary<string> {
  return fc.integer({ min: 1, max: 90 }).map((length) => `https://shop.example/${'p'.repeat(length)}`);
}

const richText: fc.Arbitrary<RichText> = fc.oneof(
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 6, arbitrary: fc.array(inline, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.array(word, { minLength: 1000, maxLength: 1600, size: 'max' }).map((all) => [all.join(' ')]),
  },
);

const label = fc.oneof(
  { weight: 6, arbitrary: words(3) },
  { weight: 2, arbitrary: words(2).map((end) => `Navy blue cotton shirt with long sleeves ${end}`) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 14 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', 'S', 'M', 'XS', 'Yes', 'yes', 'No', '👍', '👎') },
);

const choiceBody = fc.record(
  {
    label,
    description: fc.oneof(words(4), words(40)),
    idTail: fc.oneof(
      { weight: 9, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.string({ minLength: 60, maxLength: 70 }) },
    ),
  },
  { requiredKeys: ['label', 'idTail'] },
);

/** Choices with ids of their own. */
const choices = (maxLength: number, prefix = 'c'): fc.Arbitrary<readonly Choice[]> =>
  fc
    .array(choiceBody, { maxLength, size: 'max' })
    .map((all) => all.map(({ idTail, ...choice }, index) => ({ ...choice, id: `${prefix}:${index}${idTail}` })));

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'XXX', '?!');
const amount = fc.integer({ min: 0, max: 10_000_000 });
const price = fc.record({ amount, currency });

const billed = (currency: fc.Arbitrary<string>): fc.Arbitrary<readonly ReceiptLine[]> =>
  fc.array(fc.record({ title: words(4), quantity: fc.nat(9), total: fc.record({ amount, currency }) }), {
    maxLength: 4,
  });

const cardBody = fc.record(
  {
    title: label,
    price,
    was: price,
    image: fc.constant('https://shop.example/p.png'),
    description: words(30),
    inStock: fc.boolean(),
    label,
  },
  { requiredKeys: ['title', 'price', 'inStock', 'label'] },
);

const products = (maxLength: number): fc.Arbitrary<readonly ProductCard[]> =>
  fc.array(cardBody, { maxLength, size: 'max' }).map((all) =>
    all.map(({ label: said, ...card }, index) => ({
      ...card,
      id: `p${index}`,
      choice: { id: `p:${index}`, label: said },
    })),
  );

const firstNumber = fc.constantFrom(1, 1, 4, 12);

export const message: fc.Arbitrary<Message> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: richText }),
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('choices' as const), text: richText, choices: choices(30), firstNumber }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('choices' as const), text: richText, choices: choices(4), firstNumber }),
  },
  {
    // What every platform has buttons for.
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('choices' as const),
      text: fc.array(words(8), { minLength: 1, maxLength: 2 }),
      choices: fc
        .subarray(['Yes', 'No', 'Later'], { minLength: 1 })
        .map((labels) => labels.map((said, index) => ({ id: `c:${index}`, label: said }))),
      firstNumber,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('products' as const),
      text: richText,
      products: products(12),
      choices: choices(5),
      firstNumber,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('products' as const),
      text: richText,
      products: products(2),
      choices: choices(2),
      firstNumber,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('image' as const),
      url: fc.constantFrom('https://shop.example/p.png', 'data:image/png;base64,AA=='),
      alt: words(5),
      text: richText,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('receipt' as const),
      text: richText,
      lines: fc.array(fc.record({ title: words(4), quantity: fc.nat(9), total: price }), { maxLength: 4 }),
      totals: fc.array(fc.record({ label: words(2), amount: price }), { maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('ask-location' as const), text: richText }) },
  { weight: 5, arbitrary: fc.record({ type: fc.constant('ask-contact' as const), text: richText }) },
  {
    // Many are of currencies and sums that a platform does not bill.
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('invoice' as const),
      text: richText,
      title: fc.oneof(
        { weight: 6, arbitrary: words(6).map((title) => `Order ${title}`) },
        { weight: 1, arbitrary: words(1) },
      ),
      lines: fc.oneof(
        { weight: 3, arbitrary: price.chain(({ currency }) => billed(fc.constant(currency))) },
        { weight: 1, arbitrary: billed(currency) },
      ),
      payload: fc.constant('order:10234'),
    }),
  },
);

const length = (min: number, max: number) => fc.integer({ min, max });
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 3 });
const buttons = { max: length(1, 20), labelMax: length(1, 40), bodyMax: length(1, 2000), idMaxBytes: length(1, 300) };

/** Channels that do not exist, and might. */
export const capabilities: fc.Arbitrary<Capabilities> = fc.record({
  text: fc.record({
    max: fc.oneof(length(64, 300), length(300, 5000)),
    unit: fc.constantFrom('utf16' as const, 'bytes' as const),
    markup: fc.subarray(['bold', 'italic', 'code', 'link'] as const).map((kinds) => [...kinds]),
  }),
  buttons: orNull(fc.record(buttons)),
  list: orNull(fc.record({ ...buttons, descriptionMax: length(0, 100) })),
  cards: orNull(
    fc.record({
      max: length(1, 10),
      titleMax: length(1, 80),
      descriptionMax: length(0, 200),
      buttonMax: length(1, 40),
    }),
  ),
  image: orNull(fc.record({ captionMax: length(0, 1024) })),
  receipt: orNull(fc.constant({})),
  location: orNull(fc.constant({})),
  contact: orNull(fc.constant({})),
  invoice: orNull(
    fc.record({
      titleMax: length(1, 40),
      textMax: length(4, 400),
      currencies: fc.constantFrom(null, ['USD', 'EUR', 'JPY']),
    }),
  ),
  typing: fc.boolean(),
  idempotent: fc.boolean(),
});
