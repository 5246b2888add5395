import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
    const rules = rulesOf({ payment: severalWays, shipping: someZones, coupons: someCoupons });
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
        { id: 'standard', label: 'Standard, $4.90, Wed, Nov 25 – Fri, Nov 27' },
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
});
