import { describe, expect, it } from 'vitest';
import { applyPayment } from '../../../src/commerce/orders/apply-payment.ts';
import { cancelOrder } from '../../../src/commerce/orders/cancel-order.ts';
import { changePayment } from '../../../src/commerce/orders/change-payment.ts';
import { expireOrder, expireOrderErrand } from '../../../src/commerce/orders/expire-order.ts';
import { ledgerOf } from '../../../src/commerce/orders/ledger.ts';
import type { Order } from '../../../src/commerce/orders/order.ts';
import { packOrder } from '../../../src/commerce/orders/pack-order.ts';
import { refundOrder } from '../../../src/commerce/orders/refund-order.ts';
import { settleRefund } from '../../../src/commerce/payment/pay-refunds.ts';
import { reserve } from '../../../src/commerce/stock/reserve.ts';
import { merchant, type OrderShop, openOrderShop, paid, shopper, usd } from './order-shop.ts';

const hour = 3_600_000;
const provider = { who: 'system', what: 'demo' } as const;

async function pay(shop: OrderShop, order: Order, amount: number, reference?: string) {
  return await shop.trade(provider, (trade) => applyPayment(trade, paid(order, amount, reference)));
}

async function expire(shop: OrderShop, { id }: Order) {
  shop.clock.at += 2 * hour;
  return await shop.trade({ who: 'system', what: 'expiry' }, (trade) => expireOrder(trade, { order: id }));
}

async function newsOf({ store }: OrderShop): Promise<readonly string[]> {
  const jobs = await store.find('job', { where: { name: 'news' } });
  return jobs.map(({ body }) => String((body['data'] as { news: string }).news)).sort();
}

describe('money that comes', () => {
  it('moves the order on once, however often it is told, and tells the shopper once', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const total = order.total?.amount ?? 0;
    for (let times = 0; times < 3; times += 1) await pay(shop, order, total);
    const after = await shop.order(order.id);
    expect(after).toMatchObject({ status: 'placed', reservedUntil: null, payments: [{ state: 'paid' }], refunds: [] });
    expect(after.history.map(({ what, by }) => `${by} ${what}`)).toEqual(['demo payment', 'demo pay']);
    expect(await newsOf(shop)).toEqual(['order-paid']);
  });

  it('is gathered in parts, and what is too much is due to go back', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const total = order.total?.amount ?? 0;
    expect(await pay(shop, order, total - 100, 'a')).toMatchObject({
      order: { status: 'awaiting-payment' },
      news: null,
    });
    expect(await pay(shop, order, 150, 'b')).toMatchObject({
      order: { status: 'placed', refunds: [{ to: 'b', amount: usd(50), state: 'due' }] },
      news: 'order-paid',
    });
  });

  it('in part goes back when the time is over; pieces and coupons are free again', async () => {
    const shop = await openOrderShop({ coupons: { coupons: [{ code: 'ONE', label: 'One', percent: 5, uses: 1 }] } });
    const order = await shop.place({ coupons: ['ONE'] });
    expect(await shop.reserved('coat-s')).toBe(1);
    await expect(shop.place({ coupons: ['ONE'] })).rejects.toThrow('coupon-used');
    await pay(shop, order, 1_000, 'a');
    const early = await shop.trade(merchant, (trade) => expireOrder(trade, { order: order.id }));
    expect(early).toMatchObject({ refused: 'too-early' });
    expect(await expire(shop, order)).toMatchObject({
      status: 'expired',
      reserved: [],
      refunds: [{ to: 'a', amount: usd(1_000), state: 'due' }],
    });
    expect(await shop.reserved('coat-s')).toBe(0);
    expect(await newsOf(shop)).toEqual(['order-expired']);
    expect(await shop.place({ coupons: ['ONE'] })).toMatchObject({ quote: { discounts: [{ id: 'ONE' }] } });
    expect(await expire(shop, order)).toMatchObject({ refused: 'not-now', details: { status: 'expired' } });
  });

  it('after the time is over keeps the pieces once more where they are still there', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    await expire(shop, order);
    expect(await pay(shop, order, order.total?.amount ?? 0)).toMatchObject({
      order: { status: 'placed', reserved: [{ sku: 'coat-s', quantity: 1 }], refunds: [] },
      news: 'order-paid',
    });
    expect(await shop.reserved('coat-s')).toBe(1);
  });

  it('after the time is over goes back where they are gone', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    await expire(shop, order);
    await shop.trade(merchant, (trade) => reserve(trade, [{ sku: 'coat-s', product: 'coat', quantity: 9 }]));
    const total = order.total?.amount ?? 0;
    expect(await pay(shop, order, total)).toMatchObject({
      order: { status: 'expired', refunds: [{ amount: usd(total), state: 'due' }] },
      news: 'payment-late',
    });
    await pay(shop, order, total);
    expect((await shop.order(order.id)).refunds).toHaveLength(1);
    expect(await newsOf(shop)).toEqual(['order-expired', 'payment-late']);
  });

  it('for a cancelled order goes back', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    await shop.trade(shopper, (trade) => cancelOrder(trade, { order: order.id, reason: null }));
    const total = order.total?.amount ?? 0;
    expect(await pay(shop, order, total)).toMatchObject({
      order: { status: 'cancelled', refunds: [{ amount: usd(total), state: 'due' }] },
      news: 'payment-late',
    });
  });

  it('in another currency, or for no order, is refused', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const euros = { ...paid(order, 100), amount: { amount: 100, currency: 'EUR' } };
    expect(await shop.trade(provider, (trade) => applyPayment(trade, euros))).toEqual({ refused: 'other-currency' });
    expect(await pay(shop, { ...order, id: 'none' }, 100)).toEqual({ refused: 'not-found' });
  });

  it('that failed ends that try alone; a failure told late changes nothing', async () => {
    const shop = await openOrderShop();
    const open = { provider: 'demo', reference: 'a', amount: usd(1), state: 'open' as const, url: null, at: 1 };
    const order = await shop.place({ more: { payments: [open] } });
    const failed = { ...paid(order, 1, 'a'), state: 'failed' as const };
    await shop.trade(provider, (trade) => applyPayment(trade, failed));
    expect(await shop.order(order.id)).toMatchObject({ status: 'awaiting-payment', payments: [{ state: 'failed' }] });
    await pay(shop, order, order.total?.amount ?? 0, 'a');
    await shop.trade(provider, (trade) => applyPayment(trade, failed));
    expect(await shop.order(order.id)).toMatchObject({ status: 'placed', payments: [{ state: 'paid' }] });
  });
});

