import { createEmbeddedIndex } from '../../adapters/search/embedded/embedded-index.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { productOf } from '../../src/catalog/product-schema.ts';
import { type Order, orderBody, orderOf } from '../../src/commerce/orders/order.ts';
import type { Quote } from '../../src/commerce/pricing/quote.ts';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import { reserve } from '../../src/commerce/stock/reserve.ts';
import { transact } from '../../src/commerce/trade.ts';
import type { ShopFacts } from '../../src/dialog/book.ts';
import { type JobRun, runDueJobs } from '../../src/jobs/jobs.ts';
import type { Log, LogFields } from '../../src/runtime/log.ts';
import type { Store } from '../../src/storage/store.ts';
import { announceOrders } from '../../src/sync/announce-orders.ts';
import { shopHook } from '../../src/sync/shop-hook.ts';
import { sweep } from '../../src/sync/sweep.ts';
import { syncErrand } from '../../src/sync/sync-errand.ts';
import type { SyncParts } from '../../src/sync/sync-parts.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { createMemoryStore, type MemoryData, type MemorySettings } from '../runtime/memory-store.ts';
import type { OpenedShop, OpenShop } from './shops.ts';

const facts: ShopFacts = { name: 'Test shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };

export const dayMs = 24 * 60 * 60_000;

const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Parley, connected with a fake shop. */
export async function connect(open: OpenShop, settings: MemorySettings = {}) {
  const shop = await open();
  const data: MemoryData = new Map();
  const clock = createManualClock(shop.shelf.now);
  const index = createEmbeddedIndex();
  const store = announceOrders(createMemoryStore(data, settings), clock.now);
  const logged: (readonly [string, LogFields | undefined])[] = [];
  const note = (code: string, fields?: LogFields) => void logged.push([code, fields]);
  const log: Log = { info: note, warn: note, error: note };
  const rules = usualRules(facts);
  const catalog = createCatalog({ store, index });
  const parts: SyncParts = {
    store,
    catalog,
    shop: facts,
    rules: () => rules,
    clock,
    systems: [shop.system],
    index,
    log,
  };
  const connected = { ...shop, parts, store, clock, index, data, logged };
  return {
    ...connected,
    /** All of a sweep. */
    sweep: () => sweep(parts, shop.system, Number.POSITIVE_INFINITY),
    /** What is due is done, until nothing is. */
    work: () => work(connected),
    hook: shopHook(parts, shop.system),
    stock: (sku: string) => stockOf(connected, sku),
    /** Theirs and ours go on together. */
    later: (ms: number) => {
      shop.shelf.now += ms;
      clock.advance(ms);
    },
    /** The first that is over there. */
    firstOrder: () => {
      const [order] = shop.shelf.orders.values();
      if (order === undefined) throw new Error('no order was created');
      return order;
    },
    order: async (id: string): Promise<Order | null> => {
      const stored = await store.get('order', id);
      return stored === null ? null : orderOf(stored);
    },
    products: async () => (await store.find('product', {})).map(({ body }) => productOf(body)),
    /** An order of two shirts in M, paid, as a checkout would place it. */
    placeOrder: (id: string, more: Partial<Order> = {}) => placeOrder(connected, id, more),
    async change(id: string, more: Partial<Order>) {
      const stored = await store.get('order', id);
      if (stored === null) throw new Error('there is no such order');
      const body = orderBody({ ...orderOf(stored), ...more });
      await store.commit([{ kind: 'order', id, revision: stored.revision, body }]);
    },
  };
}

export type Connected = Awaited<ReturnType<typeof connect>>;
interface Open extends OpenedShop {
  readonly parts: SyncParts;
  readonly store: Store;
  readonly clock: ManualClock;
}

async function work({ parts, store, clock }: Open): Promise<void> {
  const errand = syncErrand(parts);
  // Others' jobs (a warning that little is left) are done without doing anything.
  const run: JobRun = async (job) => (job.name === 'sync-shop' ? await errand(job) : undefined);
  for (let round = 0; round < 20; round += 1) {
    const due = await store.find('job', { where: { runAt: { to: clock.now() } } });
    if (due.length === 0) return;
    await runDueJobs(store, clock.now(), run);
  }
}

async function stockOf({ store }: Open, sku: string) {
  const stored = await store.get('stock', sku);
  const product = (await store.find('product', {}))
    .map(({ body }) => productOf(body))
    .find(({ variants }) => variants.some((one) => one.sku === sku));
  const sold = product?.variants.find((one) => one.sku === sku)?.stock ?? null;
  return { sold, places: stored?.body['places'] ?? null };
}

const quote: Quote = {
  currency: 'USD',
  lines: [
    {
      ...{ sku: 'SHIRT-1-M', product: 'shirt-1', title: 'Shirt 1', options: { Size: 'M' }, quantity: 2 },
      ...{ unit: usd(1250), list: usd(1250), total: usd(2500), discount: usd(0), tax: usd(0) },
    },
  ],
  subtotal: usd(2500),
  discounts: [],
  shipping: { method: 'standard', label: 'Standard', price: usd(500) },
  taxes: [],
  total: usd(3000),
  explanation: [],
  refusedCoupons: [],
  acceptedCoupons: [],
  charges: [{ kind: 'shipping', label: 'Standard', price: usd(500), discount: usd(0), tax: usd(0) }],
};

async function placeOrder({ parts, clock }: Open, id: string, more: Partial<Order>): Promise<void> {
  const placed = await transact(parts, { key: id, by: { who: 'shopper', customer: 'ann' } }, async (trade) => {
    const reserved = await reserve(trade, [{ sku: 'SHIRT-1-M', product: 'shirt-1', quantity: 2 }]);
    if ('refused' in reserved) return reserved;
    const payment = {
      provider: 'stripe',
      reference: `pay-${id}`,
      amount: usd(3000),
      state: 'paid',
      url: null,
      at: trade.now,
    } as const;
    const order: Order = {
      ...orderOf({ id, body: {} }),
      ...{
        number: id,
        customer: 'ann',
        conversation: 'webchat:a:b',
        status: 'placed',
        quote,
        total: usd(3000),
        payBy: 'stripe',
      },
      placedAt: new Date(clock.now()).toISOString(),
      items: [
        {
          title: 'Shirt 1',
          quantity: 2,
          sku: 'SHIRT-1-M',
          product: 'shirt-1',
          options: { Size: 'M' },
          price: usd(1250),
        },
      ],
      address: {
        name: 'Ann Lee',
        lines: ['1 Main St'],
        postcode: '10001',
        city: 'New York',
        region: 'NY',
        country: 'US',
      },
      contact: { name: 'Ann Lee', email: 'ann@example.com', phone: null },
      payments: [payment],
      reserved: [...reserved],
      ...more,
    };
    trade.stage({ kind: 'order', id, revision: 0, body: orderBody(order) });
    return order;
  });
  if ('refused' in placed) throw new Error(placed.refused);
}
