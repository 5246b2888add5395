import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewShopCharge, NewShopLine, NewShopOrder, ShopProduct } from '../../src/sync/shop-system.ts';
import type { FailMode } from '../fakes/shop-shelf.ts';
import { type OpenedShop, type OpenShop, putShirt } from '../sync/shops.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });

export function newOrder(reference: string, variant: string | null, more: Partial<NewShopOrder> = {}): NewShopOrder {
  return {
    reference,
    number: reference,
    placedAt: Date.parse('2026-11-22T10:00:00Z'),
    lines: [
      {
        variant,
        sku: 'SHIRT-1-M',
        title: 'Shirt 1 (M)',
        quantity: 2,
        unit: usd(1250),
        discount: usd(250),
        tax: usd(0),
      },
    ],
    charges: [{ kind: 'shipping', label: 'Standard', price: usd(500), discount: usd(0), tax: usd(0) }],
    discounts: [{ id: 'TEN', label: 'Ten percent', amount: usd(250) }],
    taxes: [],
    total: usd(2750),
    paid: true,
    payBy: 'stripe',
    contact: { name: 'Ann Lee', email: 'ann@example.com', phone: null },
    address: {
      name: 'Ann Lee',
      lines: ['1 Main St'],
      postcode: '10001',
      city: 'New York',
      region: 'NY',
      country: 'US',
    },
    note: null,
    ...more,
  };
}

const cents = (max: number) => fc.integer({ min: 0, max }).map(usd);

const arbitraryLine: fc.Arbitrary<NewShopLine> = fc
  .record({
    unit: fc.integer({ min: 1, max: 99_999 }),
    quantity: fc.integer({ min: 1, max: 9 }),
    off: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ unit, quantity, off }) => ({
    ...{ variant: null, sku: 'A', title: 'A thing', quantity, unit: usd(unit) },
    ...{ discount: usd(Math.floor((unit * quantity * off) / 100)), tax: usd(0) },
  }));

const arbitraryCharge: fc.Arbitrary<NewShopCharge> = fc
  .record({ kind: fc.constantFrom('shipping' as const, 'fee' as const), price: cents(5_000) })
  .map(({ kind, price }) => ({
    kind,
    label: kind,
    price,
    discount: kind === 'shipping' ? price : usd(0),
    tax: usd(0),
  }));

