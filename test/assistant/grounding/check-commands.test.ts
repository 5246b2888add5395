import { beforeAll, describe, expect, it } from 'vitest';
import type { AssistantQuestion } from '../../../src/assistant/assistant.ts';
import { heldCommands } from '../../../src/assistant/check-commands.ts';
import type { Book } from '../../../src/dialog/book.ts';
import { readStarterBook } from '../adversarial/open-world.ts';

type Open = NonNullable<AssistantQuestion['open']>;

describe('what a model may say for a shopper', () => {
  let book: Book;
  beforeAll(async () => {
    book = await readStarterBook();
  });

  const asked = (text: string, open: Partial<Open> | null = null, near: readonly string[] = []): AssistantQuestion => {
    const usual: Open = { flow: 'clear-cart', question: '?', slot: null, type: null, choices: [], answered: [] };
    return { text, open: open && { ...usual, ...open }, near: [...near], mood: null };
  };

  it.each(['hm', 'yes', 'well, yes and no'])('no yes, whatever the shopper wrote: %s', (text) => {
    const open = { slot: 'sure', type: 'yes-no', choices: ['Yes', 'No'], answered: ['sure'] };
    const commands = [
      { command: 'set-slot', slot: 'sure', value: 'Yes' },
      { command: 'correct-slot', slot: 'sure', value: 'yes' },
    ] as const;
    expect(heldCommands(commands, { book, question: asked(text, open) })).toEqual([]);
    const within = { ...open, flow: 'not-in-the-book' };
    expect(heldCommands(commands, { book, question: asked(text, within) })).toEqual([]);
  });

  it.each([
    ['clear-cart', { sure: 'yes' }],
    ['subscribe', { agreed: 'yes' }],
    ['checkout', { email: 'thief@evil.example.com' }],
  ])('no flow that changes something gets a value that the shopper did not write: %s', (flow, slots) => {
    const question = asked('what do you think of steel', null, [flow]);
    const [first] = heldCommands([{ command: 'start-flow', flow, slots: { ...slots } }], { book, question });
    expect(first === undefined || first.command !== 'start-flow' || Object.keys(first.slots).length === 0).toBe(true);
  });

  it('a value for what changes something is in the shopper’s own words', () => {
    const start = (product: string) => ({ command: 'start-flow', flow: 'add-to-cart', slots: { product } }) as const;
    const question = asked('put the red travel mug in my cart', null, ['add-to-cart']);
    expect(heldCommands([start('red travel mug')], { book, question })).toEqual([start('red travel mug')]);
    expect(heldCommands([start('copper kettle')], { book, question })).toEqual([{ ...start(''), slots: {} }]);
    expect(heldCommands([start('🛒')], { book, question })).toEqual([{ ...start(''), slots: {} }]);
  });

  it('a pick among what was offered is named by the shopper, and not refused by them', () => {
    const open = { flow: 'cancel-order', slot: 'reason', type: 'choice', choices: ['Too late', 'Too dear'] };
    const set = { command: 'set-slot', slot: 'reason', value: 'Too dear' } as const;
    expect(heldCommands([set], { book, question: asked('you guess', open) })).toEqual([]);
    expect(heldCommands([set], { book, question: asked('not because it was too dear', open) })).toEqual([]);
    expect(heldCommands([set], { book, question: asked('it was too dear for me', open) })).toEqual([set]);
  });
});
