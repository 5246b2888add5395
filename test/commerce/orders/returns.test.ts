import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPayment } from '../../../src/commerce/orders/apply-payment.ts';
import { exchangeItems } from '../../../src/commerce/orders/exchange-items.ts';
import { ledgerOf } from '../../../src/commerce/orders/ledger.ts';
import { receiveReturn } from '../../../src/commerce/orders/receive-return.ts';
import { refundOrder } from '../../../src/commerce/orders/refund-order.ts';
import { returnItems } from '../../../src/commerce/orders/return-items.ts';
import { paidForLine } from '../../../src/commerce/pricing/paid-for.ts';
import { isRefusal } from '../../../src/commerce/refusal.ts';
import { applyTracking } from '../../../src/commerce/shipping/apply-tracking.ts';
import { deliverOrder, sendOff } from '../../../src/commerce/shipping/ship-order.ts';
import { merchant, type OrderShop, openOrderShop, paid, shopper, usd } from './order-shop.ts';

async function delivered(shop: OrderShop, items: Readonly<Record<string, number>>, coupons: readonly string[] = []) {
  const order = await shop.place({ items, coupons });
  await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, order.total?.amount ?? 0)));
  const shipment = { carrier: 'UPS', tracking: '1', trackingUrl: null, labelUrl: null };
  await shop.trade(merchant, (trade) => sendOff(trade, { order: order.id, shipment, via: 'manual' }));
  await shop.trade(merchant, (trade) => deliverOrder(trade, order.id));
  return await shop.order(order.id);
}

const receive = (shop: OrderShop, order: string, as: 'received' | 'refused' = 'received') =>
  shop.trade(merchant, (trade) => receiveReturn(trade, { order, back: null, as, why: '', restock: true }));

it('everything sent back, in whatever parts, gives back every cent that was paid, or all but the delivery', async () => {
  let parted = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        coats: fc.integer({ min: 1, max: 4 }),
        mugs: fc.integer({ min: 1, max: 5 }),
        percent: fc.integer({ min: 1, max: 70 }),
        shipping: fc.boolean(),
        included: fc.boolean(),
        order: fc.infiniteStream(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 2 }), fc.boolean())),
      }),
      async ({ coats, mugs, percent, shipping, included, order: stream }) => {
        const shop = await openOrderShop({
          orders: { return: { refunds_shipping: shipping } },
          coupons: { coupons: [{ code: 'OFF', label: 'Off', percent }] },
          tax: { prices_include_tax: included, rates: [{ label: 'Tax', percent: 8.875, countries: ['US'] }] },
        });
        const order = await delivered(shop, { 'coat-s': coats, mug: mugs }, ['OFF']);
        const left = { 'coat-s': coats, mug: mugs };
        let parts = 0;
        for (const [isCoat, wanted, comes] of stream) {
          const sku = (isCoat && left['coat-s'] > 0) || left.mug === 0 ? 'coat-s' : 'mug';
          const quantity = Math.min(wanted, left[sku]);
          if (quantity === 0) break;
          const items = [{ sku, quantity }];
          const asked = await shop.trade(shopper, (trade) =>
            returnItems(trade, { order: order.id, items, why: '', to: null }),
          );
          expect(isRefusal(asked)).toBe(false);
          left[sku] -= quantity;
          parts += 1;
          if (comes) await receive(shop, order.id);
        }
        while (!isRefusal(await receive(shop, order.id))) parts += 0;
        if (parts > 2) parted += 1;
        const after = await shop.order(order.id);
        expect(after.status).toBe('returned');
        const goods = (order.quote?.lines ?? []).reduce(
          (sum, line) => sum + (order.quote ? paidForLine(line, order.quote).amount : 0),
          0,
        );
        expect(ledgerOf(after)?.refunded).toBe(shipping ? order.total?.amount : goods);
      },
    ),
    { numRuns: 60 },
  );
  expect(parted).toBeGreaterThan(20);
});

