import type { ActionRegistry } from '../../src/actions/registry.ts';
import type { Book } from '../../src/dialog/book.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';

/** Every message, whatever it is, makes one count and one answer. `does` names the action that counts. */
export function countingFlow(does: string): string {
  return `flow: count
about: Count what is said.
starts on:
  - when: first message
  - when: anything else
  - button: count
steps:
  - do: ${does}
    as: counted
  - say: "{{ counted.count }}"
`;
}

export const slowFlow = `flow: slow
about: Count slowly.
starts on:
  - pattern: '^slow'
steps:
  - do: test.count-slowly
    as: counted
  - say: "{{ counted.count }}"
`;

export const threeFlow = `flow: three
about: Say three things.
starts on:
  - pattern: '^three'
steps:
  - say: one
  - say: two
  - say: three
`;

export function bookOf(texts: readonly string[], actions: Pick<ActionRegistry, 'shapes'>): Book {
  const files = texts.map((text, index) => ({ path: `flows/${index}.yaml`, text }));
  const shop = { name: 'Test shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };
  const { book, mistakes } = loadBook(files, [], { shop, actions: actions.shapes, channels: [] });
  if (!book) throw new Error(mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return book;
}