describe('money that goes back', () => {
  it('is never more than was paid, and once for one word of the merchant', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const total = order.total?.amount ?? 0;
    const refund = (amount: number) =>
      shop.trade(merchant, (trade) => refundOrder(trade, { order: order.id, amount: usd(amount), why: 'a scratch' }));
    expect(await refund(1)).toMatchObject({ refused: 'too-much' });
    await pay(shop, order, total);
    await refund(1_000);
    expect(await refund(total - 999)).toMatchObject({ refused: 'too-much', details: { most: usd(total - 1_000) } });
    expect(await refund(total - 1_000)).toMatchObject({ refunds: [{}, {}] });
    expect(await refund(1)).toMatchObject({ refused: 'too-much', details: { most: usd(0) } });
    const once = await shop.trade(merchant, async (trade) => {
      const input = { order: order.id, amount: usd(1), why: '' };
      return [await refundOrder(trade, input), await refundOrder(trade, input)];
    });
    expect(once).toMatchObject([{ refused: 'too-much' }, { refused: 'too-much' }]);
    const twice = await openOrderShop();
    const other = await twice.place();
    await pay(twice, other, total);
    await twice.trade(merchant, async (trade) => {
      const input = { order: other.id, amount: usd(700), why: '' };
      await refundOrder(trade, input);
      return await refundOrder(trade, input);
    });
    expect((await twice.order(other.id)).refunds).toMatchObject([{ amount: usd(700) }]);
  });

  it('at the provider’s own site is written down once, and no more than that payment brought', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const total = order.total?.amount ?? 0;
    await pay(shop, order, total);
    const seen = (amount: number) =>
      shop.trade(provider, (trade) => applyPayment(trade, { ...paid(order, amount), state: 'refunded' }));
    await seen(300);
    await seen(300);
    await seen(total + 5_000);
    const after = await shop.order(order.id);
    expect(after.refunds.map(({ amount, state }) => [amount.amount, state])).toEqual([
      [300, 'done'],
      [total - 300, 'done'],
    ]);
    expect(ledgerOf(after)).toMatchObject({ held: 0, owed: 0, excess: 0 });
  });

  it('that was due is done when the provider tells so, and is not written down again', async () => {
    const shop = await openOrderShop();
    const order = await shop.place();
    const total = order.total?.amount ?? 0;
    await pay(shop, order, total);
    await shop.trade(shopper, (trade) => cancelOrder(trade, { order: order.id, reason: null }));
    await shop.trade(provider, (trade) => applyPayment(trade, { ...paid(order, total), state: 'refunded' }));
    expect((await shop.order(order.id)).refunds).toMatchObject([{ amount: usd(total), state: 'done' }]);
  });

  it('that was due is told apart from another, which a person has still to pay', async () => {
    const shop = await openOrderShop();
    const order = await shop.place({ items: { 'coat-s': 2 } });
    await pay(shop, order, order.total?.amount ?? 0);
    const refund = (amount: number) =>
      shop.trade(merchant, (trade) => refundOrder(trade, { order: order.id, amount: usd(amount), why: 'a scratch' }));
    const settle = (id: string, state: 'done' | 'by-hand') =>
      shop.trade(provider, (trade) => settleRefund(trade, { order: order.id, refund: id, state, reference: null }));
    await refund(300);
    await settle('given-1', 'by-hand');
    await refund(500);
    await shop.trade(provider, (trade) => applyPayment(trade, { ...paid(order, 500), state: 'refunded' }));
    await settle('given-2', 'done');
    expect((await shop.order(order.id)).refunds.map(({ id, state }) => [id, state])).toEqual([
      ['given-1', 'by-hand'],
      ['given-2', 'done'],
    ]);
  });
});

