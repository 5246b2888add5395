import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { productBody } from '../../src/catalog/product-schema.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { aProduct, usd } from '../catalog/shelf.ts';
import { rulesOf, severalWays, someCoupons, someWays, someZones } from '../commerce/checkout/ways.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });
const bowl = aProduct('bowl', { title: 'Bowl', price: 999, stock: null });
const tea = aProduct('tea', {
  title: 'Tea',
  variants: [{ sku: 'tea-0', options: {}, price: { amount: 500, currency: 'EUR' }, stock: null }],
});

describe('placing an order', () => {
  let shop: Shop;
  let ada: Shopper;
  beforeEach(async () => {
    const rules = rulesOf({ payment: severalWays, shipping: someZones, coupons: someCoupons });
    shop = await openShop([mug, bowl, tea], { payments: someWays, rules });
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  const orders = () => shop.store.find('order', {});
  const stockOf = async (id: string) => (await shop.store.get('product', id))?.body['variants'];

  it('refuses an empty cart, and what is not complete', async () => {
    expect(await ada.does('checkout.place')).toMatchObject({ reason: 'empty' });
    await ada.gets('cart.add', { product: 'mug' });
    expect(await ada.does('checkout.place')).toMatchObject({ reason: 'missing', details: { missing: 'address' } });
    await ready(ada);
    await ada.gets('checkout.pay-by', { method: 'cash-on-delivery' });
    await ada.gets('cart.add', { product: 'bowl', quantity: 60 });
    expect(await ada.does('checkout.place')).toMatchObject({ reason: 'not-a-way-to-pay' });
  });

  it('comes to the same order when the turn is taken again', async () => {
    const total = await ready(ada);
    const written = async () => {
      const turn = ada.turn();
      return { turn, placed: await turn.does('checkout.place', { total }) };
    };
    const [one, other] = [await written(), await written()];
    expect(other.placed).toEqual(one.placed);
    expect(await other.turn.commit()).toBe('committed');
    expect(await one.turn.commit()).toBe('conflict');
    const again = await written();
    expect(again.placed).toEqual(one.placed);
    expect(await again.turn.commit()).toBe('committed');
    expect(await orders()).toHaveLength(1);
    expect(await stockOf('mug')).toMatchObject([{ stock: 2 }]);
  });

  it('waits in line for the products and the limited coupons in it, and so does what gives them back', async () => {
    await ready(ada);
    for (const code of ['SAVE10', 'once']) await ada.gets('checkout.coupon', { code });
    const held = ['product/mug', 'coupon-use/ONCE'];
    expect(await ada.turn().holds('checkout.place')).toEqual(held);
    const { total = null } = await ada.gets('checkout.show');
    const { number } = await ada.gets('checkout.place', { total });
    expect(await ada.turn().holds('orders.cancel', { order: String(number) })).toEqual(held);
  });

  it('leaves nothing behind when the turn ends before its commit', async () => {
    const total = await ready(ada);
    await ada.turn().does('checkout.place', { total });
    expect(await orders()).toHaveLength(0);
    expect(await shop.store.find('stock', {})).toHaveLength(0);
    expect(await shop.store.find('job', {})).toHaveLength(0);
    expect(await ada.gets('checkout.place', { total })).toMatchObject({ status: 'awaiting-payment' });
  });

  it('makes one order of two conversations that place it at once', async () => {
    const total = await ready(ada);
    const turns = ['ada:1:0', 'phone:7:2'].map((key) => shop.shopper('ada', { key }).turn());
    const placed = await Promise.all(turns.map((turn) => turn.does('checkout.place', { total })));
    expect(placed.map(({ result }) => result)).toEqual(['returned', 'returned']);
    const commits = await Promise.all(turns.map((turn) => turn.commit()));
    expect(commits.toSorted()).toEqual(['committed', 'conflict']);
    const loser = shop.shopper('ada', { key: commits[0] === 'conflict' ? 'ada:1:0' : 'phone:7:2' });
    expect(await loser.does('checkout.place', { total })).toMatchObject({ reason: 'empty' });
    expect(await orders()).toHaveLength(1);
    expect(await loser.gets('checkout.open-order')).toMatchObject({ order: { status: 'awaiting-payment' } });
  });

  it('slips in no price that has changed between the summary and the yes', async () => {
    const total = await ready(ada);
    await dearer(shop, 1_500);
    const refused = await ada.does('checkout.place', { total });
    expect(refused).toMatchObject({ reason: 'price-changed', details: { was: usd(1_740), now: usd(1_990) } });
    expect(await ada.does('checkout.place')).toMatchObject({
      reason: 'price-changed',
      details: { was: usd(1_740), now: usd(1_990) },
    });
    expect(await orders()).toHaveLength(0);
    expect(await ada.gets('checkout.place', { total: { ...usd(1_990) } })).toMatchObject({ total: { ...usd(1_990) } });
  });

  it('does not place what was cheaper, either, before the shopper knows', async () => {
    const total = await ready(ada);
    await dearer(shop, 1_000);
    expect(await ada.does('checkout.place', { total })).toMatchObject({ reason: 'price-changed' });
  });

  it('tells a coupon that was used up in between', async () => {
    await ready(ada);
    const { total } = await ada.gets('checkout.coupon', { code: 'ONCE' });
    const bob = shop.shopper('bob', { key: 'bob:1:0' });
    await ready(bob);
    const reduced = await bob.gets('checkout.coupon', { code: 'ONCE' });
    await bob.gets('checkout.place', { total: reduced['total'] ?? null });
    const refused = await ada.does('checkout.place', { total: total ?? null });
    const change = { was: usd(1_240), now: usd(1_740) };
    expect(refused).toMatchObject({ reason: 'coupon-refused', details: { code: 'ONCE', why: 'used', ...change } });
    expect(await ada.gets('checkout.show')).toMatchObject({ coupons: [{ refused: 'used' }], total: usd(1_740) });
    await ada.gets('checkout.remove-coupon', {});
    expect(await ada.gets('checkout.place', { total: { ...usd(1_740) } })).toMatchObject({ total: { ...usd(1_740) } });
  });

  it('gives the last use of a coupon to one of two who place at once', async () => {
    const both = [shop.shopper('ada', { key: 'a' }), shop.shopper('bob', { key: 'b' })];
    for (const shopper of both) {
      await ready(shopper, 'bowl');
      await shopper.gets('checkout.coupon', { code: 'ONCE' });
    }
    const turns = both.map((shopper) => shopper.turn());
    await Promise.all(turns.map((turn) => turn.does('checkout.place', { total: { ...usd(989) } })));
    const commits = await Promise.all(turns.map((turn) => turn.commit()));
    expect(commits.toSorted()).toEqual(['committed', 'conflict']);
    const loser = both[commits.indexOf('conflict')] ?? ada;
    expect(await loser.does('checkout.place', { total: { ...usd(989) } })).toMatchObject({ reason: 'coupon-refused' });
  });

  it('tells that the last piece has gone in between, with its name', async () => {
    const total = await ready(ada, 'mug', 2);
    const bob = shop.shopper('bob', { key: 'bob:1:0' });
    await bob.gets('checkout.place', { total: await ready(bob, 'mug', 2) });
    const short = await ada.does('checkout.place', { total });
    expect(short).toMatchObject({ reason: 'not-enough', details: { label: 'Blue mug', available: 1 } });
    const cleo = shop.shopper('cleo', { key: 'cleo:1:0' });
    await cleo.gets('checkout.place', { total: await ready(cleo) });
    expect(await ada.does('checkout.place', { total })).toMatchObject({ reason: 'out-of-stock' });
    expect(await ada.gets('checkout.show')).toMatchObject({ short: [{ label: 'Blue mug', available: 0 }] });
    expect(await orders()).toHaveLength(2);
  });

  it('lets one of two have the last piece', async () => {
    const both = [shop.shopper('ada', { key: 'a' }), shop.shopper('bob', { key: 'b' })];
    for (const shopper of both) await ready(shopper, 'mug', 3);
    const turns = both.map((shopper) => shopper.turn());
    await Promise.all(turns.map((turn) => turn.does('checkout.place', { total: { ...usd(4_240) } })));
    const commits = await Promise.all(turns.map((turn) => turn.commit()));
    expect(commits.toSorted()).toEqual(['committed', 'conflict']);
    const loser = both[commits.indexOf('conflict')] ?? ada;
    expect(await loser.does('checkout.place', { total: { ...usd(4_240) } })).toMatchObject({ reason: 'out-of-stock' });
    expect(await stockOf('mug')).toMatchObject([{ stock: 0 }]);
  });

  it('orders nothing in a currency that is not the shop’s', async () => {
    await ada.gets('cart.add', { product: 'tea' });
    expect(await ada.gets('checkout.show')).toMatchObject({ empty: true, gone: [{ label: 'Tea' }], total: usd(0) });
    expect(await ada.does('checkout.place')).toMatchObject({ reason: 'empty' });
    expect(await ada.does('cart.add', { product: 'mug' })).toMatchObject({ reason: 'other-currency' });
  });

  it('tells what has vanished instead of leaving it out', async () => {
    const total = await ready(ada);
    await ada.gets('cart.add', { product: 'bowl' });
    await shop.write('product', 'bowl', null);
    expect(await ada.does('checkout.place')).toMatchObject({ reason: 'price-changed' });
    expect(await ada.gets('checkout.show')).toMatchObject({ gone: [{ label: 'Bowl' }], total });
  });

  it('keeps a transfer’s order for days, and one that is paid on delivery for ever', async () => {
    const total = await ready(ada);
    await ada.gets('checkout.pay-by', { method: 'bank-transfer' });
    const sent = await ada.gets('checkout.place', { total });
    expect(sent).toMatchObject({ pay: 'before', until: '2026-11-29T12:00:00.000Z' });
    const bob = shop.shopper('bob', { key: 'bob:1:0' });
    await ready(bob);
    const cash = await bob.gets('checkout.pay-by', { method: 'cash-on-delivery' });
    expect(cash).toMatchObject({ total: usd(2_040), pay_by: { label: 'Cash on delivery (+$3.00)', later: true } });
    const brought = await bob.gets('checkout.place', { total: cash['total'] ?? null });
    expect(brought).toMatchObject({ status: 'placed', pay: 'later', until: null });
    expect(await shop.store.get('job', `expire-order:${String(brought['id'])}`)).toBeNull();
    expect(await bob.gets('checkout.open-order')).toEqual({ order: null });
  });

  it('keeps who did it, for whom, and what was saved for later', async () => {
    const total = await ready(ada);
    await ada.gets('cart.add', { product: 'bowl' });
    await ada.gets('cart.save', { line: 'bowl' });
    await ada.gets('checkout.gift', { message: 'For you' });
    const placed = await ada.gets('checkout.place', { total });
    const order = (await shop.store.get('order', String(placed['id'])))?.body;
    expect(order).toMatchObject({
      conversation: 'webchat:shop:ada',
      gift: { message: 'For you' },
      contact: { name: 'Ada', email: 'ada@example.com' },
      address: { lines: ['12 Main St'], region: 'IL' },
      history: [{ by: 'shopper', what: 'place' }],
      quote: { total },
    });
    expect(await ada.gets('cart.show')).toMatchObject({ empty: true, saved: [{ label: 'Bowl' }] });
    const fresh = await ada.gets('checkout.show');
    expect(fresh).toMatchObject({ address: null, gift: null, known: { delivery: 'Standard' } });
  });
});

async function ready(shopper: Shopper, product = 'mug', quantity = 1): Promise<JsonObject> {
  await shopper.gets('cart.clear');
  await shopper.gets('cart.add', { product, quantity });
  await shopper.gets('checkout.address', { text: '12 Main St, Springfield, IL 62704' });
  await shopper.gets('checkout.delivery', { method: 'standard' });
  await shopper.gets('checkout.contact', { name: 'Ada', email: 'ada@example.com' });
  const { total } = await shopper.gets('checkout.pay-by', { method: 'demo' });
  return total as JsonObject;
}

async function dearer(shop: Shop, price: number): Promise<void> {
  await shop.write('product', 'mug', productBody(aProduct('mug', { title: 'Blue mug', price, stock: 3 }), null));
}
