import fc from 'fast-check';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { Json } from '../../../src/storage/json.ts';

export type Move =
  | { readonly does: 'text' | 'press-id'; readonly text: string }
  | { readonly does: 'press' | 'press-old' | 'silence'; readonly nth: number }
  | { readonly does: 'news'; readonly news: string }
  | { readonly does: 'open' | 'sticker' | 'place' | 'take' | 'desk-says' | 'give-back' | 'change-flows' };

/** What an action does, in turn; a good day where the list is over. */
export type Luck = readonly (Outcome | 'good')[];

const say = (text: string): Move => ({ does: 'text', text });
const changeFlows: Move = { does: 'change-flows' };
const tell = (news: string): Move => ({ does: 'news', news });
const press = (nth: number): Move => ({ does: 'press', nth });
const giveBack: Move = { does: 'give-back' };
const waitLong: Move = { does: 'silence', nth: 0 };

/** From the cart to the money, and what happens on the way. */
const selling: readonly (readonly Move[])[] = [
  [say('checkout'), waitLong],
  [say('checkout'), say('no, thanks'), waitLong],
  [say('start over'), say('checkout'), say('yes, please'), waitLong],
  [say('checkout'), press(0), say('pay demo'), tell('order-paid')],
  [say('checkout'), tell('order-shipped'), press(1), press(0), say('12 Main Street, Springfield, IL 62701')],
  [say('checkout'), say('how much is delivery'), changeFlows, say('yes, order it')],
  [say('order now'), say('change something'), say('the delivery'), say('express'), press(0)],
  [say('pay my order'), say('bank transfer'), tell('order-expired')],
];
const toAPerson: readonly (readonly Move[])[] = [
  [say('talk to a person'), { does: 'desk-says' }, giveBack],
  [say('checkout'), say('talk to a person'), giveBack, press(0)],
  [say('i have a complaint'), say('the box is torn'), press(0), giveBack],
  [say('my parcel arrived damaged'), press(1), say('hello?'), giveBack],
];
/** What is said on the way to something else, and what is taken back: rarer than the rest, if it were left to the others. */
const asides: readonly (readonly Move[])[] = [
  ['change my cart', 'Blue Mug', 'no, red cup', 'no, blue mug'],
  ['change my cart', 'my cart', 'Blue Mug', 'no, red cup'],
  ['i have a complaint', 'my cart', 'compare two products'],
  ['buy the mug', 'my cart'],
].map((texts) => texts.map(say));
/** Flows that change under a conversation, and a question that is never answered: twice as often as the rest. */
const unsettled: readonly (readonly Move[])[] = [
  [say('put something into my cart'), changeFlows, say('mug'), say('mug')],
  [say('tell me about the blue mug'), changeFlows, say('back to the list')],
  [say('change my cart'), say('blue mug'), say('x'), say('y'), say('z')],
  [say('my cart'), changeFlows, say('yes, please'), changeFlows, say('nonsense')],
];
const stories: readonly (readonly Move[])[] = [
  ...selling,
  ...toAPerson,
  ...asides,
  ...unsettled,
  ...unsettled,
  ...[
    ['show me mugs', '1', 'add to cart', 'show my cart'],
    ['tell me about the blue mug', 'how much is delivery', 'similar products'],
    ['change my cart', 'Blue Mug', 'no, red cup', '3'],
    ['buy the mug', 'no, M', 'actually 2', 'my cart'],
    ['where is my order', 'track order 10234', 'nonsense', 'nonsense', 'nonsense'],
    ['compare two products', 'where do you deliver', 'blue mug', 'cancel'],
    ['what do you sell', 'attic', '7', 'back to the list', 'the second one'],
    ['checkout', 'yes, please', 'hello?'],
    ['empty my cart', 'no, blue', 'yes'],
    ['subscribe', 'no'],
  ].map((texts) => texts.map(say)),
];

const words = [
  'help',
  'stop',
  'start over',
  'talk to a person',
  'hola',
  'red',
  '2 red shoes',
  '-1',
  '',
  '🙂',
  'no',
  'compare',
  '٣',
];
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'grapheme' }),
  fc.nat(1000).map((times) => 'lorem 1 '.repeat(times)),
);

const news = [
  'order-paid',
  'order-expired',
  'order-shipped',
  'out-for-delivery',
  'parcel-waiting',
  'order-delivered',
  'review-ask',
  'back-in-stock',
  'nobody-tells-this',
];

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('press' as const), nth: fc.nat(9) }) },
  { weight: 3, arbitrary: text.map(say) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('press-old' as const), nth: fc.nat(99) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('press-id' as const), text: fc.string({ unit: 'binary' }) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('silence' as const), nth: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constantFrom<Move>(giveBack, changeFlows) },
  { weight: 1, arbitrary: fc.constantFrom(...news).map(tell) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Move>(
      { does: 'open' },
      { does: 'sticker' },
      { does: 'place' },
      { does: 'take' },
      { does: 'desk-says' },
    ),
  },
);
/** Stories and single moves of all kinds, in any order. */
export const moves: fc.Arbitrary<readonly Move[]> = fc
  .array(
    fc.oneof(
      fc.constantFrom(...stories),
      move.map((one) => [one]),
    ),
    {
      minLength: 5,
      maxLength: 16,
    },
  )
  .map((parts) => parts.flat());

/** As it comes over a wire: without -0 and bare objects. */
const anyJson = fc.json({ maxDepth: 3 }).map((written): Json => JSON.parse(written));
const anyObject = fc
  .array(fc.tuple(fc.string(), anyJson), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));
export const outcome: fc.Arbitrary<Outcome | 'good'> = fc.oneof(
  { weight: 9, arbitrary: fc.constant('good' as const) },
  { weight: 1, arbitrary: anyObject.map((value) => ({ result: 'returned' as const, value })) },
  {
    weight: 1,
    arbitrary: fc.record({
      result: fc.constant('refused' as const),
      reason: fc.constantFrom('none', 'several', 'not-enough', 'out-of-stock', 'not-found'),
      details: fc.oneof(
        fc.constant({
          choices: [
            { id: 'a', label: 'Apple' },
            { id: 'b', label: 'Bean' },
          ],
          available: 1,
          in_cart: 0,
        }),
        anyJson,
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ result: 'failed' as const, code: 'TIMEOUT' }) },
);
