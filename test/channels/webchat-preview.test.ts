import { describe, expect, it } from 'vitest';
import { channelIds } from '../../src/channel/ids.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { webchatCapabilities } from '../../src/channel/limits/webchat.ts';
import type { Message } from '../../src/channel/message.ts';
import { hasBrowser } from './webchat-browser.ts';
import { logText, useBrowser, write } from './webchat-page.ts';
import { sales } from './webchat-sales.ts';
import { type Answer, createShop } from './webchat-shop.ts';
import { as, newVisitor, post } from './webchat-visitor.ts';

const sizes: Message = {
  type: 'choices',
  text: ['Which size?'],
  choices: Array.from({ length: 12 }, (_, at) => ({ id: `size:${at}`, label: `Size ${at + 36}` })),
};
const money: Message = {
  type: 'invoice',
  text: ['For your order'],
  title: 'Order 10234',
  lines: [{ title: 'Wool coat', quantity: 1, total: { amount: 12_900, currency: 'USD' } }],
  payload: 'order:10234',
};
const shop: Answer = (content) => {
  if (content.type === 'text' && content.text === 'twelve') return [sizes];
  if (content.type === 'text' && content.text === 'number') return [{ type: 'ask-contact', text: ['Your number?'] }];
  if (content.type === 'text' && content.text === 'pay') return [money];
  return sales(content);
};

describe('a preview of the web chat', () => {
  const session = async (url: string, previews: boolean) => {
    const test = await createShop({ previews });
    const { token } = (await test.server.app.inject({ method: 'POST', url })).json<{ token: string }>();
    return { test, token };
  };

  it('is a visitor’s whose name carries the channel, and whose messages are fitted to it', async () => {
    for (const channel of channelIds) {
      const { test, token } = await session(`/webchat/session?as=${channel}`, true);
      await post(test, token, { id: 'm1', text: 'hello' });
      const [event] = test.memory.received;
      const [, , peer = ''] = event?.conversation.split(':') ?? [];
      expect(peer).toMatch(new RegExp(`^${channel}_[\\w-]{22}$`, 'u'));
      const address = { channel: 'webchat', account: 'test', peer } as const;
      expect(test.webchat.adapter.capabilitiesFor?.(address)).toEqual(capabilitiesOf[channel]);
      expect(test.webchat.adapter.capabilities).toEqual(webchatCapabilities);
    }
  });

  it('tells in the history what is lost, as it was told when it was delivered', async () => {
    const { test, token } = await session('/webchat/session?as=whatsapp-cloud', true);
    await post(test, token, { id: 'm1', text: 'hello' });
    const conversation = test.memory.received[0]?.conversation;
    if (conversation === undefined) throw new Error('nothing was received');
    test.say(conversation, sizes);
    const history = await test.server.app.inject({ url: '/webchat/history?before=9', headers: as(token) });
    const parts = history.json<{ turns: { parts: { part: object; losses?: string[] }[] }[] }>().turns[1]?.parts;
    expect(parts).toHaveLength(1);
    expect(parts?.[0]).toMatchObject({
      part: { type: 'text' },
      losses: ['lost on WhatsApp: 12 choices became numbered text (at most 3 buttons or 10 rows of a menu)'],
    });
  });

  it('is given to nobody while previews are off: a stranger gets the chat, and an old token is no visitor', async () => {
    const { test, token } = await session('/webchat/session?as=telegram', false);
    expect((await test.server.app.inject('/webchat/config')).json()).toMatchObject({ previews: null });
    await post(test, token, { id: 'm1', text: 'hello' });
    expect(test.memory.received[0]?.conversation).toMatch(/^webchat:test:[\w-]{22}$/u);
    const before = await session('/webchat/session?as=telegram', true);
    const answer = await post(test, before.token, { id: 'm2', text: 'hello' });
    expect(answer.statusCode).toBe(401);
    expect((await post(before.test, before.token, { id: 'm2', text: 'hello' })).statusCode).toBe(202);
  });

  it('cannot be forged: another channel put into a token, or a plain token dressed as a preview, is refused', async () => {
    const { test, token } = await session('/webchat/session?as=telegram', true);
    const plain = await newVisitor(test);
    for (const forged of [token.replace('telegram', 'teams'), token.replace('telegram_', ''), `teams_${plain}`]) {
      expect((await post(test, forged, { id: 'm1', text: 'hello' })).statusCode).toBe(401);
    }
  });
});

