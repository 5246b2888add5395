import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createDiskFiles } from '../../adapters/media/disk/disk-files.ts';
import { samples } from '../media/sample-files.ts';
import { temporaryFolder } from '../stories/temporary-folder.ts';
import { hasBrowser } from './webchat-browser.ts';
import { tabTo, textsOf, useBrowser, write } from './webchat-page.ts';
import type { ShopOptions, TestShop } from './webchat-shop.ts';

const title = hasBrowser ? 'files in the page' : 'files in the page (skipped: no Chromium at CHROMIUM_PATH)';

async function taking(): Promise<ShopOptions> {
  const files = createDiskFiles(await temporaryFolder());
  return { media: { files, record: async () => null, listens: true } };
}

const photo = { name: 'photo.png', mimeType: 'image/png', buffer: samples.png };

function attach(page: Page, file: { name: string; mimeType: string; buffer: Buffer } = photo): Promise<void> {
  return page.locator('#file').setInputFiles(file);
}

function mediaOf(shop: TestShop) {
  return shop.memory.received.flatMap(({ content }) => (content.type === 'media' ? [content] : []));
}

describe.skipIf(!hasBrowser)(title, () => {
  const { openShop, openPage, openContext } = useBrowser();

  it('a picture waits beside the line to write in, and goes out with the words, once', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url, await openContext(360, 740));
    await attach(page);
    await page.locator('.thumb').waitFor();
    await write(page, 'in blue?');
    await expect.poll(() => mediaOf(shop)).toMatchObject([{ kind: 'image', caption: 'in blue?', name: 'photo.png' }]);
    expect(await page.locator('#attached').isHidden()).toBe(true);
    expect(await page.locator('.row.own .picture').count()).toBe(1);
    expect(textsOf(shop)).toEqual([]);
    expect(await page.locator('html').evaluate((each) => each.scrollWidth - each.clientWidth)).toBe(0);
  });

  it('a picture that is sent at once, before it has been made smaller, is sent as it should be', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    await page.evaluate(`{
      const draw = createImageBitmap;
      globalThis.createImageBitmap = async (file) => {
        await new Promise((go) => { globalThis.goOn = go; });
        return draw(file);
      };
    }`);
    await attach(page);
    await page.getByText('photo.png').waitFor();
    await write(page, 'in blue?');
    await page.getByText('in blue?').waitFor();
    expect(mediaOf(shop)).toEqual([]);
    await page.evaluate('goOn()');
    await expect
      .poll(() => mediaOf(shop))
      .toMatchObject([{ caption: 'in blue?', ref: expect.stringMatching(/\.jpg$/u) }]);
    await page.locator('.row.own .picture').waitFor();
  });

  it('what was chosen can be put away with the keyboard alone', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    await attach(page);
    await page.locator('.thumb').waitFor();
    await page.locator('#words').focus();
    await tabTo(page, 'Do not send this file', 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('#attached').isHidden()).toBe(true);
    await write(page, 'hello');
    await expect.poll(() => textsOf(shop)).toEqual(['hello']);
    expect(mediaOf(shop)).toEqual([]);
  });

  it('a text that is written after a picture arrives after it, though the picture takes its time', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    await page.route('**/webchat/media*', async (route) => {
      await expect.poll(() => page.locator('.row.own').count()).toBe(2);
      await route.continue();
    });
    await attach(page);
    await page.locator('.thumb').waitFor();
    await write(page, '');
    await write(page, 'and this?');
    await expect.poll(() => textsOf(shop)).toEqual(['and this?']);
    expect(shop.memory.received.map(({ content }) => content.type)).toEqual(['opened', 'media', 'text']);
  });

  it('a picture whose way is cut goes up again by itself and arrives once', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    let cuts = 2;
    await page.route('**/webchat/media*', (route) => (cuts-- > 0 ? route.abort() : route.continue()));
    await attach(page);
    await page.locator('.thumb').waitFor();
    await write(page, 'in blue?');
    await page.getByText('Not sent yet').waitFor();
    await page.getByRole('button', { name: 'Try now' }).click();
    await expect.poll(() => mediaOf(shop).length, { timeout: 10_000 }).toBe(1);
    await page.getByText('Not sent yet').waitFor({ state: 'detached' });
  });

  it('a file that is not taken is told with the reason, and what follows goes on', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    await attach(page, { name: 'photo.jpg', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\0 a program') });
    await page.getByText('photo.jpg').waitFor();
    await write(page, '');
    await page.getByText('Could not be sent: Only pictures').waitFor();
    await write(page, 'hello');
    await expect.poll(() => textsOf(shop)).toEqual(['hello']);
    expect(mediaOf(shop)).toEqual([]);
  });

  it('a file over the limit is not even sent', async () => {
    const { url } = await openShop({ ...(await taking()), limits: { uploadBytes: 1024 * 1024 } });
    const page = await openPage(url);
    await attach(page, { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(1_100_000) });
    await page.getByText('That file is too large: 1 MB at most.').waitFor();
  });

  it('a document is shown by its name, and its name is no markup', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url);
    await attach(page, { name: '<img src=x>.pdf', mimeType: 'application/pdf', buffer: samples.pdf });
    await page.getByText('<img src=x>.pdf').waitFor();
    await write(page, '');
    await expect.poll(() => mediaOf(shop)).toMatchObject([{ kind: 'document', name: '<img src=x>.pdf' }]);
    expect(await page.locator('.row.own').last().textContent()).toContain('<img src=x>.pdf');
    expect(await page.locator('.row.own img').count()).toBe(0);
  });

  it('without a microphone the page says so, and writing goes on', async () => {
    const { shop, url } = await openShop(await taking());
    const page = await openPage(url, await openContext(360, 740));
    await page.getByRole('button', { name: 'Record a voice note' }).click();
    await page.getByText('The microphone cannot be used.').waitFor();
    await write(page, 'hello');
    await expect.poll(() => textsOf(shop)).toEqual(['hello']);
    expect(mediaOf(shop)).toEqual([]);
  });

  it('offers to send no files where none are taken', async () => {
    const { url } = await openShop();
    const page = await openPage(url);
    expect(await page.locator('#attach').isHidden()).toBe(true);
    expect(await page.locator('#record').isHidden()).toBe(true);
  });
});
