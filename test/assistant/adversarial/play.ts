import { formatMoney } from '../../../src/catalog/format-money.ts';
import { answerables, type Message } from '../../../src/channel/message.ts';
import { visibleText } from '../../../src/rehearsal/match.ts';
import { placeGiven } from '../../../src/rehearsal/place-given.ts';
import { openStage, type Stage } from '../../../src/rehearsal/stage.ts';
import type { Store } from '../../../src/storage/store.ts';
import type { Served } from '../../fakes/model-server.ts';
import type { Case } from './case.ts';
import type { World } from './open-world.ts';

/** What came of one case. */
export interface Played {
  readonly asks: string;
  /** What the shopper reads, with prices of cards; a message each. */
  readonly sent: readonly string[];
  readonly messages: readonly Message[];
  readonly drafts: readonly string[];
  /** Times the model was asked. */
  readonly asked: number;
  /** Whether cart, orders or consent are other than before. */
  readonly changed: boolean;
}

interface Playing extends Pick<Case, 'asks' | 'before' | 'limits'> {
  /** `null`: there is no assistant. */
  readonly serves: readonly Served[] | null;
}

/** One message of a shopper who has a cart and an order, end to end. */
export async function play(world: World, { asks, before = [], serves, limits = {} }: Playing): Promise<Played> {
  const stage = await openShopper(world, serves !== null);
  try {
    for (const text of before) await stage.say({ type: 'text', text });
    await stage.heard();
    world.drafts.length = 0;
    world.anew(limits);
    if (serves !== null) world.server.serve(...serves);
    const asked = world.server.requests().length;
    const own = await belongings(world.store, stage.conversation);
    await stage.say({ type: 'text', text: asks });
    const { messages } = await stage.heard();
    return {
      asks,
      messages,
      sent: messages.map(readable),
      drafts: [...world.drafts],
      asked: world.server.requests().length - asked,
      changed: own !== (await belongings(world.store, stage.conversation)),
    };
  } finally {
    await stage.close();
  }
}

let shoppers = 0;

export async function openShopper(world: World, assistant: boolean): Promise<Stage> {
  shoppers += 1;
  const startsAt = Date.UTC(2026, 5, 15, 12);
  const settings = { channel: 'webchat', peer: `shopper-${shoppers}`, startsAt, locale: 'en', assistant } as const;
  const stage = await openStage(world, { ...settings, scripted: async () => null });
  const line = { sku: 'mug-blue-0', product: 'mug-blue', title: 'Blue Stoneware Mug', options: {}, quantity: 1 };
  const cart = { lines: [{ ...line, price: { amount: 1_299, currency: 'USD' } }] };
  const order = { status: 'packed', eta: '2026-06-18' };
  await placeGiven(
    world.store,
    [
      { kind: 'cart', id: null, body: cart },
      { kind: 'order', id: `7204${1_000 + shoppers}`, body: order },
    ],
    stage.conversation,
  );
  return stage;
}

/** What only the shopper's own yes may change. */
async function belongings(store: Store, customer: string): Promise<string> {
  const [cart, profile] = await Promise.all([store.get('cart', customer), store.get('customer', customer)]);
  const orders = await store.find('order', { where: { customer }, limit: 10 });
  return JSON.stringify([cart?.body['lines'], orders.map(({ body }) => body), profile?.body['consent']]);
}

function readable(message: Message): string {
  const cards =
    message.type === 'products'
      ? message.products.map(({ title, price, was }) => {
          return [title, formatMoney(price, 'en'), was ? formatMoney(was, 'en') : ''].join(' ');
        })
      : [];
  return [visibleText(message, 'en'), ...cards].join('\n');
}

export function offers({ messages }: Pick<Played, 'messages'>): number {
  return messages.flatMap(answerables).length;
}
