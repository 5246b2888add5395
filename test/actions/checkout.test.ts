import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../src/channel/ids.ts';
import type { Outcome } from '../../src/dialog/event.ts';
import { isObject, type Json } from '../../src/storage/json.ts';
import { aProduct, usd } from '../catalog/shelf.ts';
import { rulesOf, severalWays, someCoupons, someWays, someZones } from '../commerce/checkout/ways.ts';
import { openShop, type Shop, type Shopper } from './shop.ts';

const mug = aProduct('mug', { title: 'Blue mug', price: 1_250, stock: 3 });
const bowl = aProduct('bowl', { title: 'Bowl', price: 999, stock: null });
const home = '12 Main St, Springfield, IL 62704';

describe('checkout', () => {
  let shop: Shop;
  let ada: Shopper;
  beforeEach(async () => {
    const stock = { places: ['store', 'warehouse'] };
    const rules = rulesOf({ payment: severalWays, shipping: someZones, coupons: someCoupons, stock });
    shop = await openShop([mug, bowl], { payments: someWays, rules });
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  it('goes from a cart to an order, asking for one thing after the other', async () => {
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    expect(await ada.gets('checkout.show')).toMatchObject({ missing: 'address', known: null, total: usd(2_500) });
    const addressed = await ada.gets('checkout.address', { text: home });
    expect(addressed).toMatchObject({
      missing: 'delivery',
      assumed_country: true,
      address_line: '12 Main St, Springfield, IL 62704, United States',
      options: [
        { id: 'standard', label: 'Standard, $4.90', days: 'Wed, Nov 25 – Fri, Nov 27' },
        { id: 'express' },
        { id: 'pick-up-store' },
      ],
    });
    const sent = await ada.gets('checkout.delivery', { method: 'standard' });
    expect(sent).toMatchObject({ missing: 'contact', total: usd(2_990), delivery: { id: 'standard' } });
    const named = await ada.gets('checkout.contact', { text: 'Ada Lovelace, ada@example.com' });
    expect(named).toMatchObject({ missing: 'payment', contact: { name: 'Ada Lovelace', email: 'ada@example.com' } });
    const paid = await ada.gets('checkout.pay-by', { method: 'demo' });
    expect(paid).toMatchObject({ missing: null, pay_by: { id: 'demo', later: false } });
    const reduced = await ada.gets('checkout.coupon', { code: 'my code is save10' });
    expect(reduced).toMatchObject({ coupons: [{ amount: usd(250), refused: null }], total: usd(2_740) });
    const placed = await ada.gets('checkout.place', { total: reduced['total'] ?? null });
    expect(placed).toMatchObject({ status: 'awaiting-payment', total: usd(2_740), pay: 'before', pay_by: 'demo' });
    expect(await ada.gets('cart.show')).toMatchObject({ empty: true });
    expect(await ada.gets('checkout.open-order')).toMatchObject({ order: { id: placed['id'] } });
    const order = (await shop.store.get('order', String(placed['id'])))?.body;
    expect(order).toMatchObject({ customer: 'ada', coupons: ['SAVE10'], reserved: [{ sku: 'mug-0', quantity: 2 }] });
    const job = await shop.store.get('job', `expire-order:${String(placed['id'])}`);
    expect(job?.body).toMatchObject({ name: 'expire-order', runAt: order?.['reservedUntil'] });
    expect((await shop.store.get('product', 'mug'))?.body).toMatchObject({ variants: [{ stock: 1 }] });
  });

  it('keeps what was said over everything else that is done in between', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    await ada.gets('checkout.address', { text: home });
    await ada.gets('checkout.gift', { message: 'Happy birthday!' });
    await ada.gets('checkout.notify', { yes: true });
    await ada.gets('cart.add', { product: 'bowl' });
    await ada.gets('cart.clear');
    await ada.gets('cart.add', { product: 'bowl' });
    expect(await ada.gets('checkout.show')).toMatchObject({
      address: { city: 'Springfield' },
      gift: { message: 'Happy birthday!' },
      notify: true,
      total: usd(999),
    });
    expect(await ada.gets('checkout.gift', { message: null })).toMatchObject({ gift: null });
    expect(await shop.shopper('bob').gets('checkout.show')).toMatchObject({ address: null, empty: true });
  });

  it('lets a shopper who has ordered before do it again in three steps', async () => {
    await ready(ada);
    await ada.gets('checkout.place', {});
    const later = shop.shopper('ada', { key: 'ada:2:0' });
    await later.gets('cart.add', { product: 'bowl' });
    const shown = await later.gets('checkout.show');
    expect(shown).toMatchObject({ missing: 'address', known: { delivery: 'Standard', pay_by: 'Cash on delivery' } });
    expect(shown['known']).toMatchObject({ address_line: '12 Main St, Springfield, IL 62704, United States' });
    const again = await later.gets('checkout.as-before');
    expect(again).toMatchObject({ missing: null, known: null, contact: { name: 'Ada', phone: '+12175550123' } });
    expect(await later.gets('checkout.place', { total: again['total'] ?? null })).toMatchObject({ status: 'placed' });
    expect(await shop.shopper('bob').does('checkout.as-before')).toMatchObject({ reason: 'nothing-known' });
  });

  it('needs no address for what is fetched', async () => {
    await ada.gets('cart.add', { product: 'bowl' });
    await ada.gets('checkout.contact', { name: 'Ada', phone: '217 555 0123' });
    const fetched = await ada.gets('checkout.delivery', { method: 'pick-up-store' });
    expect(fetched).toMatchObject({ missing: 'payment', total: usd(999), delivery: { pick_up: true } });
    await ada.gets('checkout.pay-by', { method: { id: 'demo' } });
    const placed = await ada.gets('checkout.place', {});
    const order = (await shop.store.get('order', String(placed['id'])))?.body;
    expect(order).toMatchObject({ address: null, shipping: { pickUp: 'store' } });
  });

  it('lets nobody fetch it where not all of it lies, and asks again when that has changed', async () => {
    const lies = (places: Readonly<Record<string, number>>) =>
      shop.write('stock', 'mug-0', {
        product: 'mug',
        places: Object.fromEntries(Object.entries(places).map(([at, onHand]) => [at, { onHand, reserved: 0 }])),
      });
    await lies({ store: 1, warehouse: 2 });
    await ada.gets('cart.add', { product: 'bowl' });
    await ada.gets('cart.add', { product: 'mug', quantity: 2 });
    expect(await ada.gets('checkout.show')).toMatchObject({ options: [], short: [] });
    expect(await ada.does('checkout.delivery', { method: 'pick-up-store' })).toMatchObject({ reason: 'no-delivery' });
    await lies({ store: 2, warehouse: 1 });
    await ada.gets('checkout.delivery', { method: 'pick-up-store' });
    await ada.gets('checkout.contact', { text: 'Ada, ada@example.com' });
    const seen = await ada.gets('checkout.pay-by', { method: 'demo' });
    expect(seen).toMatchObject({ missing: null, delivery: { id: 'pick-up-store' } });
    await lies({ store: 0, warehouse: 3 });
    const late = await ada.does('checkout.place', { total: seen['total'] ?? null });
    expect(late).toMatchObject({ reason: 'missing', details: { missing: 'address' } });
    const sent = await ada.gets('checkout.address', { text: home });
    expect(sent).toMatchObject({ missing: 'delivery', options: [{ id: 'standard' }, { id: 'express' }] });
  });

  it('refuses a coupon with the word why, and keeps none that does not count', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    const refused = (code: string) => ada.does('checkout.coupon', { code });
    expect(await refused('NOPE')).toMatchObject({ reason: 'unknown' });
    expect(await refused('OLD')).toMatchObject({ reason: 'expired' });
    expect(await refused('SOON')).toMatchObject({ reason: 'not-yet' });
    expect(await refused('BIG')).toMatchObject({ reason: 'minimum', details: { minimum: usd(10_000) } });
    await ada.gets('checkout.coupon', { code: 'once' });
    expect(await refused('SAVE10')).toMatchObject({ reason: 'not-together' });
    expect(await ada.gets('checkout.show')).toMatchObject({ coupons: [{ code: 'once', amount: usd(500) }] });
    expect(await ada.gets('checkout.remove-coupon', { code: 'ONCE' })).toMatchObject({ coupons: [] });
  });

  it('offers only what can be had there, and says so', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    const abroad = await ada.gets('checkout.address', { text: 'Hauptstr. 5, 10115 Berlin, Germany' });
    expect(abroad).toMatchObject({ options: [], missing: 'delivery', pay_methods: [{ id: 'demo' }, {}] });
    expect(await ada.does('checkout.delivery', { method: 'standard' })).toMatchObject({ reason: 'no-delivery' });
    expect(await ada.does('checkout.place', {})).toMatchObject({ reason: 'no-delivery', details: { country: 'DE' } });
    const cash = await ada.does('checkout.pay-by', { method: 'cash-on-delivery' });
    expect(cash).toMatchObject({ reason: 'not-a-way-to-pay', details: { choices: [{ id: 'demo' }, {}] } });
    const near = await ada.gets('checkout.address', { text: '1 Bay St, Toronto, ON M5J 2R8, Canada' });
    expect(near).toMatchObject({ delivery: { id: 'standard' }, total: usd(1_250 + 1_990) });
    const none = await ada.does('checkout.delivery', { method: 'express' });
    expect(none).toMatchObject({ reason: 'not-offered', details: { choices: [{ id: 'standard' }] } });
  });

  it('refuses an address, and goes on with what was understood of it', async () => {
    await ada.gets('cart.add', { product: 'mug' });
    const first = await ada.does('checkout.address', { text: 'Main St, Springfield' });
    expect(first).toMatchObject({ reason: 'bad-address', details: { missing: ['house-number', 'postcode'] } });
    const input = { so_far: understoodIn(first), part: 'house-number', text: '12' };
    const second = await ada.does('checkout.address', input);
    const last = { so_far: understoodIn(second), part: 'postcode', text: '62704' };
    const done = await ada.gets('checkout.address', last);
    expect(done).toMatchObject({ address_line: '12 Main St, Springfield, 62704, United States' });
    expect(await ada.gets('checkout.forget')).toMatchObject({ address: null, missing: 'address' });
  });

  it('refuses a contact that nobody can be reached by', async () => {
    const refused = (input: Readonly<Record<string, string>>) => ada.does('checkout.contact', input);
    expect(await refused({ email: 'ada at example' })).toMatchObject({ reason: 'bad-email' });
    expect(await refused({ phone: '12' })).toMatchObject({ reason: 'bad-phone' });
    expect(await refused({ name: '12345' })).toMatchObject({ reason: 'bad-name' });
    expect(await refused({ text: '???' })).toMatchObject({ reason: 'nothing-said' });
    await ada.gets('checkout.contact', { name: 'Ada' });
    const named = await ada.gets('checkout.show');
    expect(named).toMatchObject({ contact: { name: 'Ada', missing: 'email-or-phone' } });
  });

  it('knows the number of who writes on WhatsApp, and the name of who has told it', async () => {
    const conversation = conversationId({ channel: 'whatsapp-cloud', account: 'shop', peer: '12175550123' });
    await ada.gets('customer.remember', { name: 'Ada' });
    const there = shop.shopper('ada', { conversation });
    expect(await there.gets('checkout.show')).toMatchObject({
      contact: { name: 'Ada', phone: '+12175550123', missing: null },
    });
  });

  it('asks for no payment for what costs nothing', async () => {
    const free = aProduct('gift', { price: 0, stock: null });
    const zones = [{ ...someZones.zones[0], methods: [{ id: 'post', label: 'Post', price: 0, days: '1' }] }];
    await shop.close();
    shop = await openShop([free], { payments: someWays, rules: rulesOf({ shipping: { zones } }) });
    ada = shop.shopper('ada');
    await ada.gets('cart.add', { product: 'gift' });
    await ada.gets('checkout.contact', { name: 'Ada', email: 'ada@example.com' });
    await ada.gets('checkout.address', { text: home });
    expect(await ada.gets('checkout.show')).toMatchObject({ missing: null, total: usd(0), pay_by: null });
    const placed = await ada.gets('checkout.place', { total: { ...usd(0) } });
    expect(placed).toMatchObject({ status: 'placed', pay: 'nothing', until: null });
  });
});

function understoodIn(outcome: Outcome): Json {
  const details = outcome.result === 'refused' ? outcome.details : null;
  return isObject(details) ? ((details['understood'] as Json | undefined) ?? null) : null;
}

/** All that an order needs, to be paid on delivery. */
async function ready(shopper: Shopper): Promise<void> {
  await shopper.gets('cart.add', { product: 'mug' });
  await shopper.gets('checkout.address', { text: home });
  await shopper.gets('checkout.delivery', { method: 'standard' });
  await shopper.gets('checkout.contact', { name: 'Ada', phone: '217 555 0123' });
  await shopper.gets('checkout.pay-by', { method: 'cash-on-delivery' });
}
