import { beforeEach, describe, expect, it } from 'vitest';
import {
  cancelByNumber,
  listOrders,
  packByNumber,
  receiveByNumber,
  refundByNumber,
  showOrder,
} from '../../src/cli/orders-commands.ts';
import { applyPayment } from '../../src/commerce/orders/apply-payment.ts';
import { changeItems } from '../../src/commerce/orders/change-items.ts';
import type { Order } from '../../src/commerce/orders/order.ts';
import { returnItems } from '../../src/commerce/orders/return-items.ts';
import { deliverOrder, sendOff } from '../../src/commerce/shipping/ship-order.ts';
import { merchant, type OrderShop, openOrderShop, paid, shopper } from '../commerce/orders/order-shop.ts';

describe('parley orders', () => {
  let shop: OrderShop;
  let order: Order;
  beforeEach(async () => {
    shop = await openOrderShop();
    order = await shop.place({ items: { 'coat-s': 1, mug: 2 } });
    const all = paid(order, order.total?.amount ?? 0);
    await shop.trade(merchant, (trade) => applyPayment(trade, all));
  });

  it('lists what came in, and tells everything about one', async () => {
    expect(await listOrders(shop.parts, { limit: 5 })).toContain(`${order.number}`);
    expect(await listOrders(shop.parts, { limit: 5, status: 'expired' })).toBe('No order is expired.\n');
    const screen = await showOrder(shop.parts, `#${order.number}`);
    for (const words of ['Coat (S)', '2 × Mug', 'placed', 'payment $', '12 Main St']) expect(screen).toContain(words);
    const slip = `${order.number.slice(0, 7)}${(Number(order.number[7]) + 1) % 10}`;
    await expect(showOrder(shop.parts, slip)).rejects.toThrow('a digit is mistyped');
    await expect(showOrder(shop.parts, '10234')).rejects.toThrow('There is no order 10234.');
  });

  it('gives back a part, in the order’s currency, and never more than was paid', async () => {
    const refund = (amount: string) => refundByNumber(shop.parts, { number: order.number, amount, why: '' });
    expect(await refund('12,50')).toContain('$12.50 goes back');
    await expect(refund('1000')).rejects.toThrow(/at most \$\d+\.\d\d can be given back/);
    await expect(refund('-3')).rejects.toThrow('is no amount such as 12.50');
    expect((await shop.order(order.id)).refunds).toMatchObject([{ amount: { amount: 1_250 }, state: 'due' }]);
  });

  it('packs nothing that a change made dearer before it is paid', async () => {
    const items = [{ sku: 'coat-s', instead: 'coat-m' }];
    await shop.trade(shopper, (trade) => changeItems(trade, { order: order.id, items, payBy: null }));
    await expect(packByNumber(shop.parts, order.number)).rejects.toThrow('$3.34 is still to be paid');
    await shop.trade(merchant, (trade) => applyPayment(trade, paid(order, 334, 'rest')));
    expect(await packByNumber(shop.parts, order.number)).toContain('is packed');
  });

  it('calls off, and takes back what has come', async () => {
    const shipment = { carrier: 'UPS', tracking: '1', trackingUrl: null, labelUrl: null };
    await shop.trade(merchant, (trade) => sendOff(trade, { order: order.id, shipment, via: 'manual' }));
    await expect(cancelByNumber(shop.parts, { number: order.number, why: '' })).rejects.toThrow('is shipped');
    await shop.trade(merchant, (trade) => deliverOrder(trade, order.id));
    const items = [{ sku: 'mug', quantity: 2 }];
    await shop.trade(shopper, (trade) => returnItems(trade, { order: order.id, items, why: '', to: null }));
    const back = { number: order.number, restock: true, why: '' };
    expect(await receiveByNumber(shop.parts, back)).toContain('is delivered. $14.14 goes back.');
    await expect(receiveByNumber(shop.parts, back)).rejects.toThrow('cannot be done now');
    const other = await shop.place();
    expect(await cancelByNumber(shop.parts, { number: other.number, why: 'sold out' })).toContain('is cancelled');
  });
});
