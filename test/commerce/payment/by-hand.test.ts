import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../src/commerce/orders/order.ts';
import { receiveMoney, refundedByHand } from '../../../src/commerce/payment/by-hand.ts';
import { isRefusal, type Refusal } from '../../../src/commerce/refusal.ts';
import { openSellingShop, type SellingShop } from './selling-shop.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
let shop: SellingShop;
beforeEach(async () => {
  shop = await openSellingShop();
});
afterEach(() => shop.close());

const receive = (amount: ReturnType<typeof usd> | null = null, order = 'order-1') =>
  receiveMoney(shop.parts, { order, amount });
const essence = (got: Order | Refusal) =>
  isRefusal(got)
    ? got
    : { status: got.status, paid: got.payments.map(({ state, amount }) => `${amount.amount} ${state}`) };
const begin = () => shop.shopper().gets('payments.start', { order: 'order-1' });

describe('money that a person sees arrive', () => {
  it('pays a transfer whole, and once', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    await begin();
    expect(essence(await receive())).toEqual({ status: 'placed', paid: ['4500 paid'] });
    expect(await receive()).toEqual({ refused: 'nothing-owed' });
    expect(await receive(usd(4500))).toEqual({ refused: 'nothing-owed' });
  });

  it('pays a transfer in parts, and places the order with the last', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    await begin();
    expect(essence(await receive(usd(2000)))).toEqual({ status: 'awaiting-payment', paid: ['2000 paid'] });
    expect(essence(await receive(usd(2500)))).toEqual({ status: 'placed', paid: ['2000 paid', '2500 paid'] });
  });

  it('is the courier’s for an order that is paid on delivery, in whatever state that is', async () => {
    await shop.putOrder({ payBy: 'cash-on-delivery', status: 'delivered', reservedUntil: null });
    expect(essence(await receive())).toEqual({ status: 'delivered', paid: ['4500 paid'] });
  });

  it('that is too much is a person’s to give back', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    await begin();
    await receive(usd(5000));
    const { refunds } = await shop.order();
    expect(refunds).toMatchObject([{ amount: usd(500), state: 'by-hand' }]);
  });

  it('comes after the order has ended, and is a person’s to give back', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    await begin();
    await shop.putOrder({ ...(await shop.order()), status: 'cancelled' });
    await receive();
    expect((await shop.order()).refunds).toMatchObject([{ amount: usd(4500), state: 'by-hand' }]);
    expect(await receive()).toEqual({ refused: 'nothing-owed' });
  });

  it('is refused for no order, and in another currency', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    expect(await receive(null, 'order-9')).toEqual({ refused: 'not-found' });
    expect(await receive({ amount: 4500, currency: 'EUR' })).toEqual({ refused: 'other-currency' });
    expect(await receive(usd(0))).toEqual({ refused: 'nothing-owed' });
  });
});

describe('a refund by hand', () => {
  it('is done when a person says so, once, and is on no list any more', async () => {
    await shop.putOrder({ payBy: 'bank-transfer' });
    await begin();
    await receive(usd(5000));
    const [refund] = (await shop.order()).refunds;
    const done = { order: 'order-1', refund: refund?.id ?? '' };
    expect(await shop.store.count('order', { where: { unsettled: 'by-hand' } })).toBe(1);
    expect(essence(await refundedByHand(shop.parts, done))).toMatchObject({ status: 'placed' });
    expect(await shop.store.count('order', { where: { unsettled: 'by-hand' } })).toBe(0);
    expect(await refundedByHand(shop.parts, done)).toEqual({ refused: 'not-by-hand' });
    expect(await refundedByHand(shop.parts, { ...done, refund: 'refund-9' })).toEqual({ refused: 'not-found' });
    expect((await shop.order()).history.at(-1)).toMatchObject({ by: 'merchant', what: 'refunded' });
  });
});
