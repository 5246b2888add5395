import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Product } from '../../src/catalog/product.ts';
import { usualRules } from '../../src/commerce/rules/shop-rules.ts';
import type { JsonObject } from '../../src/storage/json.ts';
import { openShop, type Shop } from './shop.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const noon = Date.UTC(2026, 10, 22, 12);
const day = 86_400_000;
const texts = { description: '', brand: null, category: ['clothes'], attributes: {}, images: [], tags: [] };
const coat: Product = {
  ...texts,
  id: 'coat',
  title: 'Coat',
  variants: [
    { sku: 'coat-s-blue', options: { size: 'S', colour: 'blue' }, price: usd(5_000), stock: 5 },
    { sku: 'coat-m-blue', options: { size: 'M', colour: 'blue' }, price: usd(5_500), stock: 5 },
    { sku: 'coat-s-red', options: { size: 'S', colour: 'red' }, price: usd(4_500), stock: 0 },
  ],
};
const mug: Product = {
  ...texts,
  id: 'mug',
  title: 'Mug',
  variants: [{ sku: 'mug', options: {}, price: usd(800), stock: 5 }],
};

const order = (more: JsonObject = {}): JsonObject => ({
  number: '72043811',
  customer: 'ada',
  conversation: 'webchat:shop:ada',
  status: 'placed',
  placedAt: noon - 3 * day,
  items: [
    {
      title: 'Coat',
      quantity: 1,
      sku: 'coat-s-blue',
      product: 'coat',
      options: { size: 'S', colour: 'blue' },
      price: usd(5_000),
    },
    { title: 'Mug', quantity: 2, sku: 'mug', product: 'mug', options: {}, price: usd(800) },
  ],
  total: usd(6_600),
  address: { lines: ['12 Main St'], postcode: '62704', city: 'Springfield', region: 'IL', country: 'US' },
  payBy: 'demo',
  payments: [{ provider: 'demo', reference: 'p-1', amount: usd(6_600), state: 'paid', at: 1 }],
  ...more,
});
const delivered = order({ status: 'delivered', deliveredAt: noon - day });

