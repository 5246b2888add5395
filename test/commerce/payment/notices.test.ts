import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refundedByHand } from '../../../src/commerce/payment/by-hand.ts';
import { payRefunds } from '../../../src/commerce/payment/pay-refunds.ts';
import { openStripeShop, type StripeShop, usd } from './stripe-shop.ts';

let shop: StripeShop;
beforeEach(async () => {
  shop = await openStripeShop();
});
afterEach(() => shop.close());

const hourMs = 60 * 60_000;
const paidPost = 'checkout.session.completed';
const expired = async (): Promise<void> => {
  const order = await shop.order();
  shop.clock.advance((order.reservedUntil ?? 0) - shop.clock.now() + 3 * 60_000);
  await shop.reconcile();
};
const refunds = async () => (await shop.order()).refunds.map(({ amount, state }) => `${amount.amount} ${state}`);
/** What Stripe has given back, all in all. */
const atStripe = () => [...shop.stripe.account.charges.values()].map(({ amount_refunded }) => amount_refunded);

describe('a payment that is told', () => {
  it('places the order and tells the shopper once, however often it is posted', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    await shop.post(paidPost);
    await shop.post(paidPost);
    const order = await shop.order();
    expect(order.status).toBe('placed');
    expect(order.payments.map(({ state, amount }) => ({ state, amount }))).toEqual([
      { state: 'paid', amount: usd(4500) },
    ]);
    expect(await shop.news()).toEqual(['order-paid']);
    expect(order.refunds).toEqual([]);
  });

  it('posted twice at the same moment, is one payment', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    await Promise.all([shop.post(paidPost), shop.post(paidPost), shop.post(paidPost)]);
    expect((await shop.order()).payments).toHaveLength(1);
    expect(await shop.news()).toEqual(['order-paid']);
    expect(atStripe()).toEqual([0]);
  });

  it('is known from Stripe’s post before the shopper is back from Stripe’s page, and from asking after it', async () => {
    await shop.place();
    shop.stripe.pay(await shop.start());
    await shop.post(paidPost);
    expect(await shop.shopper().gets('payments.status', { order: 'order-1' })).toMatchObject({
      state: 'paid',
      paid: usd(4500),
      due: usd(0),
      status: 'placed',
    });
  });

  it('is learnt by asking when the shopper is back before Stripe’s post', async () => {
    await shop.place();
    const session = await shop.start();
    expect(await shop.shopper().gets('payments.status', { order: 'order-1' })).toMatchObject({
      state: 'open',
      asked: true,
    });
    shop.stripe.pay(session);
    expect(await shop.shopper().gets('payments.status', { order: 'order-1' })).toMatchObject({ state: 'paid' });
    await shop.post(paidPost);
    expect((await shop.order()).payments).toHaveLength(1);
    expect(await shop.news()).toEqual(['order-paid']);
  });

  it('is known from what is stored when Stripe is out of reach', async () => {
    await shop.place();
    await shop.start();
    await shop.stripe.goDown();
    const status = await shop.shopper().gets('payments.status', { order: 'order-1' });
    expect(status).toMatchObject({ state: 'open', asked: false, due: usd(4500) });
  });

  it('comes days later with a bank’s money, and counts when it comes', async () => {
    await shop.place({ reservedUntil: shop.clock.now() + 20 * hourMs });
    const session = await shop.start();
    shop.stripe.pay(session, 'bank');
    expect(await shop.post(paidPost)).toEqual([]);
    expect((await shop.order()).status).toBe('awaiting-payment');
    shop.clock.advance(19 * hourMs);
    shop.stripe.settle(session, 'succeeded');
    await shop.post('checkout.session.async_payment_succeeded');
    expect((await shop.order()).status).toBe('placed');
  });

  it('fails at a bank, and another one can be begun', async () => {
    await shop.place();
    const session = await shop.start();
    shop.stripe.pay(session, 'bank');
    shop.stripe.settle(session, 'failed');
    await shop.post('checkout.session.async_payment_failed');
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['failed']);
    expect(await shop.start()).not.toBe(session);
  });

  it('of a forger changes nothing', async () => {
    const order = await shop.place();
    await shop.start();
    const event = {
      type: paidPost,
      created: 1,
      data: { object: { id: 'cs_1', metadata: { parley_order: 'order-1' } } },
    };
    const post = shop.stripe.signed({ object: 'event', ...event });
    const forged = { ...post, headers: { ...post.headers, 'stripe-signature': 't=1,v1=00' } };
    expect(await shop.provider.webhook?.read(forged)).toEqual({ refused: 'forged' });
    expect((await shop.order()).status).toBe(order.status);
  });

  it('in another currency goes back at once and pays nothing', async () => {
    await shop.place();
    const session = await shop.start();
    await shop.overwrite({ ...(await shop.order()), total: { amount: 4500, currency: 'CAD' } });
    shop.stripe.pay(session);
    expect(await shop.post(paidPost)).toEqual([{ refused: 'other-currency' }]);
    expect((await shop.order()).status).toBe('awaiting-payment');
    expect(atStripe()).toEqual([4500]);
    await shop.post(paidPost);
    expect(atStripe()).toEqual([4500]);
  });

  it('is too little when the order came to cost more meanwhile; the rest is asked for', async () => {
    await shop.place();
    const session = await shop.start();
    await shop.overwrite({ ...(await shop.order()), total: usd(6000) });
    shop.stripe.pay(session);
    await shop.post(paidPost);
    expect((await shop.order()).status).toBe('awaiting-payment');
    const rest = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(rest['amount']).toEqual(usd(1500));
    shop.stripe.pay((await shop.order()).payments.at(-1)?.reference ?? '');
    await shop.post(paidPost);
    expect((await shop.order()).status).toBe('placed');
    expect(atStripe()).toEqual([0, 0]);
  });

  it('is too much when the order came to cost less meanwhile; the difference goes back', async () => {
    await shop.place();
    const session = await shop.start();
    await shop.overwrite({ ...(await shop.order()), total: usd(4000) });
    shop.stripe.pay(session);
    await shop.post(paidPost);
    expect((await shop.order()).status).toBe('placed');
    expect(await refunds()).toEqual(['500 done']);
    expect(atStripe()).toEqual([500]);
  });

  it('made on a page that had been taken back goes back whole, when another has paid the order', async () => {
    await shop.place();
    const first = await shop.start();
    await shop.shopper().gets('payments.start', { order: 'order-1', method: 'demo' });
    const { payments } = await shop.order();
    const notice = await shop.demo.pretend?.({ order: 'order-1', reference: payments[1]?.reference ?? '' }, 'pay');
    if (!notice || 'refused' in notice) throw new Error('the demo was not paid');
    await shop.take(notice);
    shop.stripe.payClosed(first);
    await shop.post(paidPost);
    expect((await shop.order()).payments.map(({ provider, state }) => `${provider} ${state}`)).toEqual([
      'stripe paid',
      'demo paid',
    ]);
    const back = (await shop.order()).refunds;
    expect(back.map(({ amount, state }) => `${amount.amount} ${state}`)).toEqual(['4500 done']);
  });
});

