import { afterEach, describe, expect, it } from 'vitest';
import { errorRules } from '../../adapters/channels/whatsapp-cloud/error-table.ts';
import type { Delivery } from '../../src/channel/adapter.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { failures } from '../fakes/whatsapp-cloud/graph-failure.ts';
import { createManualClock } from '../manual-clock.ts';
import { addressOf, png, type Setup, type SetupOptions, setUp, sheena } from './whatsapp-cloud-setup.ts';

const text = (words: string): RenderedPart => ({ type: 'text', text: [words] });
const image = (url: string): RenderedPart => ({ type: 'image', url, alt: 'A wool coat', caption: ['Coat'] });
const peer = sheena.number ?? '';
const day = 24 * 60 * 60_000;

let setup: Setup | undefined;
afterEach(async () => {
  await setup?.close();
  setup = undefined;
});

async function open(options: SetupOptions = {}) {
  setup = await setUp(options);
  const { fake, channel, log } = setup;
  let keys = 0;
  const deliver = (part: RenderedPart, given: Partial<Delivery> & { peer?: string } = {}) => {
    const { peer: to = peer, ...delivery } = given;
    keys += 1;
    return channel.deliver(part, addressOf(fake, to), {
      key: `k:${keys}:0:0`,
      inReplyTo: null,
      heardAt: Date.now(),
      ...delivery,
    });
  };
  return { fake, channel, log, deliver, words: () => fake.screen(peer).map((seen) => seen.words) };
}

describe('delivery to WhatsApp', () => {
  it('tells WhatsApp’s id, and hands over the key that reports come back with', async () => {
    const { deliver, fake } = await open();
    expect(await deliver(text('hello'), { key: 'whatsapp-cloud:1:2:3:0:0' })).toEqual({
      result: 'delivered',
      platformId: 'wamid.out1',
    });
    expect(fake.sent()[0]?.body).toMatchObject({ to: peer, biz_opaque_callback_data: 'whatsapp-cloud:1:2:3:0:0' });
  });

  it('names somebody without a number by the business-scoped id', async () => {
    const { deliver, fake } = await open();
    await deliver(text('hello'), { peer: 'US.13491208655302741918' });
    expect(fake.sent()[0]?.body).toMatchObject({ recipient: 'US.13491208655302741918' });
    expect(fake.sent()[0]?.body).not.toHaveProperty('to');
    expect(await deliver(text('x'), { peer: 'somebody' })).toMatchObject({ result: 'rejected' });
  });

  it('is rejected where a part is none of this channel’s', async () => {
    const { deliver } = await open();
    expect(await deliver({ type: 'receipt', text: ['r'], lines: [], totals: [] })).toMatchObject({
      result: 'rejected',
    });
    expect(await deliver({ type: 'cards', text: ['c'], cards: [], choices: [] })).toMatchObject({ result: 'rejected' });
  });

  it('shows buttons and lists though the words above them are blank, and ids with blanks at their ends', async () => {
    const { deliver, fake, channel } = await open();
    const choices = [
      { id: ' a ', label: 'A\nlong way' },
      { id: '~b', label: 'B' },
    ];
    expect(await deliver({ type: 'buttons', text: [''], choices })).toMatchObject({ result: 'delivered' });
    expect(await deliver({ type: 'list', text: [], choices })).toMatchObject({ result: 'delivered' });
    const pressed = fake.screen(peer)[0]?.choices.map(({ id }) => id) ?? [];
    const read = pressed.map((id, n) => {
      const interactive = { type: 'button_reply', button_reply: { id, title: 'A' } };
      return channel.parse(fake.message(sheena, `wamid.p${n}`, { type: 'interactive', interactive }))[0]?.content;
    });
    expect(read).toMatchObject([{ id: ' a ' }, { id: '~b' }]);
  });

  it('asks for a place with WhatsApp’s own button', async () => {
    const { deliver, fake } = await open();
    await deliver({ type: 'ask-location', text: ['Where to?'] });
    expect(fake.sent()[0]?.body).toMatchObject({ interactive: { type: 'location_request_message' } });
  });

  it('is sent once in one process, however often its key comes', async () => {
    const { deliver, fake } = await open();
    for (let n = 0; n < 3; n += 1)
      expect(await deliver(text('once'), { key: 'a:1:0:0' })).toMatchObject({ platformId: 'wamid.out1' });
    expect(fake.sent()).toHaveLength(1);
  });
});

