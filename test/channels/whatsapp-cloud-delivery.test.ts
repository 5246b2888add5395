import { describe, expect, it } from 'vitest';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import { addressOf, day, openSetup, sheena, sheenasId, textPart } from './whatsapp-cloud-setup.ts';

describe('delivery to WhatsApp', () => {
  it('tells WhatsApp’s id, and hands over the key that reports come back with', async () => {
    const { deliver, fake } = await openSetup();
    expect(await deliver(textPart('hello'), { key: 'whatsapp-cloud:1:2:3:0:0' })).toEqual({
      result: 'delivered',
      platformId: 'wamid.out1',
    });
    expect(fake.sent()[0]?.body).toMatchObject({ to: sheenasId, biz_opaque_callback_data: 'whatsapp-cloud:1:2:3:0:0' });
  });

  it('names somebody without a number by the business-scoped id', async () => {
    const { deliver, fake } = await openSetup();
    await deliver(textPart('hello'), { peer: 'US.13491208655302741918' });
    expect(fake.sent()[0]?.body).toMatchObject({ recipient: 'US.13491208655302741918' });
    expect(fake.sent()[0]?.body).not.toHaveProperty('to');
    expect(await deliver(textPart('x'), { peer: 'somebody' })).toMatchObject({ result: 'rejected' });
  });

  it('is rejected where a part is none of this channel’s', async () => {
    const { deliver } = await openSetup();
    expect(await deliver({ type: 'receipt', text: ['r'], lines: [], totals: [] })).toMatchObject({
      result: 'rejected',
    });
    expect(await deliver({ type: 'cards', text: ['c'], cards: [], choices: [] })).toMatchObject({ result: 'rejected' });
  });

  it('shows buttons and lists though the words above them are blank, and ids with blanks at their ends', async () => {
    const { deliver, fake, channel } = await openSetup();
    const choices = [
      { id: ' a ', label: 'A\nlong way' },
      { id: '~b', label: 'B' },
    ];
    expect(await deliver({ type: 'buttons', text: [''], choices })).toMatchObject({ result: 'delivered' });
    expect(await deliver({ type: 'list', text: [], choices })).toMatchObject({ result: 'delivered' });
    const pressed = fake.screen(sheenasId)[0]?.choices.map(({ id }) => id) ?? [];
    const read = pressed.map((id, n) => {
      const interactive = { type: 'button_reply', button_reply: { id, title: 'A' } };
      return channel.parse(fake.message(sheena, `wamid.p${n}`, { type: 'interactive', interactive }))[0]?.content;
    });
    expect(read).toMatchObject([{ id: ' a ' }, { id: '~b' }]);
  });

  it('asks for a place with WhatsApp’s own button', async () => {
    const { deliver, fake } = await openSetup();
    await deliver({ type: 'ask-location', text: ['Where to?'] });
    expect(fake.sent()[0]?.body).toMatchObject({ interactive: { type: 'location_request_message' } });
  });

  it('is sent once in one process, however often its key comes', async () => {
    const { deliver, fake } = await openSetup();
    for (let n = 0; n < 3; n += 1)
      expect(await deliver(textPart('once'), { key: 'a:1:0:0' })).toMatchObject({ platformId: 'wamid.out1' });
    expect(fake.sent()).toHaveLength(1);
  });
});

describe('products out of the catalogue', () => {
  const card = (n: number) => ({
    ...{ id: `p${n}`, title: `A very long title of a product, number ${n}`, inStock: true },
    price: { amount: 12_900, currency: 'USD' },
    choice: { id: `product:p${n}`, label: 'Choose' },
  });
  const cards = (count: number): RenderedPart => ({
    ...{ type: 'cards', text: ['For the winter'] },
    cards: Array.from({ length: count }, (_, n) => card(n)),
    choices: [{ id: 'more', label: 'Show more' }],
  });
  const products = new Map(Array.from({ length: 10 }, (_, n) => [`p${n}`, `Product ${n}`]));
  const withCatalogue = { fake: { products }, channel: { catalogId: '194836987003835' } };

  it('are one or several in one message, and a list to pick them by', async () => {
    const { deliver, fake } = await openSetup(withCatalogue);
    await deliver(cards(1));
    await deliver(cards(3));
    const shown = fake.sent().map(({ body }) => (body.type === 'interactive' ? body.interactive.type : null));
    expect(shown).toEqual(['product', 'list', 'product_list', 'list']);
    const ids = fake.screen(sheenasId)[3]?.choices.map(({ id }) => id);
    expect(ids).toEqual(['product:p0', 'product:p1', 'product:p2', 'more']);
    expect(new Set(fake.screen(sheenasId)[3]?.choices.map(({ label }) => label)).size).toBe(4);
    expect(fake.screen(sheenasId)[3]?.words).toContain('$129.00');
  });

  it('leave room for other choices when they fill the list', async () => {
    const { deliver, fake } = await openSetup(withCatalogue);
    await deliver(cards(10));
    expect(fake.screen(sheenasId).map(({ choices }) => choices.length)).toEqual([0, 10, 1]);
  });

  it('are shown once though what follows them fails', async () => {
    const { deliver, fake } = await openSetup(withCatalogue);
    fake.fail(failures.broken, { about: '"list"' });
    const first = await deliver(cards(3), { key: 'a:1:0:0' });
    expect(first).toMatchObject({ result: 'retry', afterMs: null });
    expect(await deliver(cards(3), { key: 'a:1:0:0' })).toMatchObject({ result: 'delivered' });
    expect(fake.screen(sheenasId).map(({ choices }) => choices.length)).toEqual([0, 4]);
  });

  it('are words and a list where the catalogue has none of them', async () => {
    const { deliver, fake } = await openSetup({ ...withCatalogue, fake: { products: new Map() } });
    expect(await deliver(cards(2))).toMatchObject({ result: 'delivered' });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['text', 'interactive']);
    expect(fake.screen(sheenasId)[0]?.words).toBe('For the winter');
  });
});