it('what is sent back can be sold again, and what is refused gives nothing back', async () => {
  const shop = await openOrderShop();
  const order = await delivered(shop, { 'coat-s': 2 });
  const stock = async () => (await shop.store.get('stock', 'coat-s'))?.body['available'];
  expect(await stock()).toBe(7);
  const ask = () =>
    shop.trade(shopper, (trade) =>
      returnItems(trade, { order: order.id, items: [{ sku: 'coat-s', quantity: 1 }], why: '', to: null }),
    );
  await ask();
  await receive(shop, order.id, 'refused');
  expect(await shop.order(order.id)).toMatchObject({ status: 'delivered', refunds: [] });
  expect(await stock()).toBe(7);
  await ask();
  expect(await receive(shop, order.id)).toMatchObject({ status: 'delivered', refunds: [{ amount: usd(4_999) }] });
  expect(await stock()).toBe(8);
  expect(await receive(shop, order.id)).toMatchObject({ refused: 'not-now' });
});

it('an exchange keeps the new piece at once, and becomes the order when the old one has come', async () => {
  const shop = await openOrderShop({ orders: { exchange: { difference_to: ['gift-card'] } } });
  const order = await delivered(shop, { 'coat-s': 1 });
  const items = [{ sku: 'coat-s', instead: 'coat-m' }];
  const asked = await shop.trade(shopper, (trade) =>
    exchangeItems(trade, { order: order.id, items, payBy: 'gift-1', why: 'tight' }),
  );
  expect(asked).toMatchObject({ difference: usd(334), order: { status: 'exchange-requested' } });
  expect(await shop.reserved('coat-m')).toBe(1);
  expect(await shop.balance()).toBe(20_000);
  expect(await receive(shop, order.id)).toMatchObject({
    status: 'exchanged',
    items: [{ sku: 'coat-m', quantity: 1, price: usd(5_333) }],
    payments: [{ reference: 'pay-1' }, { reference: 'gift-1', amount: usd(334), state: 'paid' }],
  });
  expect(await shop.balance()).toBe(20_000 - 334);
  const { body } = (await shop.store.get('customer', 'ada')) ?? {};
  expect(body?.['wallet'], 'what is not ours').toMatchObject([{ id: 'gift-1' }, { id: 'card-1', expires: '2029-04' }]);
  expect(await shop.reserved('coat-m')).toBe(0);
});

it('what cannot be sent back is told by its name, and money goes only where the merchant lets it', async () => {
  const shop = await openOrderShop({
    orders: { return: { not: ['Kitchen'], fee: 5, refund_to: ['original', 'gift-card'] } },
  });
  const order = await delivered(shop, { 'coat-s': 1, mug: 1 });
  const ask = (sku: string, to: string | null) =>
    shop.trade(shopper, (trade) => returnItems(trade, { order: order.id, items: [{ sku, quantity: 1 }], why: '', to }));
  expect(await ask('mug', null)).toMatchObject({ refused: 'not-returnable', details: { label: 'Mug' } });
  expect(await ask('coat-s', 'card-1')).toMatchObject({ refused: 'not-allowed' });
  expect(await ask('coat-s', 'gift-9')).toMatchObject({ refused: 'not-a-way-to-pay' });
  expect(await ask('coat-s', 'gift-card')).toMatchObject({ refund: usd(4_499), fee: usd(500) });
  await receive(shop, order.id);
  expect(await shop.balance()).toBe(20_000 + 4_499);
  expect((await shop.order(order.id)).refunds).toMatchObject([{ to: 'gift-1', state: 'done' }]);
});