describe('pictures for WhatsApp', () => {
  it('are named when they stand on the open internet, and uploaded once when only the shop has them', async () => {
    const { deliver, fake } = await open({ deps: { openPicture: async () => png() } });
    await deliver(image('https://shop.example.com/coat.png'));
    await deliver(image('/pictures/coat.svg'));
    await deliver(image('http://localhost:8080/coat.png'));
    expect(fake.sent().map(({ body }) => (body.type === 'image' ? body.image : null))).toEqual([
      { link: 'https://shop.example.com/coat.png', caption: 'Coat' },
      { id: '100000', caption: 'Coat' },
      { id: '100000', caption: 'Coat' },
    ]);
    expect(fake.uploads()).toEqual([{ bytes: new Uint8Array(png()), mediaType: 'image/png' }]);
  });

  it('go up again after a month, and when WhatsApp has lost them', async () => {
    const clock = createManualClock();
    const { deliver, fake } = await open({ deps: { clock, openPicture: async () => png() }, fake: { now: clock.now } });
    const send = () => deliver(image('/coat.png'), { heardAt: clock.now() });
    await send();
    clock.advance(30 * day);
    await send();
    expect(fake.uploads()).toHaveLength(2);
    fake.dropFiles();
    expect(await send()).toMatchObject({ result: 'delivered' });
    expect(fake.uploads()).toHaveLength(3);
    expect(fake.screen(peer).map(({ words }) => words)).toEqual(['Coat', 'Coat', 'Coat']);
  });

  it('leave their words behind when there is none, WhatsApp takes none, or it is no picture', async () => {
    const pictures = new Map([
      ['/svg.png', Buffer.from('<svg/>')],
      ['/big.png', Buffer.concat([png(), Buffer.alloc(6_000_000)])],
    ]);
    const { deliver, fake, words } = await open({ deps: { openPicture: async (path) => pictures.get(path) ?? null } });
    await deliver(image('/gone.png'));
    await deliver(image('/svg.svg'));
    await deliver(image('/big.png'));
    fake.fail({ status: 400, code: 131_053, message: 'Media upload error' });
    await deliver(image('https://shop.example.com/coat.png'));
    await deliver({ type: 'image', url: '/gone.png', alt: 'A wool coat', caption: [] });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['text', 'text', 'text', 'text', 'text']);
    expect(words()).toEqual(['Coat', 'Coat', 'Coat', 'Coat', 'A wool coat']);
  });

  it('are named below the shop’s own address when their bytes are not at hand', async () => {
    const { deliver, fake } = await open({ channel: { publicUrl: 'https://chat.example.com' } });
    await deliver(image('/pictures/coat.png'));
    expect(fake.sent()[0]?.body).toMatchObject({ image: { link: 'https://chat.example.com/pictures/coat.png' } });
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
    const { deliver, fake } = await open(withCatalogue);
    await deliver(cards(1));
    await deliver(cards(3));
    const shown = fake.sent().map(({ body }) => (body.type === 'interactive' ? body.interactive.type : null));
    expect(shown).toEqual(['product', 'list', 'product_list', 'list']);
    const ids = fake.screen(peer)[3]?.choices.map(({ id }) => id);
    expect(ids).toEqual(['product:p0', 'product:p1', 'product:p2', 'more']);
    expect(new Set(fake.screen(peer)[3]?.choices.map(({ label }) => label)).size).toBe(4);
    expect(fake.screen(peer)[3]?.words).toContain('$129.00');
  });

  it('leave room for other choices when they fill the list', async () => {
    const { deliver, fake } = await open(withCatalogue);
    await deliver(cards(10));
    expect(fake.screen(peer).map(({ choices }) => choices.length)).toEqual([0, 10, 1]);
  });

  it('are shown once though what follows them fails', async () => {
    const { deliver, fake } = await open(withCatalogue);
    fake.fail(failures.broken, { about: '"list"' });
    const first = await deliver(cards(3), { key: 'a:1:0:0' });
    expect(first).toMatchObject({ result: 'retry', afterMs: null });
    expect(await deliver(cards(3), { key: 'a:1:0:0' })).toMatchObject({ result: 'delivered' });
    expect(fake.screen(peer).map(({ choices }) => choices.length)).toEqual([0, 4]);
  });

  it('are words and a list where the catalogue has none of them', async () => {
    const { deliver, fake } = await open({ ...withCatalogue, fake: { products: new Map() } });
    expect(await deliver(cards(2))).toMatchObject({ result: 'delivered' });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['text', 'interactive']);
    expect(fake.screen(peer)[0]?.words).toBe('For the winter');
  });
});

