import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clarifies, createMatcher } from '../../src/understanding/matcher.ts';
import type { Match, Trigger } from '../../src/understanding/trigger.ts';

const examples = (...texts: readonly string[]): readonly Trigger[] => texts.map((text) => ({ kind: 'example', text }));

const matcher = createMatcher([
  { flow: 'status', triggers: examples('where is my order', 'has my package shipped yet', 'track my parcel {order}') },
  { flow: 'returns', triggers: [...examples('I want to return something'), { kind: 'word', word: 'Refund' }] },
  {
    flow: 'buy',
    triggers: [
      ...examples('I want {product}', 'send {product} to {address}'),
      { kind: 'pattern', pattern: /^buy (?<product>.+?)(?: in (?<size>\w+))?$/gi },
    ],
  },
  { flow: 'person', triggers: examples('I want to talk to a human') },
  { flow: 'hello', triggers: [...examples('👋', 'hello'), { kind: 'word', word: '你好' }] },
  {
    flow: 'first',
    triggers: [
      { kind: 'moment', moment: 'first message' },
      { kind: 'moment', moment: 'anything else' },
      { kind: 'button', id: 'go', slot: null },
    ],
  },
]);

const best = (text: string): Match | undefined => matcher.match(text)[0];

describe('a matcher', () => {
  it.each([
    'where is my order',
    '  Where is my ORDER?? ',
    'wherе is my order'.replace('е', 'e'),
    'Where is my órder 📦',
    'where is myyy order',
  ])('is certain of an example however it is typed: "%s"', (text) => {
    expect(matcher.match(text)).toEqual([{ flow: 'status', confidence: 1, by: 'example', slots: {} }]);
  });

  it.each(['wheres my order', 'were is my ordr', 'has my pakage shiped yet', 'where is my order please'])(
    'finds a near example, less than certain: "%s"',
    (text) => {
      expect(best(text)?.flow).toBe('status');
      expect(best(text)?.confidence).toBeLessThan(1);
    },
  );

  it.each(['', '   ', '?!', 'what is the weather in paris', 'quantum physics', 'lol', 'qwertyuiop', '🦄'])(
    'proposes nothing for "%s"',
    (text) => {
      expect(matcher.match(text)).toEqual([]);
    },
  );

  it('fills the slots of an example with the words as written', () => {
    expect(best('Track my parcel #10234.')).toMatchObject({ flow: 'status', slots: { order: '#10234' } });
    expect(best('send Two Coats to 12 Main St, Springfield')?.slots).toEqual({
      product: 'Two Coats',
      address: '12 Main St, Springfield',
    });
  });

  it('fills the slots of an example with a typo in it', () => {
    expect(best('trakc my parcel 10234')).toMatchObject({ flow: 'status', slots: { order: '10234' } });
  });

  it('fills slots from named groups, the same way each time', () => {
    const match = { flow: 'buy', confidence: 1, by: 'pattern', slots: { product: 'a coat' } };
    expect([best('buy a coat'), best('buy a coat')]).toEqual([match, match]);
    expect(best('BUY a coat in M')?.slots).toEqual({ product: 'a coat', size: 'M' });
  });

  it('hears a word as a whole word alone', () => {
    expect(best('could someone look into my refund today')).toMatchObject({ flow: 'returns', by: 'word' });
    expect(best('prerefundable')).toBeUndefined();
    expect(best('你好吗')?.flow).toBe('hello');
  });

  it('prefers the flow whose own words say more', () => {
    expect(best('I want to talk to human')?.flow).toBe('person');
    expect(best('I want a red coat')).toMatchObject({ flow: 'buy', slots: { product: 'a red coat' } });
  });

  it('knows an emoji, whatever its skin', () => {
    expect(best('👋🏽')?.flow).toBe('hello');
  });

  it('proposes each flow once, best first', () => {
    const flows = createMatcher([
      { flow: 'a', triggers: [...examples('cancel my order', 'cancel the order'), { kind: 'word', word: 'cancel' }] },
      { flow: 'b', triggers: examples('change my order') },
    ]).match('cancel my orders');
    expect(new Set(flows.map(({ flow }) => flow)).size).toBe(flows.length);
    expect(flows.map(({ confidence }) => confidence)).toEqual(
      flows.map(({ confidence }) => confidence).sort((x, y) => y - x),
    );
  });

  it('ignores an example that is a slot alone, and works without any flow', () => {
    expect(createMatcher([{ flow: 'all', triggers: examples('{anything}') }]).match('what ever')).toEqual([]);
    expect(createMatcher([]).match('hello')).toEqual([]);
  });

  it('answers every text with confidences between 0 and 1', () => {
    let matched = 0;
    const words = fc.array(
      fc.constantFrom('where', 'is', 'my', 'order', 'track', 'parcel', 'I', 'want', 'refund', '{x}', '7', '👋'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 10_000, unit: 'binary' }),
          words.map((list) => list.join(' ')),
        ),
        (text) => {
          const matches = matcher.match(text);
          matched += matches.length > 0 ? 1 : 0;
          expect(matches.every(({ confidence }) => confidence > 0 && confidence <= 1)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(matched).toBeGreaterThan(50);
  });
});

describe('a matcher with flows of a shop', () => {
  const shop = createMatcher([
    { flow: 'status', triggers: examples('where is my order', 'track my parcel', 'when does it arrive') },
    { flow: 'cancel', triggers: examples('cancel my order', 'i want to cancel an order', 'call off my order') },
    { flow: 'refund', triggers: examples('when do i get my money back', 'i want a refund', 'refund my payment') },
    { flow: 'price', triggers: examples('what does shipping cost', 'how much is delivery', 'shipping price') },
    { flow: 'hello', triggers: [...examples('good evening'), { kind: 'word', word: 'hi' }] },
  ]);
  const flow = (text: string): string | undefined => shop.match(text)[0]?.flow;

  it.each([
    ['pls cancel teh oder', 'cancel'],
    ['hii wheres my ordr pls', 'status'],
    ['what are the delivery charges', 'price'],
    ['hi, i wnat my money back', 'refund'],
    ['hi', 'hello'],
  ])('hears “%s” as %s', (text, meant) => {
    expect(flow(text)).toBe(meant);
  });

  it.each([
    'hii, wram winter coat',
    'who won the football match',
    'play some jazz',
    'how do i bake bread',
    'is it going to rain in my town',
    'red shoes under 50',
  ])('refuses what no flow is for: “%s”', (text) => {
    expect(shop.match(text)).toEqual([]);
  });

  it('hears the flows of a message with two wishes in their order', () => {
    const both = (text: string): readonly string[] => shop.matchAll(text).map((match) => match.flow);
    expect(both('cancel my order and when do i get my money back?')).toEqual(['cancel', 'refund']);
    expect(both('When do I get my money back? Also cancel my order')).toEqual(['refund', 'cancel']);
    expect(both('hello, cancel my order and i want to cancel an order')).toEqual(['cancel']);
    expect(both('where is my order')).toEqual(['status']);
    expect(both('cancel my order and i like trains')).toEqual(['cancel']);
    expect(both('who won the football match')).toEqual([]);
  });

  it('hears three flows at most', () => {
    const text = 'cancel my order. where is my order? i want a refund. what does shipping cost?';
    expect(shop.matchAll(text)).toHaveLength(3);
  });

  it('learns two thousand examples, and examples that two flows share', () => {
    const words = ['red', 'blue', 'track', 'return', 'cancel', 'coat', 'order', 'money', 'late', 'size', 'gift', 'pay'];
    const texts = Array.from({ length: 40 }, (_, at) => `${words[at % 12]} ${words[(at * 7) % 11]} number ${at % 50}`);
    const many = createMatcher(
      Array.from({ length: 50 }, (_, at) => ({
        flow: `flow-${at}`,
        triggers: examples(...texts.map((text) => `${text} topic${at}`), 'the very same words'),
      })),
    );
    expect(many.match('return coat topic7')[0]?.flow).toBe('flow-7');
    expect(many.match('the very same words')).toHaveLength(50);
  });
});

describe('a clarification', () => {
  const at = (flow: string, confidence: number): Match => ({ flow, confidence, by: 'example', slots: {} });

  it('is needed between two flows that are near each other', () => {
    expect(clarifies([at('a', 0.8), at('b', 0.75)])).toBe(true);
    expect(clarifies([at('a', 1), at('b', 1)])).toBe(true);
  });

  it('is not needed for a clear lead, one match or none', () => {
    expect([clarifies([at('a', 0.9), at('b', 0.7)]), clarifies([at('a', 0.6)]), clarifies([])]).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('is needed for an example that two flows share', () => {
    const shared = createMatcher([
      { flow: 'a', triggers: examples('help with my order') },
      { flow: 'b', triggers: examples('Help with my order!') },
    ]);
    expect(clarifies(shared.match('help with my order'))).toBe(true);
  });
});
