import type { ActionShape, Book } from '../../../src/dialog/book.ts';
import { loadBook } from '../../../src/dialog/files/load-book.ts';

const shop = { name: 'Corner Shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };

const anything = { type: 'object', additionalProperties: true } as const;

function shape(name: string, reads: boolean): ActionShape {
  return { name, about: name, input: anything, output: anything, callers: ['flow'], reads };
}

const shapes = [shape('look', true), shape('find', true), shape('buy', false)];

export interface Files {
  /** By locale. */
  readonly messages?: Readonly<Record<string, string>>;
  readonly locale?: string;
  /** Whether there is an assistant to be asked. */
  readonly assistant?: boolean;
}

/** A book of flow files that have no mistake; `look` and `find` read, `buy` changes something. */
export function bookOf(
  flows: readonly string[],
  { messages = {}, locale = 'en', assistant = false }: Files = {},
): Book {
  const files = flows.map((text, index) => ({ path: `flows/${index}.yaml`, text }));
  const translations = Object.entries(messages).map(([of, text]) => ({ path: `flows/messages/${of}.yaml`, text }));
  const known = assistant ? [...shapes, shape('assistant.ask', true)] : shapes;
  const context = { shop: { ...shop, locale }, actions: new Map(known.map((one) => [one.name, one])), channels: [] };
  const { book, mistakes } = loadBook(files, translations, context);
  if (!book) throw new Error(mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return book;
}