describe('the 24-hour window', () => {
  const closed = { heardAt: Date.now() - day };

  it('takes nothing once the shopper has been silent for a day, and says why', async () => {
    const { deliver, fake } = await open();
    expect(await deliver(text('news'), closed)).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('24-hour window'),
    });
    expect(await deliver(text('news'), { heardAt: 0 })).toMatchObject({ result: 'rejected' });
    expect(fake.calls()).toEqual([]);
  });

  it('opens with every message that comes in', async () => {
    const { deliver, channel, fake } = await open();
    channel.parse(fake.message(sheena, 'wamid.in1', { type: 'text', text: { body: 'hi' } }));
    expect(await deliver(text('hello'), closed)).toMatchObject({ result: 'delivered' });
  });

  it('lets a template through, in one line, with what could be picked', async () => {
    const template = { name: 'shop_news', language: 'en_US' };
    const { deliver, fake } = await open({ fake: { templates: ['shop_news/en_US'] }, channel: { template } });
    const choices = [
      { id: 'a', label: 'Show it' },
      { id: 'b', label: 'Not now' },
    ];
    await deliver({ type: 'buttons', text: ['Your coat\n\nis\there:     ', { bold: ['today'] }], choices }, closed);
    await deliver(text('word '.repeat(400)), closed);
    expect(fake.screen(peer)[0]?.words).toBe('Your coat is here: today — Show it · Not now');
    expect(fake.screen(peer)[1]?.words).toHaveLength(900);
    expect(await deliver({ type: 'image', url: '/a.png', alt: '', caption: [] }, closed)).toMatchObject({
      result: 'rejected',
    });
  });

  it('may close by WhatsApp’s clock before ours: then the template goes once', async () => {
    const template = { name: 'shop_news', language: 'en_US' };
    const { deliver, fake } = await open({
      fake: { templates: ['shop_news/en_US'], keepsWindow: true },
      channel: { template },
    });
    expect(await deliver(text('news'))).toMatchObject({ result: 'delivered' });
    expect(fake.sent().map(({ body }) => body.type)).toEqual(['template']);
    const without = await open({ fake: { keepsWindow: true } });
    expect(await without.deliver(text('news'))).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('24-hour'),
    });
    await fake.close();
  });

  it('says what is wrong with a template', async () => {
    const { deliver } = await open({ channel: { template: { name: 'gone', language: 'en_US' } } });
    expect(await deliver(text('news'), closed)).toMatchObject({
      result: 'rejected',
      reason: expect.stringContaining('no such template'),
    });
  });
});