const title = hasBrowser ? 'the page in a preview' : 'the page in a preview (skipped: no Chromium at CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(title, () => {
  const { openShop, openContext, openPage } = useBrowser();
  const picture = async (page: Awaited<ReturnType<typeof openPage>>, name: string): Promise<void> => {
    const folder = process.env['PARLEY_SCREENSHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
  };

  it('shows what each channel shows, with its losses below, on a phone of 360 columns without moving sideways', async () => {
    const { url } = await openShop({ answer: shop, previews: true });
    for (const channel of channelIds) {
      const page = await openPage(`${url}/?as=${channel}`, await openContext(360, 740));
      for (const words of ['coats', 'twelve', 'delivery', 'receipt', 'number', 'pay', 'picture'])
        await write(page, words);
      await page.getByText('The wool coat in navy.').waitFor();
      expect(await logText(page)).not.toContain('could not be read');
      for (const element of ['html', '#scroll']) {
        expect(await page.locator(element).evaluate((each) => each.scrollWidth - each.clientWidth), channel).toBe(0);
      }
      const right = await page
        .locator('.lost, .bubble, .preview, .preview select')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
      expect(Math.max(...right)).toBeLessThanOrEqual(360);
      for (const [index, at] of [0, 0.5, 1].entries()) {
        await page.locator('#scroll').evaluate((each, part) => each.scrollTo(0, each.scrollHeight * part), at);
        await picture(page, `${channel}-${index}`);
      }
    }
  });

  it('draws twelve sizes as buttons for Telegram, where a press is a press, and as numbered text for WhatsApp', async () => {
    const { shop: running, url } = await openShop({ answer: shop, previews: true });
    const telegram = await openPage(`${url}/?as=telegram`);
    await telegram.getByText('Shown as Telegram would show it').waitFor();
    await write(telegram, 'twelve');
    await telegram.getByRole('button', { name: 'Size 47' }).click();
    await telegram.getByText('You picked Size 47.').waitFor();
    expect(running.memory.received.at(-1)?.content).toMatchObject({ type: 'choice', id: 'size:11' });
    const whatsapp = await openPage(`${url}/?as=whatsapp-cloud`);
    await write(whatsapp, 'twelve');
    await whatsapp.getByText('12. Size 47').waitFor();
    await whatsapp.getByText('lost on WhatsApp: 12 choices became numbered text').waitFor();
    expect(await whatsapp.getByRole('button', { name: 'Size 47' }).count()).toBe(0);
    const before = await logText(whatsapp);
    await whatsapp.reload();
    await whatsapp.getByText('12. Size 47').waitFor();
    expect(await logText(whatsapp)).toBe(before);
  });

  it('changes the channel by its switch, each with a conversation of its own, and leaves the visitor’s own alone', async () => {
    const { url } = await openShop({ answer: shop, previews: true });
    const page = await openPage(url);
    await write(page, 'mine');
    await page.getByText('You said: mine').waitFor();
    await page.getByRole('combobox', { name: 'Show as' }).selectOption({ label: 'WhatsApp Web' });
    await page.getByText('Shown as WhatsApp Web would show it').waitFor();
    await page.getByText('3. Talk to a person').waitFor();
    expect(await page.getByText('You said: mine').count()).toBe(0);
    await page.getByRole('combobox', { name: 'Show as' }).selectOption({ label: 'this page' });
    await page.getByText('You said: mine').waitFor();
    expect(await page.locator('.lost').count()).toBe(0);
  });

  it('has no switch and no preview where the server offers none, whatever the address says', async () => {
    const { shop: running, url } = await openShop({ answer: shop });
    const page = await openPage(`${url}/?as=telegram`);
    expect(await page.locator('#preview').isVisible()).toBe(false);
    expect(await page.getByRole('combobox').count()).toBe(0);
    expect(running.memory.received[0]?.conversation).toMatch(/^webchat:test:[\w-]{22}$/u);
  });
});
