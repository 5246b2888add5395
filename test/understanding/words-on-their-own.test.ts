import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../src/understanding/matcher.ts';

const flow = (id: string, ...texts: readonly string[]) => ({
  flow: id,
  triggers: texts.map((text) => ({ kind: 'example', text }) as const),
});

const matcher = createMatcher([
  flow('address', 'change the address', 'change my address', 'the address is wrong', 'i want another address'),
  flow('complaint', 'no llegó', 'mi pedido no llegó', 'todavía no llegó nada', 'i want to complain'),
  flow(
    'delivery',
    'how much is shipping',
    'was kostet der versand',
    'do you ship to {place}',
    'was kostet der versand nach {place}',
  ),
  flow('product', 'tell me more about {product}', 'was kostet der {product}', 'how much is the {product}'),
]);

const flowsOf = (text: string): readonly string[] => matcher.match(text).map((match) => match.flow);

describe('a word that a flow has one like it', () => {
  it.each(['dress', 'red dress', 'black dress', 'a dress for a wedding', 'i need a dress'])(
    'is no slip of it when it begins otherwise: "%s"',
    (text) => {
      expect(flowsOf(text)).not.toContain('address');
    },
  );

  it('is no slip of it when a doubled first letter makes it another: "lego"', () => {
    expect(flowsOf('lego')).toEqual([]);
    expect(flowsOf('mi pedido no llego')[0]).toBe('complaint');
  });

  it('is still mended after its first letter', () => {
    expect(flowsOf('change my adress')[0]).toBe('address');
    expect(flowsOf('change my addrees')[0]).toBe('address');
    expect(flowsOf('how much is shiping')[0]).toBe('delivery');
  });

  it('tells nothing by its letters alone where there are one or two words', () => {
    expect(flowsOf('complex wrench')).toEqual([]);
  });
});

describe('an example with a slot', () => {
  it('is found in shorthand', () => {
    expect(matcher.match('do u ship to canada')[0]).toMatchObject({ flow: 'delivery', slots: { place: 'canada' } });
  });

  it('goes before one that has but a part of its words', () => {
    const matches = matcher.match('was kostet der versand nach berlin');
    expect(matches[0]).toMatchObject({ flow: 'delivery', slots: { place: 'berlin' } });
    expect(flowsOf('was kostet der versand nach berlin')).not.toContain('product');
    expect(matcher.match('was kostet der mantel')[0]).toMatchObject({ flow: 'product', slots: { product: 'mantel' } });
  });
});
