import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import type { Book, CheckContext } from '../../src/dialog/book.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import { shoppingActions } from './actions.ts';
import { shoppingFlows } from './flows.ts';

const context: CheckContext = {
  shop: { name: 'Quay Street', locale: 'en-US', currency: 'USD', country: 'US', timeZone: 'America/New_York' },
  actions: shoppingActions.shapes,
  channels: [{ name: 'Web chat', capabilities: capabilitiesOf.webchat }],
};

/** Throws when the benchmark's flows have a mistake. */
export function loadShoppingBook(): Book {
  const { book, mistakes } = loadBook(shoppingFlows, [], context);
  if (book === null) throw new Error(mistakes.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return book;
}
