import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { problemsOf } from '../../src/sync/problems.ts';
import { readSweep } from '../../src/sync/sweep-state.ts';
import { putShirt, shops } from './shops.ts';
import { type Connected, connect, dayMs } from './syncing.ts';

describe.each(shops)('kept in step with %s', (_name, open) => {
  let shop: Connected;
  beforeEach(async () => {
    shop = await connect(open);
  });
  afterEach(() => shop.close());

  const touch = (id: number) => {
    shop.shelf.now += 60_000;
    const product = shop.shelf.products.get(id);
    if (product) product.changedAt = shop.shelf.now;
  };

  describe('products', () => {
    it('come with their prices and counts, and can be found', async () => {
      putShirt(shop.shelf, 1, 5);
      putShirt(shop.shelf, 2, null);
      expect(await shop.sweep()).toBe('done');
      const [shirt, uncounted] = await shop.products();
      expect(shirt).toMatchObject({ id: 'shirt-1', title: 'Shirt 1', brand: 'Acme', description: 'Soft & warm' });
      expect(shirt?.variants[0]).toMatchObject({
        sku: 'SHIRT-1-M',
        price: { amount: 1250 },
        was: { amount: 2000 },
        stock: 5,
      });
      expect(uncounted?.variants.map(({ stock }) => stock)).toEqual([null, null]);
      expect((await shop.index.search({ text: 'shirt', filter: { inStock: true } })).total).toBe(2);
    });

    it('that are the same are not written again', async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      const before = [...shop.data].filter(([key]) => !key.endsWith('/state'));
      shop.later(2 * dayMs);
      await shop.sweep();
      expect([...shop.data].filter(([key]) => !key.endsWith('/state'))).toEqual(before);
    });

    it('follow a webhook at once, and a forged one is not followed', async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      const product = shop.shelf.products.get(1);
      if (product) product.title = 'Blouse';
      const hook = shop.productHook(1);
      expect(await shop.hook?.hear({ ...hook, body: Buffer.from('{"id":2}') })).toEqual({ refused: 'forged' });
      await shop.work();
      expect((await shop.products())[0]?.title).toBe('Shirt 1');
      expect(await shop.hook?.hear(hook)).toEqual({ notices: 1 });
      await shop.work();
      expect((await shop.products())[0]?.title).toBe('Blouse');
      expect((await shop.index.search({ text: 'blouse' })).ids).toEqual(['shirt-1']);
      expect(await shop.store.count('job', { where: { name: 'sync-shop' } })).toBe(0);
    });

    it('are asked for once, though a webhook is delivered twice while it waits', async () => {
      putShirt(shop.shelf, 1, 5);
      const hook = shop.productHook(1);
      await shop.hook?.hear(hook);
      await shop.hook?.hear(hook);
      shop.asked.length = 0;
      await shop.work();
      const again = shop.asked.length;
      expect(again).toBeGreaterThan(0);
      expect(await shop.products()).toHaveLength(1);
      await shop.work();
      expect(shop.asked).toHaveLength(again);
    });

    it('are as they are now, in whatever order webhooks come', async () => {
      putShirt(shop.shelf, 1, 5);
      const early = shop.productHook(1);
      const product = shop.shelf.products.get(1);
      if (product) product.title = 'Second';
      const late = shop.productHook(1);
      await shop.hook?.hear(late);
      await shop.work();
      await shop.hook?.hear(early);
      await shop.work();
      expect((await shop.products())[0]?.title).toBe('Second');
    });

    it('that changed here and there are as they are there, and that is logged', async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      const stored = await shop.store.get('product', 'shirt-1');
      if (stored)
        await shop.store.commit([
          { kind: 'product', id: 'shirt-1', revision: stored.revision, body: { ...stored.body, title: 'Ours' } },
        ]);
      const product = shop.shelf.products.get(1);
      if (product) product.title = 'Theirs';
      touch(1);
      await shop.sweep();
      expect((await shop.products())[0]?.title).toBe('Theirs');
      expect(shop.logged).toContainEqual([
        'SHOP_CONFLICT',
        expect.objectContaining({ kind: 'product', id: 'shirt-1', kept: 'theirs' }),
      ]);
    });

    it('that our schema refuses are told, and the rest comes', async () => {
      putShirt(shop.shelf, 1);
      putShirt(shop.shelf, 2);
      putShirt(shop.shelf, 3);
      const [one, other] = [shop.shelf.products.get(1), shop.shelf.products.get(3)];
      if (one) one.title = 'x'.repeat(501);
      if (other?.variants[0]) other.variants[0].sku = 'SHIRT-2-M';
      await shop.sweep();
      expect((await shop.products()).map(({ id }) => id)).toEqual(['shirt-2']);
      const problems = await problemsOf(shop.store, shop.system.id, 10);
      expect(problems.map(({ id }) => id).sort()).toEqual([shop.productId(1), shop.productId(3)].sort());
      expect(problems.map(({ reason }) => reason).join()).toMatch(/at most 500.*belongs to|belongs to.*at most 500/su);
      if (one) one.title = 'Short';
      if (other?.variants[0]) other.variants[0].sku = 'SHIRT-3-M';
      touch(1);
      touch(3);
      await shop.sweep();
      expect(await shop.products()).toHaveLength(3);
      expect(await problemsOf(shop.store, shop.system.id, 10)).toEqual([]);
    });

    it.each(['deleted', 'hidden'])(
      'that are %s there are gone here, by sweep and by webhook, and orders keep their words',
      async (how) => {
        putShirt(shop.shelf, 1, 5);
        putShirt(shop.shelf, 2, 5);
        await shop.sweep();
        await shop.placeOrder('10000018');
        const remove = (id: number) => {
          const product = shop.shelf.products.get(id);
          if (how === 'hidden' && product) product.active = false;
          else shop.shelf.products.delete(id);
        };
        remove(1);
        await shop.sweep();
        expect((await shop.products()).map(({ id }) => id)).toEqual(['shirt-2']);
        expect((await shop.order('10000018'))?.items[0]?.title).toBe('Shirt 1');
        remove(2);
        await shop.hook?.hear(shop.productHook(2));
        await shop.work();
        expect(await shop.products()).toEqual([]);
        expect((await shop.index.search({ text: '' })).total).toBe(0);
      },
    );

    it('stay, when the shop is not there for a while', async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      for (const mode of ['unauthorised', 'down', 'half', 'nonsense'] as const) {
        shop.fail(mode, 20);
        await expect(shop.sweep()).rejects.toMatchObject({ name: 'ShopError' });
        expect(await shop.products()).toHaveLength(1);
      }
      shop.fail('down', 0);
      expect(await shop.sweep()).toBe('done');
    });

    it('are told apart from one of ours with the same name that came from a file', async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
      putShirt(shop.shelf, 7, 5);
      const other = shop.shelf.products.get(7);
      if (other) other.handle = 'shirt-1';
      touch(7);
      await shop.sweep();
      expect((await shop.products()).map(({ title }) => title).sort()).toEqual(['Shirt 1', 'Shirt 7']);
    });
  });

  describe('a sweep', () => {
    it('goes on where it was when it broke off in the middle', async () => {
      for (let id = 1; id <= 120; id += 1) putShirt(shop.shelf, id);
      shop.fail('down', 1, shop.tracks ? 6 : 70);
      await expect(shop.sweep()).rejects.toMatchObject({ code: 'SHOP_UNAVAILABLE' });
      const { state } = await readSweep(shop.store, shop.system.id, 0);
      const before = await shop.store.count('product', {});
      expect(state).toMatchObject({ phase: 'products' });
      expect(before).toBeLessThan(120);
      await shop.sweep();
      expect(await shop.store.count('product', {})).toBe(120);
      expect((await readSweep(shop.store, shop.system.id, 0)).state).toMatchObject({
        phase: null,
        last: { new: expect.any(Number) },
      });
    });

    it('asks only for what changed, and once a day for everything', async () => {
      for (let id = 1; id <= 60; id += 1) putShirt(shop.shelf, id);
      await shop.sweep();
      shop.later(10 * 60_000);
      await shop.sweep();
      const all = async () => {
        shop.asked.length = 0;
        await shop.sweep();
        return shop.asked.filter((name) => name === 'Products' || name === 'GET products').length;
      };
      shop.later(10 * 60_000);
      const some = await all();
      shop.later(dayMs);
      expect(await all()).toBeGreaterThan(some);
    });

    it('comes again by its job: soon after a failure, at the usual time after success', async () => {
      await shop.store.commit([
        {
          kind: 'job',
          id: 'every:sync-shop',
          revision: 0,
          body: { name: 'sync-shop', runAt: shop.clock.now(), data: {} },
        },
      ]);
      const next = async () =>
        Number((await shop.store.get('job', 'every:sync-shop'))?.body['runAt']) - shop.clock.now();
      shop.fail('down', 9);
      await shop.work();
      expect(await next()).toBe(30_000);
      expect(shop.logged).toContainEqual(['SHOP_SYNC_FAILED', { system: shop.system.id, code: 'SHOP_UNAVAILABLE' }]);
      shop.fail('limited', 9);
      shop.later(30_000);
      await shop.work();
      expect(await next()).toBeGreaterThanOrEqual(1_000);
      shop.fail('down', 0);
      shop.later(30_000);
      await shop.work();
      expect(await next()).toBe(15 * 60_000);
    });
  });

  describe('stock', () => {
    beforeEach(async () => {
      putShirt(shop.shelf, 1, 5);
      await shop.sweep();
    });

    it('that somebody counted there is counted here', async () => {
      const variant = shop.shelf.products.get(1)?.variants[0];
      if (variant) variant.stock = 9;
      await shop.sweep();
      expect(await shop.stock('SHIRT-1-M')).toEqual({ sold: 9, places: { main: { onHand: 9, reserved: 0 } } });
    });

    it('that an order keeps is not sold twice: before they know of it, when they do, and when it has left', async () => {
      await shop.placeOrder('10000018');
      await shop.sweep();
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(3);
      expect((await shop.stock('SHIRT-1-M')).sold).toBe(3);
      await shop.sweep();
      expect(await shop.stock('SHIRT-1-M')).toEqual({ sold: 3, places: { main: { onHand: 5, reserved: 2 } } });
      shop.firstOrder().parcels.push({ tracking: '1Z1', state: 'sent' });
      shop.firstOrder().changedAt = shop.shelf.now;
      await shop.sweep();
      await shop.sweep();
      expect(await shop.stock('SHIRT-1-M')).toEqual({ sold: 3, places: { main: { onHand: 3, reserved: 0 } } });
    });

    it('that waits for its money is kept from what they can sell', async () => {
      await shop.placeOrder('10000018', { status: 'awaiting-payment', payments: [] });
      await shop.sweep();
      expect(shop.shelf.orders.size).toBe(0);
      expect(await shop.stock('SHIRT-1-M')).toEqual({ sold: 3, places: { main: { onHand: 5, reserved: 2 } } });
    });

    it('that was sold there below nothing cannot be sold here', async () => {
      const variant = shop.shelf.products.get(1)?.variants[0];
      if (variant) variant.stock = -2;
      await shop.sweep();
      expect((await shop.stock('SHIRT-1-M')).sold).toBe(0);
    });

    it.each([
      ['is added there, once', {}, 5],
      ['and cannot be sold again is not added there', { restocked: false }, 3],
    ])('that came back %s', async (_what, given, left) => {
      await shop.placeOrder('10000018');
      await shop.work();
      const back = {
        id: 'return-1',
        kind: 'return',
        items: [{ sku: 'SHIRT-1-M', quantity: 2 }],
        instead: [],
        state: 'received',
      } as const;
      const rest = { refund: { amount: 0, currency: 'USD' }, to: 'original', why: '', at: 0 };
      const returns = [{ ...back, ...rest, ...given }] as unknown as NonNullable<
        Awaited<ReturnType<typeof shop.order>>
      >['returns'];
      await shop.change('10000018', { status: 'returned', reserved: [], returns });
      await shop.work();
      await shop.sweep();
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(left);
    });
  });
});
