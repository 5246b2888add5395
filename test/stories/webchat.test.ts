import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser, launchBrowser } from '../channels/webchat-browser.ts';
import { logText, write } from '../channels/webchat-page.ts';
import type { Environment } from './own-process.ts';
import { type ShopProcess, startShop } from './shop-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

const title = hasBrowser ? 'the demo shop' : 'the demo shop (skipped: no Chromium at CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(`${title} in the web chat, with nothing configured`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('sells a coat to a shopper with a phone, over a reload and a killed server', async () => {
    const PARLEY_DATA = await temporaryFolder();
    const first = await open({ PARLEY_DATA });
    const page = await phone(browser, first.address);
    await page.getByText('welcome to Parley Demo Shop').waitFor();

    await write(page, 'a wram winter coat under 200');
    await page.getByText('Pick one to see more.').waitFor();
    const card = page.locator('.card').nth(1);
    const coat = (await card.locator('.title').textContent()) ?? '';
    await expect.poll(() => card.locator('img').evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
    await page.getByRole('button', { name: `View: ${coat}` }).click();
    await page.getByText('Would you like it?').waitFor();

    await write(page, 'how much is delivery?');
    await expect.poll(() => page.getByText('Would you like it?').count()).toBe(2);
    await page.getByText('Standard: $4.90').waitFor();
    const before = await logText(page);
    await page.reload();
    await page.getByText('Standard: $4.90').waitFor();
    expect(await logText(page)).toBe(before);

    await first.kill('SIGKILL');
    await page.getByText('Connection lost').waitFor();
    await write(page, 'add it to my cart');
    await open({ PARLEY_DATA, PARLEY_PORT: new URL(first.address).port });
    await page.getByText(`${coat} is in your cart.`).waitFor();
    await page.getByText('Connection lost').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Show my cart' }).click();
    await page.getByText(`1 × ${coat}`).waitFor();
    expect(await page.getByText('is in your cart.').count()).toBe(1);
    expect(await sideways(page)).toBe(0);
  }, 90_000);

  it('keeps two shoppers apart', async () => {
    const shop = await open({ PARLEY_DATA: await temporaryFolder() });
    const [anna, ben] = [await phone(browser, shop.address), await phone(browser, shop.address)];
    await Promise.all([anna, ben].map((page) => page.getByText('Or start here.').waitFor()));
    await Promise.all([write(anna, 'red shoes'), write(ben, 'a tent for the summer')]);
    await Promise.all([anna, ben].map((page) => page.getByText('Pick one to see more.').waitFor()));
    await Promise.all([write(anna, 'the first one'), write(ben, 'the first one')]);
    await Promise.all([anna, ben].map((page) => page.getByText('Would you like it?').waitFor()));
    await write(anna, 'add it to my cart');
    await anna.getByText('is in your cart').waitFor();
    await write(ben, 'my cart');
    await ben.getByText('Your cart is empty').waitFor();
    expect(await logText(ben)).not.toContain('red shoes');
  });
});

async function open(environment: Environment): Promise<ShopProcess> {
  const shop = await startShop(environment);
  onTestFinished(async () => void (await shop.kill('SIGKILL')));
  return shop;
}

async function phone(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  return page;
}

/** How far the page itself can be moved sideways: nothing but the product strip should. */
function sideways(page: Page): Promise<number> {
  return page.locator('html').evaluate((each) => each.scrollWidth - each.clientWidth);
}
