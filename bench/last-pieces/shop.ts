import { createCashOnDelivery } from '../../adapters/payment/offline/cash-on-delivery.ts';
import { allActions } from '../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../src/actions/registry.ts';
import type { Product } from '../../src/catalog/product.ts';
import { productBody } from '../../src/catalog/product-schema.ts';
import { type ConversationId, conversationId } from '../../src/channel/ids.ts';
import { cartWrite, emptyCart, newLine } from '../../src/commerce/cart.ts';
import { draftWrite, emptyDraft } from '../../src/commerce/checkout/draft.ts';
import { orderOf } from '../../src/commerce/orders/order.ts';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import type { Selling } from '../../src/commerce/selling.ts';
import { shelfOf } from '../../src/commerce/stock/shelf.ts';
import { loadBook } from '../../src/dialog/files/load-book.ts';
import type { Store, Write } from '../../src/storage/store.ts';

/** A shop with a few last pieces, and many shoppers who have only to say yes. */

const facts = { name: 'Last pieces', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };

const sku = 'LAST-1';

function lastPieces(stock: number): Product {
  const variants = [{ sku, options: {}, price: { amount: 4_900, currency: 'USD' }, stock }] as const;
  const texts = { description: '', brand: null, category: [], attributes: {}, images: [], tags: [] };
  return { id: 'last', title: 'The last pieces', ...texts, variants };
}

export function shopperId(number: number): ConversationId {
  return conversationId({ channel: 'webchat', account: 'rush', peer: `s${number}` });
}

export interface Rush {
  readonly shoppers: number;
  readonly pieces: number;
}

/** Everybody has one piece in the cart, and has said where to and how they pay. */
export async function fillShop(store: Store, { shoppers, pieces }: Rush): Promise<void> {
  const product = lastPieces(pieces);
  await mustCommit(store, [{ kind: 'product', id: product.id, revision: 0, body: productBody(product, null) }]);
  const at = { revision: 0, now: Date.now() };
  for (let from = 0; from < shoppers; from += shoppersAtOnce) {
    const numbers = Array.from({ length: Math.min(shoppersAtOnce, shoppers - from) }, (_, index) => from + index);
    await mustCommit(
      store,
      numbers.flatMap((number) => shopperWrites(product, { ...at, customer: shopperId(number) })),
    );
  }
}

const shoppersAtOnce = 500;

function shopperWrites(product: Product, at: { customer: string; revision: number; now: number }): readonly Write[] {
  const [variant] = product.variants;
  const address = { name: 'Ann', lines: ['1 Main Street'], postcode: '10001', city: 'New York', region: 'NY' };
  const draft = {
    ...emptyDraft,
    address: { ...address, country: 'US' },
    contact: { name: 'Ann', email: 'ann@example.com', phone: null },
    delivery: 'standard',
    payBy: 'cash-on-delivery',
  };
  const cart = { ...emptyCart, lines: [newLine(product, variant, 1)] };
  return [cartWrite(cart, at), draftWrite(draft, at)];
}

async function mustCommit(store: Store, writes: readonly Write[]): Promise<void> {
  if ((await store.commit(writes)) === 'conflict') throw new Error('the place was not empty');
}

export const actions = createActionRegistry(allActions);

const flow = `flow: buy
about: Order what is in the cart.
starts on:
  - pattern: '^yes'
steps:
  - do: checkout.place
    as: placed
  - if: placed.refused == 'out-of-stock'
    then:
      - say: I am sorry, the last one has just been sold.
      - end
  - if: placed.refused
    then:
      - say: That did not work.
      - end
  - say: Thank you! Your order is {{ placed.number }}.
`;

export function openBook() {
  const { book, mistakes } = loadBook([{ path: 'flows/buy.yaml', text: flow }], [], {
    shop: facts,
    actions: actions.shapes,
    channels: [],
  });
  if (book) return book;
  throw new Error(mistakes.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
}

export function openSelling(): Selling {
  const usual = usualRules(facts);
  const method = { provider: 'cash-on-delivery', label: 'Cash', fee: null, up_to: null, countries: null } as const;
  const rules = { ...usual, payment: { ...usual.payment, methods: [method] } };
  const cash = createCashOnDelivery();
  return { rules: () => rules, payments: new Map([[cash.id, cash]]), carriers: new Map() };
}

/** What the rush has left behind. */
export interface Aftermath {
  readonly orders: number;
  readonly numbers: number;
  /** Pieces that live orders keep. */
  readonly kept: number;
  readonly onHand: number;
  readonly reserved: number;
  /** What the product still offers. */
  readonly offered: number;
}

export async function lookAfter(store: Store, { pieces }: Rush): Promise<Aftermath> {
  const orders = (await store.find('order', { limit: pieces * 10 + 100 })).map(orderOf);
  const stock = await store.get('stock', sku);
  const levels = [...((stock && shelfOf(stock).levels?.values()) ?? [])];
  const product = (await store.get('product', 'last'))?.body as unknown as Product;
  return {
    orders: orders.length,
    numbers: new Set(orders.map(({ number }) => number)).size,
    kept: orders.flatMap(({ reserved }) => reserved).reduce((sum, { quantity }) => sum + quantity, 0),
    onHand: levels.reduce((sum, level) => sum + level.onHand, 0),
    reserved: levels.reduce((sum, level) => sum + level.reserved, 0),
    offered: product.variants[0].stock ?? Number.NaN,
  };
}
