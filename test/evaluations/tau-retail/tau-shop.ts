import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { allActions } from '../../../src/actions/all-actions.ts';
import { createActionRegistry } from '../../../src/actions/registry.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product, Variant } from '../../../src/catalog/product.ts';
import { productBody } from '../../../src/catalog/product-schema.ts';
import { conversationId } from '../../../src/channel/ids.ts';
import { type Order, orderBody, orderOf } from '../../../src/commerce/orders/order.ts';
import { orderRules } from '../../../src/commerce/rules/orders.ts';
import { usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import type { Outcome } from '../../../src/dialog/event.ts';
import type { JsonObject } from '../../../src/storage/json.ts';
import type { Kind } from '../../../src/storage/kinds.ts';
import { createStaging } from '../../../src/storage/staging.ts';
import type { Store } from '../../../src/storage/store.ts';
import { createMemoryStore, type MemoryData } from '../../runtime/memory-store.ts';
import type { TauAddress, TauData, TauOrder, TauProduct, TauUser } from './tau-data.ts';
import { cents } from './tau-oracle.ts';

const shop = { name: 'Retail', locale: 'en', currency: 'USD', country: 'US', timeZone: 'America/New_York' };
const usd = (amount: number) => ({ amount, currency: 'USD' });
const policy = parse(readFileSync(join(import.meta.dirname, 'orders.yaml'), 'utf8'), { version: '1.1' });
const rules = { ...usualRules(shop), orders: orderRules(shop).parse(policy) };

const registry = createActionRegistry(allActions);
const index = createEmbeddedIndex();

/** The domain's database in Parley's documents, with its policy as the merchant's rules. */
export async function importTau(data: TauData): Promise<MemoryData> {
  const documents: MemoryData = new Map();
  const store = createMemoryStore(documents);
  const write = (kind: Kind, id: string, body: JsonObject) => store.commit([{ kind, id, revision: 0, body }]);
  for (const product of data.products)
    await write('product', product.product_id, productBody(productFrom(product), null));
  for (const user of data.users) await write('customer', user.user_id, { wallet: walletFrom(user), updatedAt: 1 });
  for (const order of data.orders) await write('order', order.order_id.slice(1), orderBody(orderFrom(order)));
  return documents;
}

function productFrom({ product_id: id, name: title, variants }: TauProduct): Product {
  const texts = { description: '', brand: null, category: [], attributes: {}, images: [], tags: [] };
  const all = Object.values(variants).map(({ item_id: sku, options, price, available }): Variant => {
    return { sku, options, price: usd(cents(price)), stock: available ? null : 0 };
  });
  const [first, ...others] = all;
  if (first === undefined) throw new Error('a product without variants');
  return { ...texts, id, title, variants: [first, ...others] };
}

const kinds = { gift_card: 'gift-card', paypal: 'paypal', credit_card: 'card' } as const;

function walletFrom({ payment_methods }: TauUser): readonly JsonObject[] {
  return Object.values(payment_methods).map(({ id, source, balance }) => {
    return { id, kind: kinds[source], ...(balance !== undefined && { balance: usd(cents(balance)) }) };
  });
}

const states = { pending: 'placed', processed: 'packed', delivered: 'delivered', cancelled: 'cancelled' } as const;

function orderFrom(given: TauOrder): Order {
  const id = given.order_id.slice(1);
  const total = given.items.reduce((sum, { price }) => sum + cents(price), 0);
  const [first] = given.payment_history;
  return {
    ...orderOf({ id, body: {} }),
    customer: given.user_id,
    status: states[given.status],
    items: itemsFrom(given),
    total: usd(total),
    address: addressFrom(given.address),
    payBy: first?.payment_method_id ?? null,
    payments: historyOf(given, 'payment').map(({ amount, payment_method_id: reference }) => {
      return { provider: 'imported', reference, amount: usd(cents(amount)), state: 'paid', url: null, at: 1 };
    }),
    refunds: historyOf(given, 'refund').map(({ amount, payment_method_id: to }, at) => {
      return { id: `imported-${at}`, to, amount: usd(cents(amount)), state: 'done', why: '', reference: null, at: 1 };
    }),
  };
}

function historyOf({ payment_history }: TauOrder, type: 'payment' | 'refund') {
  return payment_history.filter(({ transaction_type }) => transaction_type === type);
}

/** What was bought twice is one line of two. */
function itemsFrom({ items }: TauOrder): Order['items'] {
  const ids = [...new Set(items.map(({ item_id }) => item_id))];
  return ids.flatMap((sku) => {
    const own = items.filter(({ item_id }) => item_id === sku);
    const [first] = own;
    if (first === undefined) return [];
    const { name: title, product_id: product, options, price } = first;
    return [{ title, quantity: own.length, sku, product, options, price: usd(cents(price)) }];
  });
}

export function addressFrom({ address1, address2, city, state, zip }: TauAddress) {
  return { name: null, lines: [address1, address2], postcode: zip, city, region: state, country: 'US' };
}

export interface TauShopper {
  readonly store: Store;
  /** One turn with one action: run and committed. */
  does(action: string, input: JsonObject): Promise<Outcome>;
}

/** A copy of the database, with one of its users talking. */
export function tauShopper(documents: MemoryData, customer: string): TauShopper {
  const store = createMemoryStore(new Map(documents));
  const catalog = createCatalog({ store, index });
  let turns = 0;
  return {
    store,
    async does(action, input) {
      const staging = createStaging(store, []);
      turns += 1;
      const outcome = await registry.run(action, input, {
        conversation: conversationId({ channel: 'webchat', account: 'shop', peer: customer }),
        ...{ customer, key: `${customer}:${turns}:0`, now: Date.UTC(2026, 10, 22), locale: 'en', shop, rules, catalog },
        by: { who: 'shopper', customer },
        payments: new Map(),
        carriers: new Map(),
        store: staging.reader,
        stage: staging.stage,
      });
      const writes = staging.writes();
      if (writes.length > 0 && (await store.commit(writes)) === 'conflict') throw new Error('conflict');
      return outcome;
    },
  };
}
