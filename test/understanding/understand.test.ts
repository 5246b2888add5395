import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/understanding/language.ts';
import { createMatcher } from '../../src/understanding/matcher.ts';
import type { Trigger } from '../../src/understanding/trigger.ts';
import { understand } from '../../src/understanding/understand.ts';
import type { UnderstandingWorld } from '../../src/understanding/whole-message/understanding-world.ts';

const examples = (...texts: readonly string[]): readonly Trigger[] => texts.map((text) => ({ kind: 'example', text }));

const world: UnderstandingWorld = {
  matcher: createMatcher([
    { flow: 'status', triggers: examples('where is my order', 'track my parcel') },
    { flow: 'returns', triggers: examples('I want to return something', 'how do I return my shoes') },
    { flow: 'find', triggers: examples('I am looking for something') },
  ]),
  fallbacks: new Set(['find']),
  vocabulary: {
    brand: { Nordik: 4, Sudeste: 2 },
    category: { shoe: 6 },
    'options.size': { 41: 3, 42: 3 },
    'options.colour': { Red: 3, Blue: 3 },
  },
  exponent: 2,
  context: { locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC', now: Date.UTC(2026, 10, 22, 12) },
  detectLanguage: (text) => detectLanguage(text, ['en', 'es', 'de']),
};

describe('a message taken apart', () => {
  it('has the language it is written in, and none without words', () => {
    expect(understand('¿Dónde está mi pedido? Quiero saber cuándo llega', world).language).toBe('es');
    expect(understand('where is my order, please tell me', world).language).toBe('en');
    expect(understand('12345 🧥', world).language).toBeNull();
  });

  it('has the flow that handles it with how sure that is, and none for what no flow handles', () => {
    expect(understand('where is my order', world).intent).toEqual({ name: 'status', confidence: 1 });
    expect(understand('what is the capital of France', world).intent).toBeNull();
  });

  it('has no flow of the last resort for an intent', () => {
    const { intent, commands } = understand('I am looking for something', world);
    expect({ intent, starts: commands.filter(({ command }) => command === 'start-flow') }).toEqual({
      intent: null,
      starts: [],
    });
  });

  it('searches for no word of what a flow has', () => {
    const { constraints, commands } = understand('blue shoes under 20 and where is my order', world);
    expect(constraints).toEqual({ text: 'shoes', price_to: 20, colour: ['Blue'] });
    expect(commands).toContainEqual({ command: 'start-flow', flow: 'status', slots: {} });
  });

  it('has a command for each thing it asks for, in its order', () => {
    const { commands } = understand('where is my order and how do I return my shoes', world);
    expect(commands.flatMap((one) => (one.command === 'start-flow' ? [one.flow] : []))).toEqual(['status', 'returns']);
    expect(understand('cancel', world).commands).toEqual([{ command: 'cancel' }]);
    expect(understand('talk to a person', world).commands).toMatchObject([{ command: 'handoff' }]);
  });

  it('has the values that it names', () => {
    const { slots } = understand('2 red nordik shoes size 42, write to ada@example.com', world);
    expect(slots).toMatchObject({
      quantity: 2,
      size: '42',
      colour: expect.stringMatching(/^red$/i),
      brand: 'Nordik',
      email: 'ada@example.com',
    });
    expect(understand('the second one', world).slots).toMatchObject({ product_reference: { which: [2], but: null } });
    expect(understand('hello', world).slots).toEqual({});
  });

  it('has the conditions of a wish by the catalogue’s own values, prices in major units', () => {
    const { constraints } = understand('red nordik shoes size 42 under 49.50, not blue', world);
    expect(constraints).toMatchObject({
      price_to: 49.5,
      brand: ['Nordik'],
      colour: ['Red'],
      size: ['42'],
      not: { colour: ['Blue'] },
    });
    expect(constraints).not.toHaveProperty('price_from');
    expect(understand('hello', world).constraints).toEqual({ text: expect.any(String) });
  });

  it('has its mood, good or bad', () => {
    const good = understand('I love these shoes, thank you so much!', world).sentiment;
    const bad = understand('this is terrible, the worst shop ever, I am so angry', world).sentiment;
    expect([good?.label, bad?.label]).toEqual(['good', 'bad']);
    expect(good?.score).toBeGreaterThan(bad?.score ?? 1);
  });

  it('is taken apart in the same way every time, however long it is', () => {
    const text = `red shoes ${'x '.repeat(5_000)}under 50`;
    expect(understand(text, world)).toEqual(understand(text, world));
    expect(understand(text, world).constraints).not.toHaveProperty('price_to');
  });
});
