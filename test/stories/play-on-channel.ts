import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { openSqliteStore } from '../../adapters/stores/sqlite/store.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { usualSelling } from '../../src/commerce/selling.ts';
import { readConfig } from '../../src/config/config.ts';
import { bringOrder, type ParcelMove } from '../../src/rehearsal/bring-order.ts';
import type { ConversationTest, Line } from '../../src/rehearsal/conversation-test.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import type { Environment } from './own-process.ts';
import type { ChannelPeer } from './peers/channel-peer.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type OpenPeer = (options: { readonly data: string }) => Promise<ChannelPeer>;

/** An answer on a busy machine, with what platforms make a shop wait. */
const longest = 30_000;

/** Plays a conversation test through a real shop process, the channel's real client and a platform's peer. A restart is a kill. */
export async function playOnChannel(test: ConversationTest, openPeer: OpenPeer): Promise<void> {
  const data = await temporaryFolder();
  await stock(data, test);
  const peer = await openPeer({ data });
  onTestFinished(peer.close);
  const environment = { PARLEY_DATA: data, ...peer.environment };
  let shop = await openShop(environment);
  await peer.connect(shop.address);
  const begun = (await wordsSeen(peer)).length;
  const talk: Talk = { peer, data, from: begun };
  for (const line of test.talk) {
    if (line.does === 'restart') {
      await shop.kill('SIGKILL');
      shop = await openShop({ ...environment, PARLEY_PORT: new URL(shop.address).port });
      await peer.connect(shop.address);
    } else await playLine(talk, line);
  }
  const crashes = test.talk.filter(({ does }) => does === 'restart').length;
  expectNothingTwice((await wordsSeen(peer)).slice(begun), test, peer.takesNoKey ? crashes : 0);
}

interface Talk {
  readonly peer: ChannelPeer;
  readonly data: string;
  /** How many characters had been seen when the shopper last did something. */
  from: number;
}

async function playLine(talk: Talk, line: Line): Promise<void> {
  const { peer } = talk;
  switch (line.does) {
    case 'shopper':
      talk.from = (await wordsSeen(peer)).length;
      return peer.says(line.text);
    case 'presses':
      talk.from = (await wordsSeen(peer)).length;
      return peer.picks(line.label);
    case 'again':
      return peer.again();
    case 'parcel':
      talk.from = (await wordsSeen(peer)).length;
      return moveParcel(talk.data, line.move);
    case 'parley':
      return hear(talk, line.text);
    default:
      throw new Error(`“${line.does}” cannot be played through a platform`);
  }
}

/** As the merchant's own commands do it, while the shop is open. */
async function moveParcel(data: string, move: ParcelMove): Promise<void> {
  const store = await openSqliteStore({ file: join(data, 'parley.db') });
  const [newest] = await store.find('order', { sort: { by: 'placedAt', direction: 'down' }, limit: 1 });
  const { shop } = readConfig({});
  const catalog = createCatalog({ store, index: createEmbeddedIndex() });
  const parts = { store, catalog, shop, rules: usualSelling(shop).rules, clock: systemClock };
  expect(await bringOrder(parts, String(newest?.body['customer']), move)).toBe(true);
  await store.close();
}

async function hear({ peer, from }: Talk, expected: string): Promise<void> {
  const wanted = piecesOf(expected);
  const seen = async () => firstMissing(wanted, (await wordsSeen(peer)).slice(from));
  await expect.poll(seen, { timeout: longest, interval: 50, message: expected }).toBeNull();
}

/** The literal words between `…`, in order. */
function piecesOf(expected: string): readonly string[] {
  return flat(expected)
    .split(/…/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** The first piece that is not to be found behind those before it, with what was seen instead; `null` when all are there. */
function firstMissing(pieces: readonly string[], seen: string): string | null {
  let at = 0;
  for (const piece of pieces) {
    const found = seen.indexOf(piece, at);
    if (found < 0) return `“${piece}” is not in: ${seen.slice(at)}`;
    at = found + piece.length;
  }
  return null;
}

async function wordsSeen(peer: ChannelPeer): Promise<string> {
  return flat((await peer.seen()).join('\n'));
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Each sentence was seen as often as the test says it, or so many times more. Titles and amounts stand in other places too. */
function expectNothingTwice(seen: string, { talk }: ConversationTest, repeats: number): void {
  const said = talk.flatMap((line) => (line.does === 'parley' ? piecesOf(line.text) : []));
  const sentences = new Set(said.filter((piece) => /[.?]$/u.test(piece)));
  for (const sentence of sentences) {
    const expected = times(said.join(' '), sentence);
    expect(times(seen, sentence), sentence).toBeGreaterThanOrEqual(expected);
    expect(times(seen, sentence), sentence).toBeLessThanOrEqual(expected + repeats);
  }
}

function times(text: string, piece: string): number {
  return text.split(piece).length - 1;
}

async function openShop(environment: Environment): Promise<ShopProcess> {
  const shop = await startShop(environment);
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  return shop;
}

/** The test's own products, before the shop opens: an empty shop would bring its demo. */
async function stock(data: string, { products }: ConversationTest): Promise<void> {
  const store = await openSqliteStore({ file: join(data, 'parley.db') });
  const writes = (products ?? []).map((product) => ({
    kind: 'product' as const,
    id: product.id,
    revision: 0,
    body: productBody(product, null),
  }));
  await store.commit(writes);
  await store.close();
}