describe('an order that is not paid', () => {
  const cash = { provider: 'cash-on-delivery', label: 'Cash on delivery', fee: 3 };
  const methods = [{ provider: 'demo', label: 'Demo' }, { provider: 'stripe', label: 'Card' }, cash];
  const openIt = () => openOrderShop({ payment: { methods } });
  const change = (shop: OrderShop, { id }: Order, payBy: string) =>
    shop.trade(shopper, (trade) => changePayment(trade, { order: id, payBy }));
  const pack = (shop: OrderShop, { id }: Order) => shop.trade(merchant, (trade) => packOrder(trade, { order: id }));

  it('may be paid in another way of the shop’s that costs as much and is paid before, and in no other', async () => {
    const shop = await openIt();
    const order = await shop.place();
    expect(await change(shop, order, 'cash-on-delivery')).toEqual({ refused: 'not-allowed' });
    expect(await change(shop, order, 'stripe')).toMatchObject({ order: { payBy: 'stripe' } });
    const atDoor = await shop.place({ more: { status: 'placed', payBy: 'cash-on-delivery', reservedUntil: null } });
    expect(await change(shop, atDoor, 'stripe')).toEqual({ refused: 'not-allowed' });
  });

  it('is packed where it is paid at the door, and not where it cost nothing until it was changed', async () => {
    const shop = await openIt();
    const going = { status: 'placed', reservedUntil: null } as const;
    const atDoor = await shop.place({ more: { ...going, payBy: 'cash-on-delivery' } });
    expect(await pack(shop, atDoor)).toMatchObject({ status: 'packed' });
    const wasFree = await shop.place({ more: { ...going, payBy: null } });
    expect(await pack(shop, wasFree)).toEqual({ refused: 'not-paid', details: { due: wasFree.total } });
  });
});

it('the job comes again when the order may wait longer by now', async () => {
  const shop = await openOrderShop();
  const order = await shop.place();
  const errand = expireOrderErrand(shop.parts);
  const job = { id: 'expire', name: 'expire-order' as const, runAt: shop.clock.at, data: { order: order.id } };
  expect(await errand(job)).toEqual({ again: order.reservedUntil });
  shop.clock.at += 2 * hour;
  expect(await errand(job)).toBeUndefined();
  expect(await shop.order(order.id)).toMatchObject({ status: 'expired' });
});
