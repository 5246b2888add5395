import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseConversationId } from '../../src/channel/ids.ts';
import { hasBrowser } from './webchat-browser.ts';
import { logText, useBrowser } from './webchat-page.ts';
import { deliverTurn, type TestShop } from './webchat-shop.ts';

const title = hasBrowser
  ? 'a draft in the web chat'
  : 'a draft in the web chat (skipped: no Chromium at CHROMIUM_PATH)';

function conversationOf(shop: TestShop) {
  const [event] = shop.memory.received;
  const address = event && parseConversationId(event.conversation);
  if (!event || !address) throw new Error('nobody has opened the chat');
  return { id: event.conversation, address };
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['PARLEY_PICTURES_OF_TESTS'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe.skipIf(!hasBrowser)(title, () => {
  const { openShop, openPage } = useBrowser();

  it('grows in a bubble of its own, is read out to nobody, and gives way to the answer', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    const { id, address } = conversationOf(shop);
    const before = await logText(page);
    await shop.webchat.adapter.typing?.(address);
    for (const text of ['We have', 'We have two warm', 'We have two warm coats <b>']) {
      await shop.webchat.adapter.draft?.(text, address);
    }
    const draft = page.locator('#draft');
    await expect.poll(() => draft.textContent()).toBe('We have two warm coats <b>');
    expect(await draft.isVisible()).toBe(true);
    expect(await draft.getAttribute('aria-hidden')).toBe('true');
    expect(await page.locator('#log #draft').count()).toBe(0);
    expect(await logText(page)).toBe(before);
    await page.getByRole('status').getByText('Test Shop is writing…').waitFor({ state: 'attached' });
    expect(await page.locator('.dots').evaluate((each) => each.closest('.unseen') !== null)).toBe(true);
    await keepPicture(page, 'draft');
    await deliverTurn(shop.webchat, id, shop.say(id, { type: 'text', text: ['We have two warm coats.'] }));
    await page.getByRole('log').getByText('We have two warm coats.').waitFor();
    expect(await draft.isVisible()).toBe(false);
    expect(await page.getByText('two warm coats').count()).toBe(1);
    await page.reload();
    await page.getByRole('log').getByText('We have two warm coats.').waitFor();
    expect(await draft.isVisible()).toBe(false);
  });

  it('is not sent more often than ten times a second', async () => {
    const { shop, url } = await openShop();
    await openPage(url);
    const { address } = conversationOf(shop);
    const begun = performance.now();
    for (const text of ['a', 'b', 'c']) await shop.webchat.adapter.draft?.(text, address);
    expect(performance.now() - begun).toBeGreaterThan(280);
  });
});
