import { createEmbeddedIndex } from '../../../adapters/search/embedded/embedded-index.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { type Order, orderBody, orderOf } from '../../../src/commerce/orders/order.ts';
import { newOrderNumber } from '../../../src/commerce/orders/order-number.ts';
import { withPiecesKept } from '../../../src/commerce/orders/order-stock.ts';
import { walletOf } from '../../../src/commerce/orders/wallet.ts';
import { stageCouponUses } from '../../../src/commerce/pricing/coupon-uses.ts';
import { noUses } from '../../../src/commerce/pricing/quote-input.ts';
import { quoteOrder } from '../../../src/commerce/pricing/quote-order.ts';
import { isRefusal, type Refusal } from '../../../src/commerce/refusal.ts';
import { couponRules } from '../../../src/commerce/rules/coupons.ts';
import { orderRules } from '../../../src/commerce/rules/orders.ts';
import { paymentRules } from '../../../src/commerce/rules/payment.ts';
import { type ShopRules, usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import { taxRules } from '../../../src/commerce/rules/tax.ts';
import { type Actor, type Trade, type TradeParts, transact } from '../../../src/commerce/trade.ts';
import { createMemoryStore, type MemoryData } from '../../runtime/memory-store.ts';
import { bring, testShop } from '../stock/stock-room.ts';

export const usd = (amount: number) => ({ amount, currency: 'USD' });
export const shopper: Actor = { who: 'shopper', customer: 'ada' };
export const merchant: Actor = { who: 'merchant' };

const texts = { description: '', brand: null, category: ['clothes'], attributes: {}, images: [], tags: [] };
const coat: Product = {
  ...texts,
  id: 'coat',
  title: 'Coat',
  variants: [
    { sku: 'coat-s', options: { size: 'S' }, price: usd(4_999), stock: 9 },
    { sku: 'coat-m', options: { size: 'M' }, price: usd(5_333), stock: 9 },
    { sku: 'coat-l', options: { size: 'L' }, price: usd(5_333), stock: 0 },
  ],
};
const mug: Product = {
  ...texts,
  id: 'mug',
  title: 'Mug',
  category: ['kitchen'],
  variants: [{ sku: 'mug', options: {}, price: usd(707), stock: 9 }],
};

export interface OrderShopSettings {
  readonly orders?: object;
  readonly payment?: object;
  readonly coupons?: object;
  readonly tax?: object;
}

/** A shop of two products with a coupon, a tax, and a customer who has a gift card and a card on file. */
export async function openOrderShop(settings: OrderShopSettings = {}) {
  const data: MemoryData = new Map();
  const store = createMemoryStore(data);
  await bring(store, coat);
  await bring(store, mug);
  const wallet = [
    { id: 'gift-1', kind: 'gift-card', balance: usd(20_000) },
    { id: 'card-1', kind: 'card', label: 'Visa …4242', expires: '2029-04' },
  ];
  await store.commit([{ kind: 'customer', id: 'ada', revision: 0, body: { wallet, updatedAt: 1 } }]);
  const rules: ShopRules = {
    ...usualRules(testShop),
    orders: orderRules(testShop).parse(settings.orders ?? {}),
    coupons: couponRules(testShop).parse(settings.coupons ?? {}),
    ...(settings.payment && { payment: paymentRules(testShop).parse(settings.payment) }),
    tax: taxRules(testShop).parse(settings.tax ?? {}),
  };
  const clock = { at: Date.UTC(2026, 10, 22, 12) };
  const parts: TradeParts = {
    store,
    catalog: createCatalog({ store, index: createEmbeddedIndex() }),
    shop: testShop,
    rules: () => rules,
    clock: { now: () => clock.at },
  };
  let trades = 0;
  const trade = <T>(by: Actor, work: (trade: Trade) => Promise<T | Refusal>): Promise<T | Refusal> =>
    transact(parts, { key: `trade-${++trades}`, by }, work);

  return {
    store,
    parts,
    rules,
    clock,
    trade,
    /** The order as it is stored. */
    async order(id: string): Promise<Order> {
      const stored = await store.get('order', id);
      if (stored === null) throw new Error('no such order');
      return orderOf(stored);
    },
    /** As checkout does: quoted, its pieces kept, its coupons used. */
    async place(wanted: Placing = {}): Promise<Order> {
      const placed = await trade(shopper, (one) => placeFixture(one, wanted));
      if (isRefusal(placed)) throw new Error(placed.refused);
      return placed;
    },
    async balance(): Promise<number> {
      const stored = await store.get('customer', 'ada');
      const card = walletOf(stored?.body ?? null).find(({ kind }) => kind === 'gift-card');
      return card?.balance?.amount ?? 0;
    },
    async onHand(sku: string): Promise<number> {
      const stored = await store.get('stock', sku);
      const places = (stored?.body['places'] ?? {}) as Record<string, { onHand: number }>;
      return Object.values(places).reduce((sum, place) => sum + place.onHand, 0);
    },
    async reserved(sku: string): Promise<number> {
      const stored = await store.get('stock', sku);
      const places = (stored?.body['places'] ?? {}) as Record<string, { reserved: number }>;
      return Object.values(places).reduce((sum, place) => sum + place.reserved, 0);
    },
  };
}

export type OrderShop = Awaited<ReturnType<typeof openOrderShop>>;

export interface Placing {
  readonly items?: Readonly<Record<string, number>>;
  readonly coupons?: readonly string[];
  readonly more?: Partial<Order>;
}

async function placeFixture(trade: Trade, { items = { 'coat-s': 1 }, coupons = [], more }: Placing) {
  const number = await newOrderNumber(trade);
  const lines = [coat, mug].flatMap((product) =>
    product.variants.flatMap((variant) => {
      const quantity = items[variant.sku] ?? 0;
      return quantity === 0 ? [] : [{ product, variant, quantity }];
    }),
  );
  const address = {
    name: null,
    lines: ['12 Main St'],
    postcode: '62704',
    city: 'Springfield',
    region: 'IL',
    country: 'US',
  };
  const shipping = { method: 'standard', label: 'Standard', price: usd(490) };
  const destination = { country: 'US', region: 'IL', postcode: '62704' };
  const asked = { lines, destination, shipping, coupons, uses: noUses, fee: null, now: trade.now };
  const quote = quoteOrder(asked, trade.rules, trade.shop);
  const used = await stageCouponUses(trade, quote, { order: number, customer: 'ada' });
  if (used !== null) return used;
  const order: Order = {
    ...orderOf({ id: number, body: {} }),
    customer: 'ada',
    conversation: 'webchat:shop:ada',
    status: 'awaiting-payment',
    placedAt: new Date(trade.now).toISOString(),
    items: quote.lines.map(({ sku, product, title, options, quantity, unit }) => {
      return { sku, product, title, options: { ...options }, quantity, price: unit };
    }),
    total: quote.total,
    quote,
    address,
    shipping: { method: 'standard', label: 'Standard', carrier: 'manual', pickUp: null },
    payBy: 'demo',
    coupons: [...coupons],
  };
  const kept = await withPiecesKept(trade, order);
  if (isRefusal(kept)) return kept;
  const waiting: Order = { ...kept, reservedUntil: trade.now + 3_600_000, ...more };
  trade.stage({ kind: 'order', id: number, revision: 0, body: orderBody(waiting) });
  return waiting;
}

export function paid(order: Pick<Order, 'id'>, amount: number, reference = 'pay-1') {
  return { provider: 'demo', order: order.id, reference, state: 'paid' as const, amount: usd(amount), at: 1 };
}
