import type { Page, Request } from 'playwright-core';
import { launchBrowser } from '../../channels/webchat-browser.ts';
import { write } from '../../channels/webchat-page.ts';
import type { ChannelPeer } from './channel-peer.ts';

/** A shopper at our own page, in a real browser on a phone's screen. */
export async function openWebchatPeer(): Promise<ChannelPeer> {
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
  page.setDefaultTimeout(20_000);
  let posted: Request | null = null;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/webchat/messages')) posted = request;
  });
  return {
    environment: {},
    connect: async (shop) => {
      await page.goto(shop);
      await page.getByText('Or start here.').first().waitFor();
    },
    says: (text) => write(page, text),
    picks: (label) => page.getByRole('button', { name: label, exact: true }).last().click(),
    again: async () => {
      if (posted) await postAgain(page, posted);
    },
    seen: async () => (await page.locator('#log .row.shop').allInnerTexts()).map(withoutName),
    close: () => browser.close(),
  };
}

/** As the page does when it does not know whether its message has come. */
async function postAgain(page: Page, request: Request): Promise<void> {
  const headers = await request.allHeaders();
  const answer = await page.request.post(request.url(), { headers, data: request.postDataBuffer() ?? '' });
  if (!answer.ok()) throw new Error(`The message sent again was answered ${answer.status()}`);
}

/** Each message begins with who says it, for those who do not see the page. */
function withoutName(words: string): string {
  return words.replace(/^[^\n:]+:\s/u, '');
}