describe('WhatsApp’s errors', () => {
  it('are each one row, which names its source and holds nothing of anybody', () => {
    const codes = errorRules.map(({ code }) => `${code}`);
    expect(new Set(codes).size).toBe(codes.length);
    for (const { outcome, mend } of errorRules) expect(outcome === 'account').toBe(mend !== undefined);
  });

  it.each([
    [4, { result: 'retry', afterMs: 60_000 }],
    [80_007, { result: 'retry', afterMs: 60_000 }],
    [130_429, { result: 'retry', afterMs: 2_000 }],
    [131_048, { result: 'retry', afterMs: 900_000 }],
    [131_056, { result: 'retry', afterMs: 4_000 }],
    [1, { result: 'retry', afterMs: null }],
    [2, { result: 'retry', afterMs: null }],
    [131_000, { result: 'retry', afterMs: null }],
    [131_016, { result: 'retry', afterMs: null }],
    [131_026, { result: 'unreachable' }],
    [131_021, { result: 'unreachable' }],
    [131_049, { result: 'rejected' }],
    [131_050, { result: 'opted-out' }],
    [132_000, { result: 'rejected' }],
    [100, { result: 'rejected' }],
    [987_654, { result: 'rejected' }],
    [190, { result: 'retry', afterMs: 60_000 }],
    [0, { result: 'retry', afterMs: 60_000 }],
    [215, { result: 'retry', afterMs: 60_000 }],
    [368, { result: 'retry', afterMs: 60_000 }],
    [131_031, { result: 'retry', afterMs: 60_000 }],
  ])('%i becomes %o', async (code, receipt) => {
    const { deliver, fake } = await open();
    fake.fail({ status: 400, code, message: 'about +16505551234: private words' });
    const told = await deliver(text('private words'));
    expect(told).toMatchObject(receipt);
    expect(JSON.stringify(told)).not.toMatch(/private|1650|EAA/u);
  });

  it('make one person’s pauses longer each time, and forget them after a message that went through', async () => {
    const { deliver, fake } = await open();
    const pauses: (number | null)[] = [];
    for (let n = 0; n < 3; n += 1) {
      fake.fail(failures.tooManyToOne);
      const receipt = await deliver(text('x'), { key: 'a:1:0:0' });
      if (receipt.result === 'retry') pauses.push(receipt.afterMs);
    }
    expect(pauses).toEqual([4_000, 16_000, 64_000]);
    await deliver(text('x'), { key: 'a:1:0:0' });
    fake.fail(failures.tooManyToOne);
    expect(await deliver(text('x'))).toMatchObject({ afterMs: 4_000 });
  });

  it('keep everybody waiting when it is the account that has called too often', async () => {
    const clock = createManualClock();
    const { deliver, fake } = await open({ deps: { clock }, fake: { now: clock.now } });
    fake.fail({ status: 400, code: 80_007, message: 'Rate limit issues', headers: { 'retry-after': '120' } });
    const heardAt = clock.now();
    expect(await deliver(text('a'), { heardAt })).toMatchObject({ result: 'retry', afterMs: 120_000 });
    expect(await deliver(text('b'), { peer: '4930555', heardAt })).toMatchObject({ result: 'retry', afterMs: 120_000 });
    expect(fake.calls()).toHaveLength(1);
    clock.advance(120_000);
    expect(await deliver(text('b'), { peer: '4930555', heardAt })).toMatchObject({ result: 'delivered' });
  });

  it('are an outage when there is no code: a proxy’s page, no answer, a closed socket', async () => {
    const { deliver, fake } = await open({ channel: { timeoutMs: 100 } });
    fake.fail('close');
    expect(await deliver(text('x'))).toMatchObject({ result: 'retry', afterMs: null });
    fake.fail('hang');
    expect(await deliver(text('x'))).toMatchObject({ result: 'retry', afterMs: null, reason: 'no answer: timeout' });
    expect(setup?.channel.health?.()).toMatchObject({ state: 'connecting' });
    expect(await deliver(text('x'))).toMatchObject({ result: 'delivered' });
    expect(setup?.channel.health?.()).toEqual({ state: 'up' });
  });

  it('of the token say what mends it, once in the log and in the health, and hold up nothing for good', async () => {
    const { deliver, fake, channel, log } = await open();
    fake.fail(failures.tokenExpired, { times: 2 });
    for (let n = 0; n < 2; n += 1) expect(await deliver(text('x'))).toMatchObject({ result: 'retry', afterMs: 60_000 });
    expect(channel.health?.()).toMatchObject({
      state: 'down',
      detail: expect.stringContaining('WHATSAPP_CLOUD_TOKEN'),
    });
    expect(log.map(({ level, code }) => [level, code])).toEqual([['error', 'WHATSAPP_CLOUD_ACCOUNT']]);
    await deliver(text('x'));
    expect(channel.health?.()).toEqual({ state: 'up' });
  });

  it('show at the start when the token or the number does not hold', async () => {
    const { fake, channel } = await open({ channel: { token: 'wrong' } });
    await channel.listen?.(async () => 'accepted');
    await setup?.told('WHATSAPP_CLOUD_UNREACHED');
    expect(channel.health?.()).toMatchObject({ state: 'down' });
    expect(fake.calls()).toEqual([`GET /v23.0/${fake.phoneNumberId}`]);
  });
});