/** What every shop system must hold, against its strict fake. */
export function declareShopSystemContract(name: string, open: OpenShop): void {
  describe(`the shop system ${name}`, () => {
    let shop: OpenedShop;
    beforeEach(async () => {
      shop = await open();
    });
    afterEach(() => shop.close());

    const all = async (changedSince: number | null): Promise<readonly ShopProduct[]> => {
      const found: ShopProduct[] = [];
      for (let cursor: string | null = null; ; ) {
        const page = await shop.system.products({ cursor, changedSince });
        found.push(...page.items);
        if (page.next === null) return found;
        cursor = page.next;
      }
    };

    it('tells the currency of the shop', async () => {
      expect(await shop.system.currency()).toBe('USD');
    });

    it('tells a product with its variants, prices, what they cost before, and counts', async () => {
      putShirt(shop.shelf, 1, 5);
      const [product] = await all(null);
      expect(product).toMatchObject({
        id: shop.productId(1),
        handle: 'shirt-1',
        title: 'Shirt 1',
        brand: 'Acme',
        problem: null,
      });
      expect(product?.description).toBe('Soft & warm');
      expect(product?.images).toEqual(['https://cdn.example/1.jpg']);
      expect(product?.variants).toMatchObject([
        {
          sku: 'SHIRT-1-M',
          options: { Size: 'M' },
          price: usd(1250),
          was: usd(2000),
          levels: [{ place: null, available: 5 }],
        },
        { sku: 'SHIRT-1-L', options: { Size: 'L' } },
      ]);
      expect(await shop.system.product(shop.productId(1))).toEqual(product);
    });

    it('tells all products in pages, each of them, none twice but where pages overlap', async () => {
      for (let id = 1; id <= 130; id += 1) putShirt(shop.shelf, id);
      const ids = (await all(null)).map(({ id }) => id);
      expect(new Set(ids).size).toBe(130);
      expect(ids.length).toBeLessThan(150);
    });

    it('misses none when one is deleted between two pages', async () => {
      for (let id = 1; id <= 130; id += 1) putShirt(shop.shelf, id);
      const first = await shop.system.products({ cursor: null, changedSince: null });
      shop.shelf.products.delete(2);
      const found = new Set(first.items.map(({ id }) => id));
      for (let cursor = first.next; cursor !== null; ) {
        const page = await shop.system.products({ cursor, changedSince: null });
        for (const { id } of page.items) found.add(id);
        cursor = page.next;
      }
      for (let id = 3; id <= 130; id += 1) expect(found.has(shop.productId(id))).toBe(true);
    });

    it('tells those that changed since, and none that is not sold', async () => {
      putShirt(shop.shelf, 1);
      shop.shelf.now += 60_000;
      putShirt(shop.shelf, 2);
      putShirt(shop.shelf, 3);
      const hidden = shop.shelf.products.get(3);
      if (hidden) hidden.active = false;
      expect((await all(shop.shelf.now - 1_000)).map(({ handle }) => handle)).toEqual(['shirt-2']);
      expect(await shop.system.product(shop.productId(3))).toBeNull();
      expect(await shop.system.product(shop.productId(99))).toBeNull();
      const ids = [1, 2, 3, 99].map(shop.productId);
      expect(await shop.system.existing(ids)).toEqual(new Set(ids.slice(0, 2)));
    });

    it('says what is wrong with a price that is none, and nothing of the others', async () => {
      putShirt(shop.shelf, 1);
      putShirt(shop.shelf, 2);
      const [variant] = shop.shelf.products.get(1)?.variants ?? [];
      if (variant) variant.price = 'free';
      expect((await all(null)).map(({ problem }) => problem === null)).toEqual([false, true]);
    });

    it('tells what can be sold, nothing of what is not counted, and nothing of what is gone', async () => {
      putShirt(shop.shelf, 1, 7);
      putShirt(shop.shelf, 2, null);
      const ids = (await all(null)).flatMap(({ variants }) => variants.map(({ stockId }) => stockId));
      shop.shelf.products.delete(99);
      const counted = new Map((await shop.system.stock(ids)).map(({ id, levels }) => [id, levels]));
      expect(ids.map((id) => counted.get(id))).toEqual([...Array(2).fill([{ place: null, available: 7 }]), null, null]);
      const [first = ''] = ids;
      await shop.system.adjustStock({ id: first, by: 2, key: 'return-1' });
      expect(await shop.system.stock([first])).toEqual([{ id: first, levels: [{ place: null, available: 9 }] }]);
      shop.shelf.products.clear();
      expect(await shop.system.stock(ids)).toEqual([]);
    });

    it('creates an order that costs there what it costs here, takes it off the stock, and finds it again', async () => {
      putShirt(shop.shelf, 1, 5);
      const [product] = await all(null);
      const variant = product?.variants[0]?.id ?? null;
      const wanted = newOrder('10000018', variant);
      expect(await shop.system.findOrder('10000018', wanted.placedAt)).toBeNull();
      const created = await shop.system.createOrder(wanted);
      expect(created).toMatchObject({
        reference: '10000018',
        total: usd(2750),
        cancelled: false,
        fulfilled: false,
        parcels: [],
      });
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(3);
      expect((await shop.system.findOrder('10000018', wanted.placedAt))?.id).toBe(created.id);
      expect(await shop.system.findOrder('1000001', wanted.placedAt)).toBeNull();
      expect((await shop.system.order(created.id))?.address?.city).toBe('New York');
    });

    it('lets every order cost there what it costs here, with whatever discounts and charges', async () => {
      let reached = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(arbitraryLine, { minLength: 1, maxLength: 4 }),
          fc.array(arbitraryCharge, { minLength: 1, maxLength: 2 }),
          async (lines, charges) => {
            const net = lines.map(({ unit, quantity, discount }) => unit.amount * quantity - discount.amount);
            const total = [...net, ...charges.map(({ price, discount }) => price.amount - discount.amount)].reduce(
              (a, b) => a + b,
              0,
            );
            const off = lines.reduce((sum, { discount }) => sum + discount.amount, 0);
            const discounts = off === 0 ? [] : [{ id: 'SALE', label: 'Sale', amount: usd(off) }];
            const created = await shop.system.createOrder(
              newOrder(`${reached}`, null, { lines, charges, discounts, total: usd(total) }),
            );
            expect(created.total).toEqual(usd(total));
            if (off > 0 && charges.some(({ kind }) => kind === 'fee')) reached += 1;
          },
        ),
        { numRuns: 60 },
      );
      expect(reached).toBeGreaterThan(10);
    });

    it('creates an order of something that it does not know', async () => {
      const created = await shop.system.createOrder(newOrder('10000018', null));
      expect(created.items).toMatchObject([{ title: 'Shirt 1 (M)', quantity: 2 }]);
    });

    it('refuses an order of a product that is gone, with a reason that quotes nothing', async () => {
      putShirt(shop.shelf, 1);
      const [product] = await all(null);
      shop.shelf.products.clear();
      const creating = shop.system.createOrder(newOrder('10000018', product?.variants[0]?.id ?? null));
      await expect(creating).rejects.toMatchObject({ name: 'ShopError', code: 'SHOP_REFUSED' });
      await expect(creating).rejects.not.toThrow(/Ann|Main St|sentence/u);
    });

    it('cancels an order once, and gives its pieces back once', async () => {
      putShirt(shop.shelf, 1, 5);
      const [product] = await all(null);
      const created = await shop.system.createOrder(newOrder('10000018', product?.variants[0]?.id ?? null));
      await shop.system.cancelOrder(created.id, 'No longer needed');
      await shop.system.cancelOrder(created.id, 'No longer needed');
      expect(await shop.system.order(created.id)).toMatchObject({ cancelled: true });
      expect(shop.shelf.products.get(1)?.variants[0]?.stock).toBe(5);
    });

    it('does not cancel what was sent', async () => {
      const created = await shop.system.createOrder(newOrder('10000018', null));
      [...shop.shelf.orders.values()][0]?.parcels.push({ tracking: '1Z1', state: 'sent' });
      await expect(shop.system.cancelOrder(created.id, '')).rejects.toMatchObject({ code: 'SHOP_REFUSED' });
      expect(await shop.system.order(created.id)).toMatchObject({ cancelled: false, fulfilled: true });
    });

    it('notes a refund once for its key, and another for another key', async () => {
      const created = await shop.system.createOrder(newOrder('10000018', null));
      const refund = { key: '10000018/refund-1', amount: usd(300), why: 'Too small' };
      await shop.system.refundOrder(created.id, refund);
      await shop.system.refundOrder(created.id, refund);
      await shop.system.refundOrder(created.id, { ...refund, key: '10000018/refund-2' });
      expect((await shop.system.order(created.id))?.refunded).toEqual(usd(600));
    });

    it('changes where an order goes', async () => {
      const { contact, address } = newOrder('x', null);
      const created = await shop.system.createOrder(newOrder('10000018', null));
      if (address) await shop.system.changeAddress(created.id, { ...address, city: 'Boston' }, contact);
      expect((await shop.system.order(created.id))?.address?.city).toBe('Boston');
    });

    it('tells orders that changed since, with their parcels', async () => {
      await shop.system.createOrder(newOrder('1', null));
      shop.shelf.now += 60_000;
      await shop.system.createOrder(newOrder('2', null));
      [...shop.shelf.orders.values()][1]?.parcels.push({ tracking: '1Z999', state: 'sent' });
      const page = await shop.system.orders({ cursor: null, changedSince: shop.shelf.now - 1_000 });
      expect(page.items).toMatchObject([
        { reference: '2', fulfilled: true, parcels: [{ carrier: 'UPS', tracking: '1Z999', state: 'announced' }] },
      ]);
      expect(await shop.system.order(shop.orderId(4))).toBeNull();
    });

    const failures: readonly (readonly [FailMode, string])[] = [
      ['unauthorised', 'SHOP_UNAUTHORISED'],
      ['limited', 'SHOP_LIMITED'],
      ['down', 'SHOP_UNAVAILABLE'],
      ['hang', 'SHOP_UNAVAILABLE'],
      ['half', 'SHOP_UNAVAILABLE'],
      ['nonsense', 'SHOP_GARBLED'],
    ];
    it.each(failures)('when it is %s, says so with %s, and works again after', async (mode, code) => {
      if (mode === 'hang') {
        await shop.close();
        shop = await open({ timeoutMs: 1_000 });
      }
      putShirt(shop.shelf, 1);
      await shop.system.currency();
      shop.fail(mode, 5);
      await expect(shop.system.products({ cursor: null, changedSince: null })).rejects.toMatchObject({
        name: 'ShopError',
        code,
      });
      shop.fail(mode, 0);
      expect(await all(null)).toHaveLength(1);
    });

    it('says when to come again', async () => {
      shop.fail('limited', 5);
      const asking = shop.system.products({ cursor: null, changedSince: null });
      await expect(asking).rejects.toMatchObject({ afterMs: expect.any(Number) });
    });

    it('reads a webhook as what changed, and believes none that is forged, altered or unsigned', () => {
      const { webhook } = shop.system;
      const request = shop.productHook(7);
      expect(webhook?.read(request)).toMatchObject([
        { what: 'product', id: shop.productId(7), event: expect.any(String) },
      ]);
      expect(webhook?.read(shop.orderHook(8))).toMatchObject([{ what: 'order', id: shop.orderId(8) }]);
      const altered = { ...request, body: Buffer.from('{"id":8}') };
      const unsigned = { ...request, headers: {} };
      const signature = Object.keys(request.headers).find((header) => /hmac|signature/u.test(header)) ?? '';
      const forged = { ...request, headers: { ...request.headers, [signature]: 'AAAA' } };
      for (const bad of [altered, unsigned, forged]) expect(webhook?.read(bad)).toEqual({ refused: 'forged' });
    });

    it('makes nothing of a webhook about what is not followed, and survives any body that is signed', () => {
      for (const id of [null, 'x', -1, { a: 1 }, [], 1.5]) {
        expect(shop.system.webhook?.read(shop.productHook(id as number))).toEqual([]);
      }
    });
  });
}
