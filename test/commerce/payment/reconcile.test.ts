import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkOrders } from '../../../src/commerce/orders/walk-orders.ts';
import { reconcilePaymentsErrand } from '../../../src/commerce/payment/reconcile.ts';
import { openStripeShop, type StripeShop } from './stripe-shop.ts';

let shop: StripeShop;
beforeEach(async () => {
  shop = await openStripeShop();
});
afterEach(() => shop.close());

const minuteMs = 60_000;
const refundedAtStripe = () => [...shop.stripe.account.charges.values()].map(({ amount_refunded }) => amount_refunded);
const codes = () => shop.logged.map(({ code }) => code);

describe('the reconciliation of payments', () => {
  it('finds a payment whose post was lost', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    await shop.reconcile();
    expect((await shop.order()).status).toBe('placed');
    expect(await shop.news()).toEqual(['order-paid']);
  });

  it('finds a payment that the shop forgot when it stopped between Stripe and its own commit', async () => {
    await shop.place();
    const begun = await shop.shopper().turn().does('payments.start', { order: 'order-1' });
    expect(begun.result).toBe('returned');
    expect((await shop.order()).payments).toEqual([]);
    const [session] = shop.stripe.account.sessions.keys();
    shop.stripe.pay(session ?? '');
    await shop.reconcile();
    expect((await shop.order()).payments).toMatchObject([{ reference: session, state: 'paid' }]);
    expect((await shop.order()).status).toBe('placed');
  });

  it('gives back money that no order is there for, once, and says so', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    await shop.forget();
    await shop.reconcile();
    expect(refundedAtStripe()).toEqual([0]);
    shop.clock.advance(11 * minuteMs);
    await shop.reconcile();
    shop.stripe.account.answered.clear();
    await shop.reconcile();
    expect(refundedAtStripe()).toEqual([4500]);
    expect(codes().filter((code) => code === 'PAYMENT_WITHOUT_ORDER')).toHaveLength(1);
    expect(shop.logged.find(({ code }) => code === 'PAYMENT_WITHOUT_ORDER')?.fields).toEqual({
      provider: 'stripe',
      outcome: 'refunded',
    });
  });

  it('gives nothing back of what was opened from another store, be it at the same address', async () => {
    await shop.place();
    const session = await shop.start();
    const sold = shop.stripe.account.sessions.get(session);
    if (!sold) throw new Error('no session');
    expect(sold.metadata['parley_store']).toMatch(/^[\w-]{36}$/u);
    for (const metadata of [
      { ...sold.metadata, parley_store: 'another' },
      { ...sold.metadata, parley_store: undefined },
    ]) {
      shop.stripe.account.sessions.set(session, { ...sold, metadata: JSON.parse(JSON.stringify(metadata)) });
      shop.stripe.pay(session);
    }
    await shop.forget();
    shop.clock.advance(11 * minuteMs);
    await shop.reconcile();
    expect(refundedAtStripe().every((amount) => amount === 0)).toBe(true);
    expect(codes()).toContain('PAYMENT_OF_ANOTHER_STORE');
  });

  it('leaves alone what another shop, or something else, sells on the same account', async () => {
    await shop.place();
    const session = await shop.start();
    const { account } = shop.stripe;
    const sold = account.sessions.get(session);
    if (!sold) throw new Error('no session');
    account.sessions.set(session, {
      ...sold,
      metadata: { parley_order: 'order-9', parley_shop: 'https://another.shop' },
    });
    shop.stripe.pay(session);
    shop.clock.advance(11 * minuteMs);
    await shop.reconcile();
    expect(refundedAtStripe()).toEqual([0]);
  });

  it('ends an order that was never paid, gives its pieces free and closes its page', async () => {
    const { reservedUntil } = await shop.place();
    const session = await shop.start();
    shop.clock.advance((reservedUntil ?? 0) - shop.clock.now() + minuteMs);
    await shop.reconcile();
    expect((await shop.order()).status).toBe('awaiting-payment');
    shop.clock.advance(2 * minuteMs);
    await shop.reconcile();
    expect((await shop.order()).status).toBe('expired');
    expect(await shop.available()).toBe(2);
    expect(shop.stripe.pay(session)).toBe(false);
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['closed']);
  });

  it('does not end an order whose payment it learns of at that moment', async () => {
    const { reservedUntil } = await shop.place();
    shop.stripe.pay(await shop.start());
    shop.clock.advance((reservedUntil ?? 0) - shop.clock.now() + 60 * minuteMs);
    await shop.reconcile();
    expect((await shop.order()).status).toBe('placed');
    expect(await shop.available()).toBe(0);
  });

  it('lets a shopper begin anew whose page has ended before the order did', async () => {
    await shop.place({ reservedUntil: shop.clock.now() + 48 * 60 * minuteMs });
    const session = await shop.start();
    shop.clock.advance(25 * 60 * minuteMs);
    await shop.reconcile();
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['closed']);
    expect(await shop.start()).not.toBe(session);
  });

  it('takes back a page that could not be taken back when another way was chosen', async () => {
    await shop.place();
    const session = await shop.start();
    for (const _try of [1, 2]) shop.stripe.trouble({ about: '/expire', when: 'before', status: 500 });
    await shop.shopper().gets('payments.start', { order: 'order-1', method: 'demo' });
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['open', 'open']);
    await shop.reconcile();
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['closed', 'open']);
    expect(shop.stripe.pay(session)).toBe(false);
  });

  it('gives a payment back that was made on such a page first', async () => {
    await shop.place();
    const session = await shop.start();
    for (const _try of [1, 2]) shop.stripe.trouble({ about: '/expire', when: 'before', status: 500 });
    await shop.shopper().gets('payments.start', { order: 'order-1', method: 'demo' });
    const { reference = '' } = (await shop.order()).payments.at(-1) ?? {};
    const notice = await shop.demo.pretend?.({ order: 'order-1', reference }, 'pay');
    if (!notice || 'refused' in notice) throw new Error('the demo was not paid');
    await shop.take(notice);
    shop.stripe.pay(session);
    await shop.reconcile();
    expect((await shop.order()).payments.map(({ provider, state }) => `${provider} ${state}`)).toEqual([
      'stripe paid',
      'demo paid',
    ]);
    expect((await shop.order()).refunds.map(({ amount, state }) => `${amount.amount} ${state}`)).toEqual(['4500 done']);
  });

  it('changes nothing while Stripe is out of reach, says so, and makes up for it afterwards', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    const before = await shop.order();
    for (const _try of [1, 2, 3, 4]) shop.stripe.trouble({ about: 'GET /v1/', when: 'before', status: 503 });
    await shop.reconcile();
    expect(await shop.order()).toEqual(before);
    expect(codes()).toContain('RECONCILIATION_FAILED');
    await shop.reconcile();
    expect((await shop.order()).status).toBe('placed');
  });

  it('comes again every five minutes', async () => {
    const errand = reconcilePaymentsErrand(shop.parts);
    const job = { id: 'every:reconcile-payments', name: 'reconcile-payments', runAt: 0, data: {} } as const;
    expect(await errand(job)).toEqual({ again: shop.clock.now() + 5 * minuteMs });
  });

  it('sees every order that waits, however many were placed in one moment', async () => {
    const order = await shop.place();
    for (let i = 0; i < 450; i += 1) await shop.overwrite({ ...order, id: `more-${i}`, reserved: [] });
    const seen: string[] = [];
    for await (const { id } of walkOrders(shop.store, { status: 'awaiting-payment' })) seen.push(id);
    expect(new Set(seen).size).toBe(451);
    expect(seen).toHaveLength(451);
  });
});
