import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';

function filesIn(folder: string) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml') && name !== 'synonyms.yaml');
  return names.map((name) => ({ path: `${folder}/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));
}

describe('the starter flows', () => {
  const { book, mistakes } = loadBook(filesIn('flows'), filesIn('flows/messages'), {
    shop: { name: 'A shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' },
    actions: createActionRegistry(allActions).shapes,
    channels: Object.entries(capabilitiesOf).map(([name, capabilities]) => ({ name, capabilities })),
  });

  it('have no mistake and no warning, on any channel, with every text in every language', () => {
    expect(mistakes).toEqual([]);
  });

  it('greet, and search for whatever nothing else understands', () => {
    expect(book?.moments.get('first message')).toBe('welcome');
    expect(book?.moments.get('anything else')).toBe('find');
  });

  it('are each tested in at least two conversations where a shopper can start them', () => {
    for (const { id, triggers } of book?.flows.values() ?? []) {
      if (triggers.every(({ kind }) => kind === 'news')) continue;
      const tests = readFileSync(`flows/tests/${id}.yaml`, 'utf8').match(/^test: /gm) ?? [];
      expect({ id, enough: tests.length >= 2 }).toEqual({ id, enough: true });
    }
  });

  it.each([
    ['where is my order', 'order-status'],
    ['put it in my basket please', 'take-it'],
    ['how much does shipping cost', 'delivery'],
    ['how do i send something back', 'returns'],
    ['whats in my cart', 'cart'],
    ['take the blue mug out of my cart', 'remove-from-cart'],
    ['¿dónde está mi pedido?', 'order-status'],
  ])('know what “%s” means', (text, flow) => {
    expect(book?.matcher.match(text)[0]?.flow).toBe(flow);
  });

  it.each(['a warm winter coat under 200', 'red shoes', 'something nice for my mother'])(
    'leave “%s” to the search',
    (text) => {
      expect(book?.matcher.match(text).filter((match) => match.flow !== 'find' && match.confidence >= 0.7)).toEqual([]);
    },
  );
});
