import { createDemoProvider } from '../../../adapters/payment/demo/demo-provider.ts';
import { createBankTransfer } from '../../../adapters/payment/offline/bank-transfer.ts';
import { createCashOnDelivery } from '../../../adapters/payment/offline/cash-on-delivery.ts';
import { createTelegramProvider } from '../../../adapters/payment/telegram/telegram-provider.ts';
import type { ActionContext } from '../../../src/actions/action.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Product } from '../../../src/catalog/product.ts';
import { type Order, orderBody, orderOf } from '../../../src/commerce/orders/order.ts';
import type { PaymentParts } from '../../../src/commerce/payment/payment-parts.ts';
import type { PaymentProvider } from '../../../src/commerce/payment/provider.ts';
import { paymentRules } from '../../../src/commerce/rules/payment.ts';
import { type ShopRules, usualRules } from '../../../src/commerce/rules/shop-rules.ts';
import type { Log } from '../../../src/runtime/log.ts';
import { openShop, type Shopper } from '../../actions/shop.ts';
import { createManualClock, type ManualClock } from '../../manual-clock.ts';
import { type Recorded, recordingLog } from './recording-log.ts';

export const facts = { name: 'Test shop', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' };

/** As it is written in `payment.yaml`. */
export const methods = [
  { provider: 'demo', label: 'Demo payment' },
  { provider: 'telegram', label: 'In Telegram' },
  { provider: 'cash-on-delivery', label: 'Cash on delivery', fee: 3 },
  { provider: 'bank-transfer', label: 'Bank transfer' },
];
export const account = { name: 'First Bank', iban: 'DE02120300000000202051', bic: 'BYLADEM1001', holder: 'Test shop' };

interface Given {
  readonly payment?: Readonly<Record<string, unknown>>;
  readonly providers?: (parts: {
    readonly clock: ManualClock;
    readonly log: Log;
  }) => Promise<readonly PaymentProvider[]>;
  readonly products?: readonly Product[];
  /** The demo is one: then it is not offered beside what takes money. Else it stands for any page of a provider's. */
  readonly isDemo?: boolean;
}

/** A shop with a store, a clock that stands, and all ways to pay. */
export async function openSellingShop({ payment, providers: more, products = [], isDemo = false }: Given = {}) {
  const shop = await openShop(products);
  const clock = createManualClock();
  const rules: ShopRules = {
    ...usualRules(facts),
    payment: paymentRules(facts).parse(payment ?? { methods, bank: account }),
  };
  const logged: Recorded[] = [];
  const log = recordingLog(logged);
  const { store } = shop;
  const demo = createDemoProvider({ store, clock, address: () => 'http://127.0.0.1:3000' });
  const { pretend: _pretend, ...page } = demo;
  const own = [
    ...(isDemo ? [demo] : [page, createTelegramProvider()]),
    createCashOnDelivery(),
    createBankTransfer({ bank: () => rules.payment.bank }),
  ];
  const all = [...own, ...((await more?.({ clock, log })) ?? [])];
  const providers = new Map(all.map((provider) => [provider.id, provider]));
  const catalog = createCatalog({ store, index: shop.index });
  const parts: PaymentParts = { store, catalog, shop: facts, rules: () => rules, clock, log, payments: providers };

  async function putOrder(given: Partial<Order> = {}): Promise<Order> {
    const order = waitingOrder(clock.now(), given);
    await shop.write('order', order.id, orderBody(order));
    return order;
  }

  async function order(id = 'order-1'): Promise<Order> {
    const stored = await store.get('order', id);
    if (stored === null) throw new Error(`no order ${id}`);
    return orderOf(stored);
  }

  /** Somebody who talks at this moment, where they are known as `customer`. */
  const shopper = (customer = 'ann', given: Partial<ActionContext> = {}): Shopper =>
    shop.shopper(customer, { now: clock.now(), rules, payments: providers, key: `turn:${clock.now()}`, ...given });

  return { ...shop, shopper, clock, rules, providers, demo, parts, logged, log, putOrder, order };
}

export type SellingShop = Awaited<ReturnType<typeof openSellingShop>>;

/** 45.00, placed by Ann in the web chat a moment ago, kept for an hour. */
export function waitingOrder(now: number, given: Partial<Order> = {}): Order {
  const read = orderOf({ id: 'order-1', body: {} });
  const total = { amount: 4500, currency: 'USD' };
  return {
    ...read,
    number: '12345674',
    customer: 'ann',
    conversation: 'webchat:shop:ann',
    status: 'awaiting-payment',
    placedAt: new Date(now).toISOString(),
    payBy: 'demo',
    total,
    reservedUntil: now + 60 * 60_000,
    ...given,
  };
}