describe('the 24-hour window', () => {
  const closed = { heardAt: Date.now() - day };

  it('takes nothing once the shopper has been silent for a day, and says why', async () => {
    const { deliver, fake } = await openSetup();
    expect(await deliver(textPart('news'), closed)).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('24-hour window'),
    });
    expect(await deliver(textPart('news'), { heardAt: 0 })).toMatchObject({ result: 'rejected' });
    expect(fake.calls()).toEqual([]);
  });

  it('opens with every message that comes in', async () => {
    const { deliver, channel, fake } = await openSetup();
    channel.parse(fake.message(sheena, 'wamid.in1', { type: 'text', text: { body: 'hi' } }));
    expect(await deliver(textPart('hello'), closed)).toMatchObject({ result: 'delivered' });
  });

  it('lets a template through, in one line, with what could be picked', async () => {
    const template = { name: 'shop_news', language: 'en_US' };
    const { deliver, fake } = await openSetup({ fake: { templates: ['shop_news/en_US'] }, channel: { template } });
    const choices = [
      { id: 'a', label: 'Show it' },
      { id: 'b', label: 'Not now' },
    ];
    await deliver({ type: 'buttons', text: ['Your coat\n\nis\there:     ', { bold: ['today'] }], choices }, closed);
    await deliver(textPart('word '.repeat(400)), closed);
    expect(fake.screen(sheenasId)[0]?.words).toBe('Your coat is here: today — Show it · Not now');
    expect(fake.screen(sheenasId)[1]?.words).toHaveLength(900);
    expect(await deliver({ type: 'image', url: '/a.png', alt: '', caption: [] }, closed)).toMatchObject({
      result: 'rejected',
    });
  });

  it('may close by WhatsApp’s clock before ours: then the template goes once', async () => {
    const template = { name: 'shop_news', language: 'en_US' };
    const { deliver, fake } = await openSetup({
      fake: { templates: ['shop_news/en_US'], keepsWindow: true },
      channel: { template },
    });
    expect(await deliver(textPart('news'))).toMatchObject({ result: 'delivered' });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['template']);
    const without = await openSetup({ fake: { keepsWindow: true } });
    expect(await without.deliver(textPart('news'))).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('24-hour'),
    });
    await fake.close();
  });

  it('says what is wrong with a template', async () => {
    const { deliver } = await openSetup({ channel: { template: { name: 'gone', language: 'en_US' } } });
    expect(await deliver(textPart('news'), closed)).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('no such template'),
    });
  });
});

describe('marks', () => {
  it('show typing on the last message of that person, and read on what was answered', async () => {
    const { fake, channel } = await openSetup();
    channel.parse(fake.message(sheena, 'wamid.in1', { type: 'text', text: { body: 'hi' } }));
    await channel.typing?.(addressOf(fake, '4930555'));
    await channel.typing?.(addressOf(fake, sheenasId));
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.in1' };
    expect(fake.reads()).toEqual([{ ...read, typing_indicator: { type: 'text' } }]);
    for (let n = 0; n < 2; n += 1) channel.answered?.('wamid.in1:contact:1', addressOf(fake, sheenasId));
    await fake.until(() => fake.reads().length === 2);
    expect(fake.reads()[1]).toEqual(read);
    fake.fail('close');
    await channel.typing?.(addressOf(fake, sheenasId));
  });
});
