import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/channel/message.ts';
import { hasBrowser } from './webchat-browser.ts';
import { logText, tabTo, textsOf, top, useBrowser, write } from './webchat-page.ts';
import { coats, sales } from './webchat-sales.ts';
import { type Answer, createShop } from './webchat-shop.ts';

const title = hasBrowser ? 'the web chat’s page' : 'the web chat’s page (skipped: no Chromium at CHROMIUM_PATH)';

describe.skipIf(!hasBrowser)(title, () => {
  const { openShop, openContext, openPage, later } = useBrowser();

  it('greets, shows products with picture, price and stock, and takes a pressed choice', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    expect(await page.title()).toBe('Chat with Test Shop');
    await write(page, 'coats');
    const card = page.getByRole('listitem').filter({ hasText: 'Wool coat, navy' });
    await expect.poll(() => card.textContent()).toMatch(/\$129\.00\s+was\s+\$169\.00/u);
    await page.getByRole('listitem').filter({ hasText: 'Rain jacket' }).getByText('Out of stock').waitFor();
    await expect.poll(() => card.locator('img').evaluate((image) => image.naturalWidth)).toBe(4);
    await page.getByRole('button', { name: 'Choose: Down parka' }).click();
    await page.getByText('You picked Down parka.').waitFor();
    expect(shop.memory.received.at(-1)?.content).toEqual({ type: 'choice', id: 'product:2', label: 'Down parka' });
    const picked = page.getByRole('button', { name: 'Choose: Down parka, picked' });
    expect(await picked.isEnabled()).toBe(true);
  });

  it('looks the same after a reload, and the shop greets once', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    await write(page, 'coats');
    await page.getByRole('button', { name: 'Choose: Down parka' }).click();
    await page.getByText('You picked').waitFor();
    for (const words of ['delivery', 'receipt', 'picture']) await write(page, words);
    await page.getByText('The wool coat in navy.').waitFor();
    await expect.poll(() => shop.memory.received.length).toBe(6);
    const before = await logText(page);
    await page.reload();
    await page.getByText('The wool coat in navy.').waitFor();
    expect(await logText(page)).toBe(before);
    expect(shop.memory.received.filter((event) => event.content.type === 'opened')).toHaveLength(1);
  });

  it('tells the shop by which link a visitor came, also one who has been here before, and not again after a reload', async () => {
    const { shop, url } = await openShop();
    const context = await openContext();
    const page = await openPage(`${url}/?start=K7F3QX`, context);
    await write(page, 'hello');
    await page.getByText('You said: hello').waitFor();
    await page.goto(`${url}/?start=A2B3C4#top`);
    await expect.poll(() => shop.memory.received.length).toBe(3);
    await expect.poll(() => page.url()).toBe(`${url}/#top`);
    await page.reload();
    await page.getByText('You said: hello').waitFor();
    await write(page, 'again');
    await page.getByText('You said: again').waitFor();
    expect(shop.memory.received.map(({ content }) => content)).toEqual([
      { type: 'opened', payload: 'K7F3QX' },
      { type: 'text', text: 'hello' },
      { type: 'opened', payload: 'A2B3C4' },
      { type: 'text', text: 'again' },
    ]);
  });

  it('says that the connection is lost, keeps what is written, and sends it once in order when the shop is back', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    await shop.server.close();
    await page.getByText('Connection lost').waitFor();
    await write(page, 'first');
    await page.getByText('Not sent yet').first().waitFor();
    await write(page, 'second');
    const again = await createShop({ answer: sales, memory: shop.memory, port: Number(new URL(url).port) });
    later(() => again.server.close());
    await again.server.listen();
    await page.getByText('You said: second').waitFor();
    await page.getByText('Connection lost').waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('.note').count()).toBe(0);
    expect(textsOf(shop)).toEqual(['first', 'second']);
    expect(await logText(page)).toMatch(/You: first[\s\S]*You said: first[\s\S]*You: second[\s\S]*You said: second/u);
  });

  it('keeps what could not be sent through a reload', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    for (let turn = 0; turn < 8; turn++) await write(page, `message ${turn}`);
    await page.getByText('You said: message 7').waitFor();
    shop.memory.broken = true;
    await write(page, 'keep me');
    await page.getByText('Not sent yet').waitFor();
    expect(
      await page.locator('#scroll').evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop),
    ).toBe(0);
    await page.reload();
    await page.getByText('Not sent yet').waitFor();
    shop.memory.broken = false;
    await page.getByRole('button', { name: 'Try now' }).click();
    await page.getByText('You said: keep me').waitFor();
    expect(textsOf(shop).slice(8)).toEqual(['keep me']);
    expect(await page.getByText('keep me', { exact: true }).count()).toBe(1);
  });

  it('begins anew when the server no longer knows the visitor, and still sends what was written', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    await write(page, 'before');
    await page.getByText('You said: before').waitFor();
    await shop.server.close();
    await write(page, 'after');
    const again = await createShop({ answer: sales, port: Number(new URL(url).port), secret: 'x'.repeat(40) });
    later(() => again.server.close());
    await again.server.listen();
    await page.getByText('You said: after').waitFor();
    expect(await page.getByText('before').count()).toBe(0);
    expect(textsOf(again)).toEqual(['after']);
  });

  it('shows the same in two tabs of one visitor, and nothing of it to another', async () => {
    const { url } = await openShop();
    const context = await openContext();
    const [one, two] = [await openPage(url, context), await openPage(url, context)];
    const stranger = await openPage(url);
    await write(one, 'from the first');
    await two.getByText('You said: from the first').waitFor();
    await write(two, 'from the second');
    for (const page of [one, two]) await page.getByText('You said: from the second').waitFor();
    expect(await logText(two)).toBe(await logText(one));
    expect(await logText(stranger)).not.toContain('from the');
  });

  it('has room on a phone of 360 × 740: nothing but the product strip moves sideways', async () => {
    const { url } = await openShop();
    const page = await openPage(url, await openContext(360, 740));
    for (const words of ['coats', 'delivery', 'receipt', 'sizes', 'x'.repeat(300)]) await write(page, words);
    await page.getByText(`You said: ${'x'.repeat(300)}`).waitFor();
    for (const element of ['html', '#scroll']) {
      expect(await page.locator(element).evaluate((each) => each.scrollWidth - each.clientWidth), element).toBe(0);
    }
    expect(await page.locator('.cards').evaluate((each) => each.scrollWidth > each.clientWidth)).toBe(true);
    const edges = '.bubble, .choices, .choice:not(.card .choice), header, form, .send';
    const right = await page.locator(edges).evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
    expect(Math.max(...right)).toBeLessThanOrEqual(360);
    const send = await page.getByRole('button', { name: 'Send' }).boundingBox();
    expect((send?.x ?? 0) + (send?.width ?? 999)).toBeLessThanOrEqual(360);
  });

  it('wraps the product cards where the screen is wide', async () => {
    const { url } = await openShop();
    const page = await openPage(url, await openContext(1000, 800));
    await write(page, 'coats');
    await page.getByText('Down parka').waitFor();
    expect(await page.locator('.cards').evaluate((each) => each.scrollWidth <= each.clientWidth)).toBe(true);
  });

  it('can be used by keyboard alone, with the focus in sight', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    await tabTo(page, 'Talk to a person');
    expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    await page.keyboard.press('Enter');
    await page.getByText('You picked Talk to a person.').waitFor();
    await tabTo(page, 'Your message');
    await page.keyboard.type('line 1');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.getByText('You said: line 1').waitFor();
    expect(textsOf(shop)).toEqual(['line 1\n2']);
    await page.keyboard.type('coats');
    await page.keyboard.press('Enter');
    await page.getByText('Down parka').waitFor();
    await tabTo(page, 'Choose: Down parka', 'Shift+Tab');
    await page.keyboard.press('Space');
    await page.getByText('You picked Down parka.').waitFor();
  });

  it('tells those who listen what is new, whose it is, and what each field is for', async () => {
    const { url } = await openShop();
    const page = await openPage(url);
    const log = page.getByRole('log', { name: 'Conversation' });
    await expect.poll(() => log.getAttribute('aria-busy')).toBe('false');
    expect(await log.getAttribute('aria-live')).toBe('polite');
    await write(page, 'hello');
    await page.getByText('You said: hello').waitFor();
    expect(await log.textContent()).toMatch(/Test Shop:[\s\S]*You:\s+hello[\s\S]*Test Shop:/u);
    await page.getByRole('textbox', { name: 'Your message' }).waitFor();
  });

  it('shows what looks like markup as text, and makes no link that runs a script', async () => {
    const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
    const { url } = await openShop({ answer: hostile(evil) });
    const page = await openPage(url);
    await write(page, evil);
    await page.getByText('The end').waitFor();
    const words = await logText(page);
    expect(words.split(evil).length - 1).toBeGreaterThanOrEqual(8);
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(await page.locator('#log script, #log iframe, #log [onerror], #log [onclick]').count()).toBe(0);
    const links = await page.locator('#log a').evaluateAll((all) => all.map((a) => [a.protocol, a.rel]));
    expect(links).toEqual([
      ['https:', 'noopener noreferrer'],
      ['mailto:', 'noopener noreferrer'],
      ['tel:', 'noopener noreferrer'],
    ]);
    const sources = await page.locator('#log img').evaluateAll((all) => all.map((image) => image.src));
    expect(sources).toEqual([]);
    await page.reload();
    await page.getByText('The end').waitFor();
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  });

  it('shows a product by its first letter where its picture cannot be loaded', async () => {
    const [card] = coats;
    const products = card ? [{ ...card, image: '/pictures/missing.png' }] : [];
    const text = ['What can I do for you?'];
    const { url } = await openShop({ answer: () => [{ type: 'products', text, products, choices: [] }] });
    const page = await openPage(url);
    await page.locator('.card .initial').getByText('W', { exact: true }).waitFor();
    expect(await page.locator('.card img').count()).toBe(0);
  });

  it('asks for the shopper’s place only when the button is pressed, and says so when there is none', async () => {
    const { shop, url } = await openShop();
    const place = { geolocation: { latitude: 52.52, longitude: 13.405 }, permissions: ['geolocation'] };
    const page = await openPage(url, await openContext(1000, 800, place));
    await write(page, 'delivery');
    await page.getByRole('button', { name: 'Share my location' }).click();
    await page.getByText('We deliver there tomorrow.').waitFor();
    expect(shop.memory.received.at(-1)?.content).toMatchObject({
      type: 'location',
      latitude: 52.52,
      longitude: 13.405,
    });
    const without = await openPage(url, await openContext(1000, 800, { permissions: [] }));
    await write(without, 'delivery');
    await without.getByRole('button', { name: 'Share my location' }).click();
    await without.getByText('You can write it instead').waitFor();
  });

  it('leaves a reader where they are when something new comes, and offers the way down', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url, await openContext(360, 600));
    for (let turn = 0; turn < 12; turn++) await write(page, `message ${turn}`);
    await page.getByText('You said: message 11').waitFor();
    await page.locator('#scroll').evaluate((each) => each.scrollTo(0, 200));
    const down = page.getByRole('button', { name: 'Jump to the latest' });
    const [event] = shop.memory.received;
    if (!event) throw new Error('nothing was received');
    shop.say(event.conversation, { type: 'text', text: ['News from a person'] });
    await page.getByText('News from a person').waitFor({ state: 'attached' });
    await down.waitFor();
    expect(await top(page)).toBe(200);
    await down.click();
    await down.waitFor({ state: 'hidden' });
  });

  it('shows older messages when asked, without moving what is read', async () => {
    const { shop, url } = await openShop();
    const context = await openContext();
    const page = await openPage(url, context);
    const [event] = shop.memory.received;
    if (!event) throw new Error('nothing was received');
    for (let turn = 2; turn <= 70; turn++) shop.say(event.conversation, { type: 'text', text: [`turn ${turn}.`] });
    await page.reload();
    await page.getByText('turn 70.').waitFor();
    expect(await page.getByText('turn 20.').count()).toBe(0);
    await page.getByRole('button', { name: 'Show earlier messages' }).click();
    await page.getByText('turn 2.', { exact: true }).waitFor();
    expect(await page.locator('.row.shop').count()).toBe(70);
    await page.getByRole('button', { name: 'Show earlier messages' }).waitFor({ state: 'hidden' });
  });

  it('shows that the shop is writing until it has written', async () => {
    const { shop, url } = await openShop();
    const page = await openPage(url);
    const [event] = shop.memory.received;
    if (!event) throw new Error('nothing was received');
    const [, account = '', peer = ''] = event.conversation.split(':');
    await shop.webchat.adapter.typing?.({ channel: 'webchat', account, peer });
    await page.locator('#typing').waitFor();
    await write(page, 'hello');
    await page.getByText('You said: hello').waitFor();
    await page.locator('#typing').waitFor({ state: 'hidden' });
  });

  it('asks nobody but its own server for anything', async () => {
    const { url } = await openShop();
    const context = await openContext();
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).origin));
    const page = await openPage(url, context);
    await write(page, 'coats');
    await page.getByText('Down parka').waitFor();
    expect(new Set(asked)).toEqual(new Set([new URL(url).origin]));
  });
});

/** Every place where words are shown, filled with what must not be read as HTML. */
function hostile(evil: string): Answer {
  const choice = { id: 'x', label: evil, description: evil };
  const links = [
    'javascript:window.hacked=1',
    'data:text/html,x',
    'https://shop.example',
    'mailto:a@b.example',
    'tel:+49',
  ];
  const [card] = coats;
  if (!card) throw new Error('no coat');
  const messages: readonly Message[] = [
    { type: 'text', text: [evil, { bold: [evil] }, { code: evil }] },
    { type: 'text', text: links.map((link) => ({ link, text: [evil] })) },
    { type: 'choices', text: [evil], choices: [choice] },
    {
      type: 'products',
      text: [evil],
      products: [{ ...card, title: evil, description: evil, image: 'javascript:window.hacked=1' }],
      choices: [],
    },
    { type: 'image', url: 'data:text/html,<script>window.hacked=1</script>', alt: evil, text: [evil] },
    { type: 'text', text: ['The end'] },
  ];
  return (content) => (content.type === 'opened' ? [{ type: 'text', text: ['What can I do for you?'] }] : messages);
}
