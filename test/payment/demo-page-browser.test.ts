import fastify from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPaymentPages } from '../../adapters/payment/demo/demo-page.ts';
import { paymentReturnPages } from '../../adapters/web/payment-return.ts';
import { addSecurityHeaders } from '../../adapters/web/security-headers.ts';
import { takeNotice } from '../../src/commerce/payment/take-notice.ts';
import { hasBrowser, launchBrowser } from '../channels/webchat-browser.ts';
import { quoteOf } from '../commerce/payment/quote-of.ts';
import { facts, openSellingShop, type SellingShop } from '../commerce/payment/selling-shop.ts';

const title = hasBrowser
  ? 'the demo’s page in a browser'
  : 'the demo’s page in a browser (skipped: no Chromium at CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(title, () => {
  let browser: Browser;
  let shop: SellingShop;
  let app: ReturnType<typeof fastify>;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints.length = 0;
    shop = await openSellingShop();
    app = fastify();
    addSecurityHeaders(app, []);
    const provider = shop.demo;
    const { store, clock, parts } = shop;
    const chatLink = () => null;
    await app.register(paymentReturnPages({ shop: facts, chatLink }));
    const take = (notice: Parameters<typeof takeNotice>[1]) => takeNotice(parts, notice);
    await app.register(demoPaymentPages({ store, clock, shop: facts, provider, take, chatLink }));
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const long = 'Women’s waterproof hiking jacket with a hood that can be taken off';
    const quote = quoteOf(long, {
      shipping: { method: 'standard', label: 'Standard', price: { amount: 490, currency: 'USD' } },
    });
    await shop.putOrder({ quote, total: quote.total });
    const { url } = await shop.shopper().gets('payments.start', { order: 'order-1' });
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${address}${new URL(String(url)).pathname}`);
  });
  afterEach(async () => {
    await page.close();
    await app.close();
    await shop.close();
  });

  it('fits a phone, keeps its own rules, and its buttons are large enough for a thumb', async () => {
    const look =
      '({ wide: document.documentElement.scrollWidth, ground: getComputedStyle(document.body).backgroundColor })';
    const size = await page.evaluate<unknown>(look);
    expect(size).toEqual({ wide: 390, ground: 'rgb(246, 245, 242)' });
    for (const name of ['Pay $49.90', 'Cancel']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThan(300);
    }
    expect(complaints).toEqual([]);
  });

  it('tells a screen reader its heading, its note and its amounts in rows', async () => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Pay order 12345674');
    expect(await page.getByRole('note').textContent()).toContain('no money is taken');
    expect(await page.getByRole('row').allTextContents()).toEqual([
      expect.stringMatching(/^2 × Women’s waterproof.*\$45\.00$/u),
      'Standard$4.90',
      'Total$49.90',
    ]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('is paid with the keyboard alone, and reloading pays nothing more', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'It is paid. Thank you!' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'It is paid. Thank you!' }).waitFor();
    expect((await shop.order()).payments.map(({ state }) => state)).toEqual(['paid']);
    expect(complaints).toEqual([]);
  });
});
