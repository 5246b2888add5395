import { beforeAll, expect, it } from 'vitest';
import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { questionOf } from '../../../src/care/questions/open-question.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import { plainText } from '../../../src/channel/rich-text.ts';
import type { Book } from '../../../src/dialog/book.ts';
import { freshConversation } from '../../../src/runtime/conversation.ts';
import { takeTurn } from '../../../src/runtime/take-turn.ts';
import { aProduct } from '../../catalog/shelf.ts';
import { starterBooks } from '../../dialog/engine/starter-shop.ts';
import { createMemoryStore } from '../../runtime/memory-store.ts';

let book: Book;

beforeAll(async () => {
  [book] = await starterBooks();
});

/** Says one thing after the other to the starter flows, with the shop's own actions; what was answered, and what is listed for the merchant. */
async function talk(...texts: readonly string[]) {
  const store = createMemoryStore(new Map());
  const index = createEmbeddedIndex();
  const mug = aProduct('mug', { title: 'Red Mug' });
  await index.put([mug]);
  await store.commit([{ kind: 'product', id: 'mug', revision: 0, body: productBody(mug, null) }]);
  const catalog = createCatalog({ store, index });
  const world = { book, store, catalog, actions: createActionRegistry(allActions) };
  const id = conversationId({ channel: 'terminal', account: 'test', peer: 'ada' });
  let conversation = freshConversation(id, 'terminal');
  const said: string[] = [];
  for (const [second, text] of texts.entries()) {
    const event = { type: 'text', text, at: 1_800_000_000_000 + second * 1000 } as const;
    const request = { id, conversation, event, besides: null, staged: [], beforeSlow: async () => undefined };
    const turn = await takeTurn(world, request);
    await store.commit(turn.writes);
    conversation = { ...conversation, state: turn.state };
    said.push(turn.outbound.map((message) => plainText(message.text)).join(' / '));
  }
  const listed = (await store.find('question', {})).map(questionOf);
  return { said, listed: listed.map(({ text, count }) => `${count} ${text}`) };
}

const unclear = 'can i send back a present @ada_l';

it('a question is listed, without what tells of a person, once none of the flows offered for it was taken', async () => {
  const { said, listed } = await talk(unclear, 'red mug');
  expect(said[0]).toContain('What do you mean?');
  expect(said[1]).toContain('Here is what I found');
  expect(listed).toEqual(['1 can i send back a present [name]']);
});

it('a question is not listed when one of the flows offered for it was taken', async () => {
  const { said, listed } = await talk(unclear, '1', 'red mug');
  expect(said[0]).toContain('What do you mean?');
  expect(said[1]).toContain('A present, how nice.');
  expect(listed).toEqual([]);
});

it('a question in the middle of an order is listed, and answers, addresses and small talk are not', async () => {
  const order = ['red mug', 'add the first', 'order'];
  const { said, listed } = await talk(...order, 'why do you need that of me?', 'how are you', 'is it not NW1 6XE?');
  expect(said[2]).toContain('Where shall it go?');
  expect(said[3]).toContain('I could not read that as an address.');
  expect(listed).toEqual(['1 why do you need that of me?']);
});