describe('money that comes after the order has expired', () => {
  it('places it all the same when its pieces are still there', async () => {
    await shop.place();
    const session = await shop.start();
    await expired();
    expect(await shop.available()).toBe(2);
    shop.stripe.payClosed(session);
    await shop.post(paidPost);
    expect((await shop.order()).status).toBe('placed');
    expect(await shop.available()).toBe(0);
    expect(await refunds()).toEqual([]);
    expect(await shop.news()).toEqual(['order-expired', 'order-paid']);
  });

  it('goes back, and the shopper is told, when somebody else has them', async () => {
    await shop.place();
    const session = await shop.start();
    await expired();
    await shop.place({ id: 'order-2', customer: 'bob' });
    shop.stripe.payClosed(session);
    await shop.post(paidPost);
    expect((await shop.order()).status).toBe('expired');
    expect(await refunds()).toEqual(['4500 done']);
    expect(atStripe()).toEqual([4500]);
    expect(await shop.news()).toEqual(['order-expired', 'payment-late']);
  });

  it('stays due to go back while Stripe is out of reach, and goes back later', async () => {
    await shop.place();
    const session = await shop.start();
    await expired();
    await shop.place({ id: 'order-2', customer: 'bob' });
    shop.stripe.payClosed(session);
    for (const _try of [1, 2])
      shop.stripe.trouble({ about: 'GET /v1/checkout/sessions/', when: 'before', status: 503 });
    await shop.post(paidPost);
    expect(await refunds()).toEqual(['4500 due']);
    await shop.reconcile();
    expect(await refunds()).toEqual(['4500 done']);
    expect(atStripe()).toEqual([4500]);
  });
});