it('what came back broken is noted as such, and is not for sale', async () => {
  const shop = await openOrderShop();
  const order = await delivered(shop, { 'coat-s': 1 });
  const back = { order: order.id, items: [{ sku: 'coat-s', quantity: 1 }], why: '', to: null };
  await shop.trade(shopper, (trade) => returnItems(trade, back));
  const came = { order: order.id, back: null, as: 'received', why: 'broken', restock: false } as const;
  await shop.trade(merchant, (trade) => receiveReturn(trade, came));
  expect((await shop.order(order.id)).returns).toMatchObject([{ state: 'received', restocked: false }]);
  expect((await shop.store.get('stock', 'coat-s'))?.body['available']).toBe(8);
});

it('what comes instead and costs more stays kept until the difference is paid, and is listed until then', async () => {
  const shop = await openOrderShop();
  const order = await delivered(shop, { 'coat-s': 1 });
  const items = [{ sku: 'coat-s', instead: 'coat-m' }];
  await shop.trade(shopper, (trade) => exchangeItems(trade, { order: order.id, items, payBy: null, why: '' }));
  expect(await receive(shop, order.id)).toMatchObject({ status: 'exchanged' });
  expect(await shop.reserved('coat-m')).toBe(1);
  expect(await shop.store.count('order', { where: { unsettled: 'to-pay' } })).toBe(1);
  const again = await shop.trade(merchant, (trade) =>
    returnItems(trade, { order: order.id, items: [{ sku: 'coat-m', quantity: 1 }], why: '', to: null }),
  );
  expect(again).toMatchObject({ refused: 'not-now' });
  await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, 300, 'rest-1')));
  expect(await shop.reserved('coat-m')).toBe(1);
  await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, 34, 'rest-2')));
  expect(await shop.reserved('coat-m')).toBe(0);
  expect((await shop.order(order.id)).reserved).toEqual([]);
  expect(await shop.store.count('order', { where: { unsettled: 'to-pay' } })).toBe(0);
});

describe('a parcel that could not be brought', () => {
  const back = { tracking: 'T7', state: 'returned', at: 5, since: null, expected: null, place: null } as const;

  async function cameBack() {
    const shop = await openOrderShop();
    const order = await shop.place({ items: { 'coat-s': 2 } });
    await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, order.total?.amount ?? 0)));
    const shipment = { carrier: 'UPS', tracking: 'T7', trackingUrl: null, labelUrl: null };
    await shop.trade(merchant, (trade) => sendOff(trade, { order: order.id, shipment, via: 'manual' }));
    for (const _twice of [1, 2]) await shop.trade(merchant, (trade) => applyTracking(trade, back));
    return { shop, id: order.id, listed: () => shop.store.count('order', { where: { unsettled: 'came-back' } }) };
  }

  it('is listed until it is taken in: then its pieces can be sold again and the money goes back', async () => {
    const { shop, id, listed } = await cameBack();
    const before = await shop.onHand('coat-s');
    expect([(await shop.order(id)).returns.length, await listed()]).toEqual([1, 1]);
    const after = await receive(shop, id);
    expect(after).toMatchObject({ status: 'returned', refunds: [{ amount: usd(2 * 4_999 + 490), state: 'due' }] });
    expect(await shop.onHand('coat-s')).toBe(before + 2);
    expect(await listed()).toBe(0);
    expect(await receive(shop, id)).toMatchObject({ refused: 'not-now' });
  });

  it('gives no more back than was paid where a refund came first, and nothing where it is refused', async () => {
    const first = await cameBack();
    const held = ledgerOf(await first.shop.order(first.id))?.held ?? 0;
    await first.shop.trade(merchant, (trade) => refundOrder(trade, { order: first.id, amount: usd(held), why: '' }));
    await receive(first.shop, first.id);
    expect(ledgerOf(await first.shop.order(first.id))).toMatchObject({ refunded: held, held: 0, owed: 0 });
    const second = await cameBack();
    await receive(second.shop, second.id, 'refused');
    expect((await second.shop.order(second.id)).refunds).toEqual([]);
    expect(await second.listed()).toBe(0);
  });
});