describe('the pace on WhatsApp', () => {
  it('gives one person forty at once, then makes them wait, and nobody else', async () => {
    const clock = createManualClock();
    const { deliver } = await open({ deps: { clock }, channel: { pace: { perSecond: 1000, burst: 1000 } } });
    const heardAt = clock.now();
    for (let n = 0; n < 40; n += 1)
      expect(await deliver(text(`${n}`), { heardAt })).toMatchObject({ result: 'delivered' });
    expect(await deliver(text('40'), { heardAt })).toMatchObject({ result: 'retry', afterMs: 6_000 });
    expect(await deliver(text('0'), { heardAt, peer: '4930555' })).toMatchObject({ result: 'delivered' });
    clock.advance(6_000);
    expect(await deliver(text('40'), { heardAt })).toMatchObject({ result: 'delivered' });
  });
});

describe('marks', () => {
  it('show typing on the last message of that person, and read on what was answered', async () => {
    const { fake, channel } = await open();
    channel.parse(fake.message(sheena, 'wamid.in1', { type: 'text', text: { body: 'hi' } }));
    await channel.typing?.(addressOf(fake, '4930555'));
    await channel.typing?.(addressOf(fake, peer));
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.in1' };
    expect(fake.reads()).toEqual([{ ...read, typing_indicator: { type: 'text' } }]);
    for (let n = 0; n < 2; n += 1) channel.answered?.('wamid.in1:contact:1', addressOf(fake, peer));
    await fake.until(() => fake.reads().length === 2);
    expect(fake.reads()[1]).toEqual(read);
    fake.fail('close');
    await channel.typing?.(addressOf(fake, peer));
  });
});

describe('files that somebody sends', () => {
  const bytesOf = async (body: AsyncIterable<Uint8Array>) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body) chunks.push(chunk);
    return Buffer.concat(chunks);
  };

  it('are fetched as they were sent, with their size and kind', async () => {
    const { fake, channel } = await open();
    const sent = Buffer.alloc(300_000, 'voice');
    const file = await channel.fetchMedia?.(fake.keepFile(sent, 'audio/ogg'));
    expect(file).toMatchObject({ result: 'file', mediaType: 'audio/ogg', size: 300_000 });
    expect(file?.result === 'file' && (await bytesOf(file.body)).equals(sent)).toBe(true);
  });

  it('are never asked for with the token anywhere but at WhatsApp', async () => {
    const { fake, channel } = await open();
    fake.say({ url: 'https://files.example.com/1', mime_type: 'image/png' });
    await expect(channel.fetchMedia?.('12345')).rejects.toThrow('the token must not be sent');
  });

  it('are gone when WhatsApp keeps them no longer', async () => {
    const { fake, channel } = await open();
    expect(await channel.fetchMedia?.('12345')).toMatchObject({ result: 'gone' });
    for (const ref of ['..', '../../secrets', '\ud800', 'a?b']) {
      expect(await channel.fetchMedia?.(ref)).toMatchObject({ result: 'gone' });
    }
    expect(fake.calls()).toEqual(['GET /v23.0/12345']);
  });

  it('are asked for again when WhatsApp is out of reach, and left when they are not read to the end', async () => {
    const { fake, channel } = await open();
    const id = fake.keepFile(Buffer.alloc(2_000_000), 'video/mp4');
    fake.fail(failures.broken, { about: '/files/' });
    await expect(channel.fetchMedia?.(id)).rejects.toMatchObject({ code: 'WHATSAPP_CLOUD_CALL_FAILED' });
    fake.fail('close');
    await expect(channel.fetchMedia?.(id)).rejects.toThrow('no answer');
    const file = await channel.fetchMedia?.(id);
    if (file?.result !== 'file') throw new Error('no file');
    for await (const chunk of file.body) {
      expect(chunk.length).toBeGreaterThan(0);
      break;
    }
  });
});
