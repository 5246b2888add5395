import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launchBrowser } from './webchat-browser.ts';
import { sales } from './webchat-sales.ts';
import { createShop, type ShopOptions, type TestShop } from './webchat-shop.ts';

type CleanUp = () => Promise<unknown>;

/** One browser for a file's tests; what a test opens is closed after it. */
export function useBrowser() {
  let browser: Browser;
  let pictures: string;
  const cleanUps: CleanUp[] = [];

  beforeAll(async () => {
    browser = await launchBrowser();
    pictures = await mkdtemp(join(tmpdir(), 'parley-page-'));
    await writeFile(join(pictures, 'coat.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>');
  });
  afterAll(async () => {
    await browser.close();
    await rm(pictures, { recursive: true });
  });
  afterEach(async () => {
    for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
  });

  const openShop = async (options: ShopOptions = {}) => {
    const shop = await createShop({ answer: sales, pictures: [pictures], ...options });
    cleanUps.push(() => shop.server.close());
    return { shop, url: await shop.server.listen() };
  };
  const openContext = async (width = 1000, height = 800, more = {}) => {
    const context = await browser.newContext({ viewport: { width, height }, ...more });
    cleanUps.push(() => context.close());
    return context;
  };
  const openPage = async (url: string, context?: BrowserContext) => {
    const page = await (context ?? (await openContext())).newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(url);
    await page.getByText('What can I do for you?').waitFor();
    return page;
  };
  return { openShop, openContext, openPage, later: (cleanUp: CleanUp) => cleanUps.push(cleanUp) };
}

export async function write(page: Page, words: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Your message' });
  await field.fill(words);
  await field.press('Enter');
}

/** What is read of the log: the letter that stands for a missing picture comes when the browser has given the picture up. */
export async function logText(page: Page): Promise<string> {
  return String(
    await page.evaluate(`(() => {
      const log = document.querySelector('#log').cloneNode(true);
      for (const letter of log.querySelectorAll('[aria-hidden="true"]')) letter.remove();
      return log.textContent;
    })()`),
  );
}

export async function top(page: Page): Promise<number> {
  return Number(await page.locator('#scroll').evaluate((each) => each.scrollTop));
}

export async function tabTo(page: Page, name: string, key = 'Tab'): Promise<void> {
  const focused = `(() => { const at = document.activeElement; return at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent; })()`;
  for (let pressed = 0; pressed < 40; pressed++) {
    if ((await page.evaluate(focused)) === name) return;
    await page.keyboard.press(key);
  }
  throw new Error(`"${name}" cannot be reached by ${key}`);
}

export function textsOf(shop: TestShop): readonly string[] {
  return shop.memory.received.flatMap((event) => (event.content.type === 'text' ? [event.content.text] : []));
}