describe('a refund', () => {
  const paidOrder = async (): Promise<string> => {
    await shop.place();
    const session = await shop.start();
    shop.stripe.pay(session);
    await shop.post(paidPost);
    return session;
  };
  const dueRefund = async (id: string, amount: number): Promise<void> => {
    const order = await shop.order();
    const to = order.payments[0]?.reference ?? '';
    const fresh = {
      id,
      to,
      amount: usd(amount),
      state: 'due',
      why: 'returned',
      reference: null,
      at: shop.clock.now(),
    } as const;
    await shop.overwrite({ ...order, refunds: [...order.refunds, fresh] });
  };

  it('of a part, and then of another, each goes back once', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    await shop.reconcile();
    await dueRefund('refund-2', 500);
    await shop.reconcile();
    await shop.reconcile();
    expect(await refunds()).toEqual(['1000 done', '500 done']);
    expect(atStripe()).toEqual([1500]);
  });

  it('goes back once when the shop stopped between Stripe and its own commit', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    for (const _try of [1, 2]) shop.stripe.trouble({ about: 'POST /v1/refunds', when: 'after', status: 500 });
    await payRefunds(shop.parts, 'order-1');
    expect(await refunds()).toEqual(['1000 due']);
    expect(atStripe()).toEqual([1000]);
    await shop.reconcile();
    expect(await refunds()).toEqual(['1000 done']);
    expect(atStripe()).toEqual([1000]);
  });

  it('goes back once though Stripe has forgotten its key by then', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    for (const _try of [1, 2]) shop.stripe.trouble({ about: 'POST /v1/refunds', when: 'after', status: 500 });
    await payRefunds(shop.parts, 'order-1');
    shop.stripe.account.answered.clear();
    await shop.reconcile();
    expect(atStripe()).toEqual([1000]);
    expect(await refunds()).toEqual(['1000 done']);
  });

  it('is done when Stripe’s post comes before the shop has written it down', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    for (const _try of [1, 2]) shop.stripe.trouble({ about: 'POST /v1/refunds', when: 'after', status: 500 });
    await payRefunds(shop.parts, 'order-1');
    await shop.post('charge.refunded');
    expect(await refunds()).toEqual(['1000 done']);
    await shop.reconcile();
    expect(atStripe()).toEqual([1000]);
  });

  it('of more than is left becomes a person’s', async () => {
    const session = await paidOrder();
    shop.stripe.refund(session, 4000);
    await dueRefund('refund-1', 1000);
    await shop.reconcile();
    expect(await refunds()).toEqual(['1000 by-hand']);
    expect(atStripe()).toEqual([4000]);
    expect(shop.logged.map(({ code }) => code)).toContain('REFUND_BY_HAND');
    expect(await shop.store.count('order', { where: { unsettled: 'by-hand' } })).toBe(1);
  });

  it('that somebody gave in Stripe’s dashboard is written down, once', async () => {
    const session = await paidOrder();
    shop.stripe.refund(session, 700);
    await shop.post('charge.refunded');
    await shop.post('charge.refunded');
    expect(await refunds()).toEqual(['700 done']);
    expect((await shop.shopper().gets('payments.status', { order: 'order-1' }))['refunds']).toEqual([
      { amount: usd(700), state: 'done' },
    ]);
  });

  it('that fails after all becomes a person’s, whatever is posted again, and stays done when they have paid it', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    await payRefunds(shop.parts, 'order-1');
    shop.clock.advance(86_400_000);
    const [id = ''] = shop.stripe.account.refunds.keys();
    shop.stripe.failRefund(id);
    await shop.post('refund.failed');
    expect(await refunds()).toEqual(['1000 by-hand']);
    expect(await shop.store.count('order', { where: { unsettled: 'by-hand' } })).toBe(1);
    const [event] = shop.stripe.account.events.filter(({ type }) => type === 'charge.refunded');
    await shop.hear(shop.stripe.signed(event ?? {}));
    await shop.reconcile();
    expect(await refunds()).toEqual(['1000 by-hand']);
    await refundedByHand(shop.parts, { order: 'order-1', refund: 'refund-1' });
    await shop.post('refund.failed');
    expect(await refunds()).toEqual(['1000 done']);
  });

  it('that has failed before the shop wrote it down is a person’s, and not taken for given', async () => {
    await paidOrder();
    await dueRefund('refund-1', 1000);
    for (const _try of [1, 2]) shop.stripe.trouble({ about: 'POST /v1/refunds', when: 'after', status: 500 });
    await payRefunds(shop.parts, 'order-1');
    expect(await refunds()).toEqual(['1000 due']);
    const [id = ''] = shop.stripe.account.refunds.keys();
    shop.stripe.failRefund(id);
    await shop.reconcile();
    expect(await refunds()).toEqual(['1000 by-hand']);
    expect(atStripe()).toEqual([0]);
  });
});