describe('a shopper’s order', () => {
  let shop: Shop;
  beforeEach(async () => {
    shop = await openShop([coat, mug]);
    await shop.write('order', '72043811', order());
    const wallet = [{ id: 'gift-1', kind: 'gift-card', balance: usd(300) }];
    await shop.write('customer', 'ada', { wallet, updatedAt: 1 });
  });
  afterEach(() => shop.close());

  it('says what may be done to it, what was paid, and where it goes', async () => {
    expect(await shop.shopper('ada').gets('orders.track', { order: '7204-3811' })).toMatchObject({
      address: '12 Main St, Springfield, IL 62704, United States',
      pieces: 3,
      items: [{ id: 'coat-s-blue', label: 'Coat (S, blue)', kept: 1 }, { total: usd(1_600) }],
      payment: 'paid',
      due: usd(0),
      can: { cancel: true, change_items: true, return: false, exchange: false, reorder: true },
      why_not: { cancel: null, return: 'not-now' },
    });
  });

  it('whose number was mistyped is told apart from one that is not there', async () => {
    const ada = shop.shopper('ada');
    expect(await ada.does('orders.track', { order: '72043812' })).toMatchObject({ reason: 'bad-number' });
    expect(await ada.does('orders.track', { order: '10234' })).toMatchObject({ reason: 'not-found' });
    expect(await shop.shopper('bob').does('orders.cancel', { order: '72043811' })).toMatchObject({ result: 'refused' });
    expect(await shop.store.get('order', '72043811')).toMatchObject({ revision: 1 });
  });

  it('that is nobody’s can be looked at, and nothing is done to it', async () => {
    await shop.write('order', '10234', order({ customer: null }));
    const bob = shop.shopper('bob');
    expect(await bob.gets('orders.track', { order: '10234' })).toMatchObject({ can: { cancel: false } });
    for (const action of ['orders.cancel', 'orders.complain'])
      expect(await bob.does(action, { order: '10234', words: 'broken' })).toMatchObject({ reason: 'not-allowed' });
  });

  it('is cancelled once, for a reason the merchant takes', async () => {
    const rules = usualRules({ name: '', locale: 'en', currency: 'USD', country: 'US', timeZone: 'UTC' });
    const cancel = { ...rules.orders.cancel, reasons: ['No longer needed'] };
    const ada = shop.shopper('ada', { rules: { ...rules, orders: { ...rules.orders, cancel } } });
    expect(await ada.does('orders.cancel', { order: '72043811', reason: 'too blue' })).toMatchObject({
      reason: 'bad-reason',
      details: { reasons: ['No longer needed'] },
    });
    const reason = 'no longer needed';
    expect(await ada.gets('orders.cancel', { order: '72043811', reason })).toMatchObject({
      refund: usd(6_600),
      order: { status: 'cancelled', payment: 'refunded', refunds: [{ state: 'due', to: 'original' }] },
    });
    expect(await ada.does('orders.cancel', { order: '72043811', reason })).toMatchObject({
      reason: 'not-now',
      details: { status: 'cancelled' },
    });
  });

  it('goes to another address, written in one line', async () => {
    const ada = shop.shopper('ada');
    const address = '5 Oak Ave, Portland, OR 97201';
    expect(await ada.gets('orders.change-address', { order: '72043811', address })).toMatchObject({
      order: { address: '5 Oak Ave, Portland, OR 97201, United States' },
      difference: usd(0),
    });
    const abroad = { lines: ['Hauptstraße 5'], postcode: '10115', city: 'Berlin', country: 'DE' };
    expect(await ada.does('orders.change-address', { order: '72043811', address: abroad })).toMatchObject({
      reason: 'not-delivered',
      details: { country: 'DE' },
    });
    expect(await ada.does('orders.change-address', { order: '72043811', address: 'Portland' })).toMatchObject({
      reason: 'bad-address',
    });
  });

  it('changes its items in the words of a shopper, after telling what it comes to', async () => {
    const ada = shop.shopper('ada');
    const wanted = { order: '72043811', items: ['Coat (S, blue)'], instead: 'the M one' };
    expect(await ada.gets('orders.change-items', { ...wanted, preview: true })).toMatchObject({ extra: usd(500) });
    expect(await shop.store.get('order', '72043811')).toMatchObject({ revision: 1 });
    expect(await ada.gets('orders.change-items', wanted)).toMatchObject({
      difference: usd(500),
      due: usd(500),
      order: { payment: 'part-paid', total: usd(7_100), items: [{ sku: 'coat-m-blue' }, { sku: 'mug' }] },
    });
    const fewer = { order: '72043811', items: { sku: 'mug', quantity: 1 } };
    expect(await ada.gets('orders.change-items', fewer)).toMatchObject({ refund: usd(800), order: { pieces: 2 } });
    const red = { order: '72043811', items: 'coat', instead: 'coat-s-red' };
    expect(await ada.does('orders.change-items', red)).toMatchObject({ reason: 'out-of-stock' });
    const none = { order: '72043811', items: 'a hat', instead: 'mug' };
    expect(await ada.does('orders.change-items', none)).toMatchObject({ reason: 'not-in-order' });
    const negative = { order: '72043811', items: [{ sku: 'mug', quantity: -1 }] };
    expect(await ada.does('orders.change-items', negative)).toMatchObject({ reason: 'nothing-picked' });
  });

  it('is paid from a gift card only as far as the card reaches', async () => {
    const ada = shop.shopper('ada');
    const dearer = { order: '72043811', items: 'coat-s-blue', instead: 'coat-m-blue', pay_by: 'gift-1' };
    expect(await ada.does('orders.change-items', dearer)).toMatchObject({
      reason: 'not-enough',
      details: { available: usd(300) },
    });
    await shop.write('customer', 'ada', {
      wallet: [{ id: 'gift-1', kind: 'gift-card', balance: usd(900) }],
      updatedAt: 2,
    });
    expect(await ada.gets('orders.change-items', dearer)).toMatchObject({ due: usd(0), order: { payment: 'paid' } });
    const customer = await shop.store.get('customer', 'ada');
    expect(customer?.body['wallet']).toMatchObject([{ id: 'gift-1', balance: usd(400) }]);
    expect(await ada.does('orders.change-payment', { order: '72043811', pay_by: 'gift-2' })).toMatchObject({
      reason: 'not-a-way-to-pay',
    });
  });

  it('is sent back in part, however the parts are named', async () => {
    await shop.write('order', '72043811', delivered);
    const ada = shop.shopper('ada');
    const asked = { order: '72043811', items: [{ id: 'mug', quantity: 1 }], why: 'chipped' };
    expect(await ada.gets('orders.return', { ...asked, preview: true })).toMatchObject({ refund: usd(800) });
    expect(await ada.gets('orders.return', asked)).toMatchObject({
      refund: usd(800),
      refund_when: 'received',
      items: [{ label: 'Mug', quantity: 1 }],
      order: { status: 'return-requested', payment: 'paid', returns: [{ state: 'requested' }] },
    });
    expect(await ada.gets('orders.return', { order: '72043811', items: 'all' })).toMatchObject({ refund: usd(5_800) });
    expect(await ada.does('orders.return', { order: '72043811', items: 'mug' })).toMatchObject({
      reason: 'not-in-order',
    });
  });

  it('is not taken back after its days', async () => {
    await shop.write('order', '72043811', order({ status: 'delivered', deliveredAt: noon - 31 * day }));
    const ada = shop.shopper('ada');
    expect(await ada.does('orders.return', { order: '72043811', items: 'all' })).toMatchObject({
      reason: 'too-late',
      details: { days: 30 },
    });
    expect(await ada.gets('orders.track', { order: '72043811' })).toMatchObject({ why_not: { return: 'too-late' } });
  });

  it('is exchanged for what there is of the same product', async () => {
    await shop.write('order', '72043811', delivered);
    const ada = shop.shopper('ada');
    const wanted = (instead: string) => ({ order: '72043811', items: ['coat-s-blue'], instead });
    expect(await ada.does('orders.exchange', wanted('red'))).toMatchObject({ reason: 'out-of-stock' });
    expect(await ada.does('orders.exchange', wanted('mug'))).toMatchObject({ reason: 'same-product-only' });
    expect(await ada.does('orders.exchange', wanted('coat-s-blue'))).toMatchObject({ reason: 'nothing-to-do' });
    expect(await ada.gets('orders.exchange', wanted('M'))).toMatchObject({
      extra: usd(500),
      instead: [{ label: 'Coat (M, blue)', quantity: 1 }],
      order: { status: 'exchange-requested' },
    });
    expect(await ada.does('orders.exchange', wanted('M'))).toMatchObject({ result: 'refused' });
  });

  it('is put into the cart once more, as far as it can be had', async () => {
    await shop.write('product', 'coat', null);
    expect(await shop.shopper('ada').gets('orders.reorder', { order: '72043811' })).toMatchObject({
      added: [{ id: 'mug', quantity: 2 }],
      left_out: [{ label: 'Coat (S, blue)', reason: 'not-found' }],
    });
  });

  it('has a bill that adds up', async () => {
    const bill = await shop.shopper('ada').gets('orders.invoice', { order: '72043811', total_label: 'Sum' });
    expect(bill).toMatchObject({
      lines: [
        { title: 'Coat (S, blue)', total: usd(5_000) },
        { quantity: 2, total: usd(1_600) },
      ],
      totals: [{ label: 'Sum', amount: usd(6_600) }],
    });
    expect(bill['text']).toContain('2 × Mug: $16.00');
  });

  it('keeps a complaint in its history', async () => {
    const ada = shop.shopper('ada');
    expect(await ada.gets('orders.complain', { order: '72043811', words: 'It smells.' })).toEqual({ kept: true });
    const stored = await shop.store.get('order', '72043811');
    expect(stored?.body['history']).toMatchObject([{ by: 'shopper', what: 'complaint', why: 'It smells.' }]);
    expect(await ada.gets('orders.complain', { words: 'Everything.' })).toEqual({ kept: false });
  });
});
