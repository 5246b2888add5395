import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/sync/problems.ts';
import { putShirt, shops } from './shops.ts';
import { type Connected, connect, dayMs } from './syncing.ts';

describe.each(shops)('orders kept in step with %s', (_name, open) => {
  let shop: Connected;
  beforeEach(async () => {
    shop = await connect(open);
  });
  afterEach(() => shop.close());

  describe('an order of ours', () => {
    beforeEach(async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      await shop.placeOrder('10000018');
    });

    it('is there at once, for what it costs, and only once however often that is tried', async () => {
      expect(await shop.store.count('job', { where: { name: 'sync-shop' } })).toBe(1);
      await shop.work();
      expect(shop.firstOrder()).toMatchObject({ reference: '10000018', total: 3000, paid: true });
      await shop.change('10000018', { notify: true });
      await shop.work();
      await shop.sweep();
      expect(shop.shelf.orders.size).toBe(1);
      expect(await problemsOf(shop.store, shop.system.id, 9)).toEqual([]);
    });

    it('is no order of theirs when their webhook tells of it', async () => {
      await shop.work();
      await shop.hook?.hear(shop.orderHook(shop.firstOrder().id));
      await shop.work();
      await shop.sweep();
      expect(await shop.store.count('order', {})).toBe(1);
      expect((await shop.order('10000018'))?.status).toBe('placed');
    });

    it('is not there a second time when the answer to the first was lost', async () => {
      shop.fail('lost');
      await shop.work();
      expect(shop.shelf.orders.size).toBe(1);
      shop.later(shop.system.settleMs + 60_000);
      await shop.work();
      expect(shop.shelf.orders.size).toBe(1);
      shop.later(dayMs);
      await shop.sweep();
      expect(shop.shelf.orders.size).toBe(1);
      expect(await shop.store.count('job', { where: { name: 'sync-shop' } })).toBe(0);
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(3);
    });

    it('waits with a second try until the first can be found', async () => {
      shop.fail('down', 1, 1);
      await shop.work();
      shop.asked.length = 0;
      shop.later(31_000);
      await shop.work();
      expect(shop.shelf.orders.size).toBe(0);
      expect(shop.asked).toEqual([]);
      shop.later(60_000);
      await shop.work();
      expect(shop.shelf.orders.size).toBe(1);
    });

    it('that is cancelled here is cancelled there, and its pieces are for sale', async () => {
      await shop.work();
      await shop.change('10000018', { status: 'cancelled', reserved: [] });
      await shop.work();
      expect(shop.firstOrder().cancelled).toBe(true);
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(5);
    });

    it('that is cancelled before they know of it is never there', async () => {
      await shop.change('10000018', { status: 'cancelled', reserved: [] });
      await shop.work();
      expect(shop.shelf.orders.size).toBe(0);
    });

    it('that is cancelled here and was sent there is told to a person', async () => {
      await shop.work();
      shop.firstOrder().parcels.push({ tracking: '1Z1', state: 'sent' });
      await shop.change('10000018', { status: 'cancelled', reserved: [] });
      await shop.work();
      expect(shop.firstOrder().cancelled).toBe(false);
      expect(await problemsOf(shop.store, shop.system.id, 9)).toMatchObject([{ what: 'order', id: '10000018' }]);
    });

    it('whose money went back has it noted there once, also when the answer was lost', async () => {
      await shop.work();
      const refund = {
        id: 'refund-1',
        to: 'pay-10000018',
        amount: { amount: 400, currency: 'USD' },
        state: 'done',
        why: 'Torn',
        reference: null,
        at: 0,
      } as const;
      await shop.change('10000018', { refunds: [refund] });
      shop.fail('lost');
      await shop.work();
      shop.later(31_000);
      await shop.work();
      expect(shop.firstOrder().refunded).toBe(400);
      await shop.sweep();
      expect(shop.firstOrder().refunded).toBe(400);
    });

    it('that goes elsewhere now goes there', async () => {
      await shop.work();
      const order = await shop.order('10000018');
      if (order?.address) await shop.change('10000018', { address: { ...order.address, city: 'Boston' } });
      await shop.work();
      expect(shop.firstOrder().city).toBe('Boston');
    });

    it('that they sent is sent here, with its number, and its pieces have left', async () => {
      await shop.work();
      shop.firstOrder().parcels.push({ tracking: '1Z999', state: shop.tracks ? 'delivered' : 'sent' });
      shop.firstOrder().changedAt = shop.shelf.now;
      await shop.hook?.hear(shop.orderHook(shop.firstOrder().id));
      await shop.work();
      const order = await shop.order('10000018');
      expect(order).toMatchObject({
        tracking: '1Z999',
        carrier: 'UPS',
        reserved: [],
        status: shop.tracks ? 'delivered' : 'shipped',
      });
      expect(order?.history.map(({ by }) => by)).toContain(shop.system.id);
    });

    it('that they cancelled is cancelled here, and is not cancelled there a second time', async () => {
      await shop.work();
      shop.firstOrder().cancelled = true;
      shop.firstOrder().changedAt = shop.shelf.now;
      await shop.hook?.hear(shop.orderHook(shop.firstOrder().id));
      await shop.work();
      expect(await shop.order('10000018')).toMatchObject({ status: 'cancelled', reserved: [] });
      expect(await problemsOf(shop.store, shop.system.id, 9)).toEqual([]);
    });

    it('that costs something else there is told to a person', async () => {
      await shop.change('10000018', { total: { amount: 3001, currency: 'USD' } });
      await shop.work();
      expect(await problemsOf(shop.store, shop.system.id, 9)).toMatchObject([
        { reason: expect.stringContaining('costs') },
      ]);
    });

    it('is sent by the sweep, where its job was lost', async () => {
      for (const { id, revision } of await shop.store.find('job', {}))
        await shop.store.commit([{ kind: 'job', id, revision, body: null }]);
      await shop.sweep();
      expect(shop.shelf.orders.size).toBe(1);
    });

    it('that was placed before the shop was connected is none of their business, whatever becomes of it', async () => {
      await shop.change('10000018', { placedAt: '2020-01-01T00:00:00.000Z' });
      await shop.work();
      await shop.sweep();
      expect(shop.shelf.orders.size).toBe(0);
    });
  });

  it('an order of ours waits until their products are known, so that its lines name them', async () => {
    putShirt(shop.shelf, 1, 5);
    shop.fail('down', 1, shop.tracks ? 3 : 4);
    await expect(shop.sweep()).rejects.toMatchObject({ code: 'SHOP_UNAVAILABLE' });
    await shop.placeOrder('10000018');
    await shop.work();
    expect(shop.shelf.orders.size).toBe(0);
    await shop.sweep();
    shop.later(31_000);
    await shop.work();
    expect(shop.firstOrder().lines.map(({ variant }) => variant)).toEqual([11]);
  });

  it('an order of theirs is here to be found at the desk, belongs to no shopper, and follows its course', async () => {
    putShirt(shop.shelf, 1, 5);
    const lines = [{ title: 'Shirt 1', sku: 'SHIRT-1-M', variant: 11, quantity: 1, unit: 1250 }];
    const theirs = {
      id: 900,
      reference: null,
      placedAt: shop.shelf.now,
      changedAt: shop.shelf.now,
      cancelled: false,
      total: 1250,
      refunded: 0,
    };
    shop.shelf.orders.set(900, { ...theirs, refundKeys: new Set(), paid: true, lines, parcels: [], city: 'Rome' });
    await shop.sweep();
    const id = `${shop.system.id}:900`;
    expect(await shop.order(id)).toMatchObject({
      status: 'placed',
      customer: `${shop.system.id}:customer`,
      total: { amount: 1250 },
    });
    shop.shelf.orders.get(900)?.parcels.push({ tracking: '1Z7', state: 'sent' });
    await shop.hook?.hear(shop.orderHook(900));
    await shop.work();
    expect(await shop.order(id)).toMatchObject({ status: 'shipped', tracking: '1Z7' });
    expect(shop.shelf.orders.size).toBe(1);
  });
});
