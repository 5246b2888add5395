import type { RawRequest } from '../../../src/channel/adapter.ts';
import type { Order } from '../../../src/commerce/orders/order.ts';
import { orderBody, orderOf } from '../../../src/commerce/orders/order.ts';
import { stageOrder } from '../../../src/commerce/orders/order-documents.ts';
import type { PaymentNotice } from '../../../src/commerce/payment/provider.ts';
import { reconcilePayments } from '../../../src/commerce/payment/reconcile.ts';
import { keepStoreMark } from '../../../src/commerce/payment/store-mark.ts';
import { takeNotice } from '../../../src/commerce/payment/take-notice.ts';
import { isRefusal } from '../../../src/commerce/refusal.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { transact } from '../../../src/commerce/trade.ts';
import { aProduct } from '../../catalog/shelf.ts';
import { openStripe, type StripeSetup } from '../../payment/stripe-setup.ts';
import { openSellingShop, waitingOrder } from './selling-shop.ts';

const merchant = { who: 'merchant' } as const;
export const usd = (amount: number) => ({ amount, currency: 'USD' });

/** Two coats of 22.50 are all there are; Stripe is the way to pay. */
export async function openStripeShop() {
  let setup: StripeSetup | undefined;
  const coat = aProduct('coat', { variants: [{ sku: 'coat', options: {}, price: usd(2250), stock: 2 }] });
  const shop = await openSellingShop({
    products: [coat],
    payment: {
      methods: [
        { provider: 'stripe', label: 'Card' },
        { provider: 'demo', label: 'Demo' },
      ],
    },
    providers: async ({ clock, log }) => {
      setup = await openStripe({ clock, log });
      return [setup.provider];
    },
  });
  if (!setup) throw new Error('Stripe was not opened');
  const { stripe, provider } = setup;
  await keepStoreMark(shop.store);
  const { parts, clock } = shop;

  /** An order of both coats that waits for its money, its pieces kept. */
  async function place(given: Partial<Order> = {}): Promise<Order> {
    const items = [{ title: 'Coat', quantity: 2, sku: 'coat', product: 'coat', options: {}, price: usd(2250) }];
    const placed = await transact(parts, { key: 'place', by: merchant }, async (trade) => {
      const reserved = await reserve(trade, [{ sku: 'coat', product: 'coat', quantity: 2 }]);
      if (isRefusal(reserved)) return reserved;
      const fresh = waitingOrder(clock.now(), { payBy: 'stripe', items, reserved: [...reserved], ...given });
      stageOrder(trade, fresh, 0);
      return fresh;
    });
    if (isRefusal(placed)) throw new Error(placed.refused);
    return placed;
  }

  /** The shopper is given the page of Stripe's. */
  async function start(): Promise<string> {
    await shop.shopper().gets('payments.start', { order: 'order-1' });
    const open = (await shop.order()).payments.findLast(({ state }) => state === 'open');
    if (!open) throw new Error('no payment was opened');
    return open.reference;
  }

  /** What Stripe posts of this type, as the web server takes it in. */
  async function post(type: string): Promise<readonly (Awaited<ReturnType<typeof takeNotice>> | 'forged')[]> {
    return await hear(stripe.post(type));
  }

  async function hear(request: RawRequest): ReturnType<typeof post> {
    const read = (await provider.webhook?.read(request)) ?? [];
    if (isRefusal(read)) return ['forged'];
    return Promise.all(read.map((notice) => takeNotice(parts, notice)));
  }

  const looked = new Map<string, number>();
  return {
    ...shop,
    stripe,
    provider,
    place,
    start,
    post,
    hear,
    take: (notice: PaymentNotice) => takeNotice(parts, notice),
    reconcile: () => reconcilePayments(parts, looked),
    /** Pieces that others can buy. */
    async available(): Promise<number | null> {
      const product = await shop.store.get('product', 'coat');
      const variants = product?.body['variants'] as readonly { readonly stock: number | null }[];
      return variants[0]?.stock ?? null;
    },
    /** The order is gone, as after a backup was brought back. */
    async forget(id = 'order-1'): Promise<Order> {
      const stored = await shop.store.get('order', id);
      if (!stored) throw new Error('no order to forget');
      await shop.store.commit([{ kind: 'order', id, revision: stored.revision, body: null }]);
      return orderOf(stored);
    },
    async overwrite(order: Order): Promise<void> {
      await shop.write('order', order.id, orderBody(order));
    },
    news: async () => {
      const jobs = await shop.store.find('job', { where: { name: 'news' } });
      return jobs.map(({ body }) => String((body['data'] as { readonly news?: string; readonly flow?: string }).news));
    },
    async close(): Promise<void> {
      await stripe.close();
      await shop.close();
    },
  };
}

export type StripeShop = Awaited<ReturnType<typeof openStripeShop>>;
