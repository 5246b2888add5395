import fastifyFactory from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoPaymentPages } from '../../adapters/payment/demo/demo-page.ts';
import { paymentReturnPages } from '../../adapters/web/payment-return.ts';
import { addSecurityHeaders } from '../../adapters/web/security-headers.ts';
import { takeNotice } from '../../src/commerce/payment/take-notice.ts';
import { quoteOf } from '../commerce/payment/quote-of.ts';
import { facts, openSellingShop, type SellingShop } from '../commerce/payment/selling-shop.ts';

let shop: SellingShop;
let app: ReturnType<typeof fastifyFactory>;
let path: string;

beforeEach(async () => {
  shop = await openSellingShop();
  app = fastifyFactory();
  addSecurityHeaders(app, []);
  const provider = shop.demo;
  const chatLink = (channel: string) => (channel === 'webchat' ? 'http://127.0.0.1:3000' : null);
  const { store, clock, parts } = shop;
  const take = (notice: Parameters<typeof takeNotice>[1]) => takeNotice(parts, notice);
  await app.register(paymentReturnPages({ shop: facts, chatLink }));
  await app.register(demoPaymentPages({ store, clock, shop: facts, provider, take, chatLink }));
  await shop.putOrder();
  const { url } = await shop.shopper().gets('payments.start', { order: 'order-1' });
  path = new URL(String(url)).pathname;
});
afterEach(async () => {
  await app.close();
  await shop.close();
});

const get = (url = path) => app.inject({ method: 'GET', url });
const press = (does: string, url = path) =>
  app.inject({
    method: 'POST',
    url,
    payload: `does=${does}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });

describe('the demo’s page', () => {
  it('shows what is to be paid and that it is a demo, and has no field to type into', async () => {
    const { statusCode, body, headers } = await get();
    expect(statusCode).toBe(200);
    expect(body).toContain('Pay order 12345674');
    expect(body).toContain('$45.00');
    expect(body).toContain('This is a demo: no money is taken');
    expect(body).not.toMatch(/<input|<textarea|<script|style=|onclick/u);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('takes no payment by being looked at', async () => {
    await get();
    await get();
    expect((await shop.order()).status).toBe('awaiting-payment');
  });

  it('places the order when "Pay" is pressed, and shows so from then on', async () => {
    const { statusCode, headers } = await press('pay');
    expect({ statusCode, to: headers.location }).toEqual({ statusCode: 303, to: path });
    expect((await shop.order()).status).toBe('placed');
    const { body } = await get();
    expect(body).toContain('It is paid. Thank you!');
    expect(body).toContain('href="http://127.0.0.1:3000"');
    expect(body).not.toContain('<button');
  });

  it('pays once, however often it is pressed', async () => {
    await Promise.all([press('pay'), press('pay'), press('pay')]);
    await press('cancel');
    const { payments, status, refunds } = await shop.order();
    expect({ status, paid: payments.map(({ state }) => state), refunds }).toEqual({
      status: 'placed',
      paid: ['paid'],
      refunds: [],
    });
  });

  it('closes the payment when "Cancel" is pressed; the order waits on, and another can be begun', async () => {
    await press('cancel');
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['closed']);
    expect((await get()).body).toContain('Nothing was paid');
    await press('pay');
    expect((await shop.order()).status).toBe('awaiting-payment');
    const again = await shop.shopper().gets('payments.start', { order: 'order-1' });
    expect(new URL(String(again['url'])).pathname).not.toBe(path);
  });

  it('cannot be paid any more when the pieces are not kept any more', async () => {
    shop.clock.advance(60 * 60_000);
    await press('pay');
    expect((await shop.order()).status).toBe('awaiting-payment');
    expect((await get()).body).toContain('Nothing was paid');
  });

  it('is there for nobody who has not its address', async () => {
    const [start = '', token = ''] = path.split('.');
    const others = [
      `${start}.${token.slice(1)}x`,
      start,
      `${start}.`,
      '/pay/demo/demo_0.0',
      '/pay/demo/%00.x',
      '/pay/demo/a.b.c',
    ];
    for (const url of others) {
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
      expect([url, (await press('pay', url)).statusCode]).toEqual([url, 404]);
    }
    expect((await shop.order()).status).toBe('awaiting-payment');
  });

  it.each(['', 'steal', 'pay&does=cancel'])('does what its buttons say and nothing else: %j', async (does) => {
    await press(does);
    const { status } = await shop.order();
    expect(status).toBe(does.startsWith('pay') ? 'placed' : 'awaiting-payment');
  });

  it('keeps the words of a product words', async () => {
    const order = await shop.order();
    await shop.putOrder({ ...order, id: 'order-2', payments: [], quote: quoteOf('<b onload="x">Coat & \'co\'</b>') });
    const { url } = await shop.shopper().gets('payments.start', { order: 'order-2' });
    const { body } = await get(new URL(String(url)).pathname);
    expect(body).toContain('&#60;b onload=&#34;x&#34;&#62;Coat &#38; &#39;co&#39;&#60;/b&#62;');
    expect(body).not.toContain('<b ');
  });

  it.each([
    ['es-MX', '<html lang="es" dir="ltr">', 'Pagar el pedido 12345674'],
    ['pt-BR', '<html lang="pt" dir="ltr">', 'Pagar o pedido 12345674'],
    ['de', '<html lang="de" dir="ltr">', 'Bestellung 12345674 bezahlen'],
    ['hi', '<html lang="hi" dir="ltr">', 'ऑर्डर 12345674 का भुगतान'],
    ['ar-EG', '<html lang="ar" dir="rtl">', 'دفع الطلب 12345674'],
    ['fr', '<html lang="en" dir="ltr">', 'Pay order 12345674'],
  ])('speaks the shopper’s language where it can, and is written in its direction: %s', async (locale, html, title) => {
    const order = await shop.order();
    await shop.putOrder({ ...order, id: 'order-2', payments: [] });
    const { url } = await shop.shopper('ann', { locale }).gets('payments.start', { order: 'order-2' });
    const { body } = await get(new URL(String(url)).pathname);
    expect(body).toContain(html);
    expect(body).toContain(title);
  });
});

describe('the pages a provider sends back to', () => {
  it('promise nothing, and lead back to the chat where its address is known', async () => {
    const done = await get('/pay/done?to=webchat&locale=en');
    expect(done.body).toContain('as soon as the payment has arrived you read it there');
    expect(done.body).toContain('href="http://127.0.0.1:3000"');
    const left = await get('/pay/left?to=telegram&locale=es');
    expect(left.body).toContain('No se ha pagado nada');
    expect(left.body).not.toContain('href="http');
  });

  it('take whatever stands in their address for what it is', async () => {
    const odd = [
      '/pay/done',
      '/pay/done?to=a&to=b',
      '/pay/left?locale=%3Cscript%3E',
      '/pay/done?to=javascript:alert(1)',
    ];
    for (const url of odd) {
      const { statusCode, body } = await get(url);
      expect([url, statusCode]).toEqual([url, 200]);
      expect(body).not.toMatch(/<script|javascript:/u);
    }
  });

  it('have their style sheet', async () => {
    const { headers, body } = await get('/pay/style.css');
    expect(headers['content-type']).toBe('text/css; charset=utf-8');
    expect(body).toContain(':focus-visible');
  });
});
