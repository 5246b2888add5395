import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type Shop } from './shop.ts';

const day = 86_400_000;
const noon = Date.UTC(2026, 10, 1, 12);

describe('orders', () => {
  let shop: Shop;

  beforeEach(async () => {
    shop = await openShop();
    const order = (customer: string | null, placedAt: number, more = {}) => ({
      customer,
      placedAt,
      status: 'shipped',
      eta: '2026-12-01',
      items: [{ title: 'Mug', quantity: 2 }],
      total: { amount: 2_500, currency: 'USD' },
      ...more,
    });
    await shop.write('order', '10234', order(null, noon));
    await shop.write('order', '20001', order('ada', noon));
    await shop.write('order', '20002', order('ada', noon + day, { deliveredAt: noon + 3 * day }));
    await shop.write('order', 'AB-77', order('bob', noon));
  });
  afterEach(() => shop.close());

  it('are found by number however it is written', async () => {
    const ada = shop.shopper('ada');
    for (const written of ['10234', '#10234', ' no. 10234 ', 'my order 10234 please', 10_234, { id: '10234' }]) {
      expect(await ada.gets('orders.track', { order: written })).toMatchObject({
        id: '10234',
        number: '10234',
        status: 'shipped',
        delivered: false,
        eta: '2026-12-01',
        placed_at: '2026-11-01T12:00:00.000Z',
        items: [{ title: 'Mug', quantity: 2 }],
      });
    }
    expect(await shop.shopper('bob').gets('orders.track', { order: 'ab-77' })).toMatchObject({ id: 'AB-77' });
  });

  it('of another customer are as if they did not exist', async () => {
    const bob = shop.shopper('bob');
    expect(await bob.does('orders.track', { order: '20001' })).toEqual({ result: 'refused', reason: 'not-found' });
    expect(await bob.does('lookup.order', { text: '20001' })).toEqual({ result: 'refused', reason: 'none' });
    expect(await bob.does('orders.track', { order: '99999' })).toEqual({ result: 'refused', reason: 'not-found' });
    expect(await bob.gets('lookup.order', { text: '#AB-77' })).toMatchObject({ value: { id: 'AB-77' } });
  });

  it('are delivered once the carrier says so', async () => {
    expect(await shop.shopper('ada').gets('orders.track', { order: '20002' })).toMatchObject({
      status: 'delivered',
      delivered: true,
      delivered_at: '2026-11-04T12:00:00.000Z',
    });
  });

  it('are listed newest first, one’s own alone, with a label that fits a button', async () => {
    const ada = shop.shopper('ada');
    expect(await ada.gets('orders.recent')).toMatchObject({ orders: [{ id: '20002' }, { id: '20001' }] });
    expect(await ada.gets('orders.recent', { limit: 1 })).toMatchObject({ orders: [{ id: '20002' }] });
    expect(await ada.gets('facts.customer')).toMatchObject({
      recent_orders: [
        { id: '20002', label: '#20002, Nov 2' },
        { id: '20001', label: '#20001, Nov 1' },
      ],
    });
  });

  it('asked for with a page of text are not found, without harm', async () => {
    const bob = shop.shopper('bob');
    expect(await bob.does('lookup.order', { text: '9 '.repeat(50_000) })).toMatchObject({ reason: 'none' });
    expect(await bob.does('orders.track', { order: '' })).toMatchObject({ reason: 'not-found' });
  });
});
