import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShop, type Shop, type Shopper } from './shop.ts';

describe('what is kept of a customer', () => {
  let shop: Shop;
  let ada: Shopper;

  beforeEach(async () => {
    shop = await openShop();
    ada = shop.shopper('ada');
  });
  afterEach(() => shop.close());

  it('is a yes to news with its time and channel, the first of which stays', async () => {
    expect(await ada.gets('customer.subscribe')).toEqual({ subscribed: true, changed: true });
    const later = shop.shopper('ada', { now: Date.UTC(2027, 0, 1) });
    expect(await later.gets('customer.subscribe')).toEqual({ subscribed: true, changed: false });
    expect((await shop.store.get('customer', 'ada'))?.body).toMatchObject({
      consent: { news: { given: true, at: Date.UTC(2026, 10, 22, 12), channel: 'webchat' } },
    });
    expect(await ada.gets('facts.customer')).toMatchObject({ subscribed: true });
  });

  it('is a no just as well, also from somebody who was never asked', async () => {
    expect(await ada.gets('customer.unsubscribe')).toEqual({ subscribed: false, changed: false });
    expect((await shop.store.get('customer', 'ada'))?.body).toMatchObject({ consent: { news: { given: false } } });
    await ada.gets('customer.subscribe');
    expect(await ada.gets('customer.unsubscribe')).toEqual({ subscribed: false, changed: true });
  });

  it('is what they tell of themselves, each on its own, beside what others keep there', async () => {
    await shop.write('customer', 'ada', { updatedAt: 1, points: 7 });
    await ada.gets('customer.remember', { name: '  Ada ', locale: 'es-MX' });
    expect(await ada.gets('customer.remember', { email: 'ada@example.org', name: null })).toEqual({
      name: 'Ada',
      email: 'ada@example.org',
      locale: 'es-MX',
    });
    expect((await shop.store.get('customer', 'ada'))?.body).toMatchObject({ points: 7, name: 'Ada' });
  });

  it('is never a wrong e-mail address or language', async () => {
    expect(await ada.does('customer.remember', { email: 'nowhere' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await ada.does('customer.remember', { locale: 'not a language' })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await shop.store.get('customer', 'ada')).toBeNull();
  });

  it('is nothing at first', async () => {
    expect(await ada.gets('facts.customer')).toEqual({
      id: 'ada',
      name: null,
      email: null,
      locale: null,
      subscribed: false,
      recent_orders: [],
    });
    expect(await ada.gets('facts.cart')).toMatchObject({ empty: true, count: 0 });
  });
});
