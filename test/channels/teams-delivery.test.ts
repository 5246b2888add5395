import { LRUCache } from 'lru-cache';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAdapter, DeliveryReceipt } from '../../src/channel/adapter.ts';
import { conversationId } from '../../src/channel/ids.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import type { FakeTeams } from '../fakes/teams/fake-teams.ts';
import { actionsIn, shownOf } from '../fakes/teams/shown.ts';
import { activity, annsChat, chat, posted, rememberedReferences, type SetupOptions, setUp } from './teams-setup.ts';
import { png } from './telegram-setup.ts';

let fake: FakeTeams;
let channel: ChannelAdapter;
let turn = 0;

async function open(options: SetupOptions = {}): Promise<void> {
  await fake?.close();
  ({ fake, channel } = await setUp({ ...options, channel: { timeoutMs: 400, ...options.channel } }));
  await channel.prepare?.(posted(fake, activity(fake, { text: 'hello' })));
}

beforeEach(() => open());
afterEach(() => fake.close());

function deliver(part: RenderedPart, inReplyTo: string | null = null): Promise<DeliveryReceipt> {
  turn += 1;
  return channel.deliver(part, annsChat(fake), { key: `k:${turn}:0:0`, inReplyTo });
}

const hello: RenderedPart = { type: 'text', text: ['hello'] };
const last = () => fake.sent().at(-1)?.activity as Record<string, never>;
const choice = (index: number) => ({ id: `c:${index}`, label: `Choice ${index}` });

describe('what Teams is sent', () => {
  it('is markdown in which every sign means itself, but for those that the flow meant', async () => {
    await deliver({ type: 'text', text: ['Coats from $9.99 - 20% off! (1-2 days)'] });
    expect(last()).toMatchObject({ text: 'Coats from $9.99 - 20% off! (1-2 days)', textFormat: 'markdown' });
    await deliver({ type: 'text', text: ['1. *no* list\n# no heading\n- no item\n> no quote\n--- &lt; \\*'] });
    expect(last()).toMatchObject({
      text: '1\\. \\*no\\* list  \n\\# no heading  \n\\- no item  \n\\> no quote  \n\\--- \\&lt; \\\\\\*',
    });
    await deliver({
      type: 'text',
      text: [{ bold: ['now '] }, '2*3_4 <b>\n', { link: 'https://a.example/(x)', text: ['here'] }],
    });
    expect(last()).toMatchObject({ text: '**now** 2\\*3\\_4 \\<b>  \n[here](https://a.example/%28x%29)' });
    expect(shownOf(last()).words).toBe('now 2*3_4 <b>\nhere');
  });

  it('says who speaks to whom, in the words of the connector', async () => {
    const receipt = await deliver(hello);
    expect(receipt).toEqual({ result: 'delivered', platformId: '1790000000001' });
    expect(fake.sent()[0]).toMatchObject({ conversation: chat, activity: { type: 'message', channelId: 'msteams' } });
    expect(last()).toMatchObject({
      from: { id: `28:${fake.app.id}` },
      conversation: { id: chat, tenantId: fake.app.tenantId },
    });
    expect(fake.tokens()).toBe(1);
  });

  it('is a card whose buttons bring the choice back as it was', async () => {
    await deliver({ type: 'buttons', text: ['Which size?'], choices: [choice(1), choice(2)] });
    const [press] = actionsIn((last()['attachments'] as unknown as { content: unknown }[])[0]?.content);
    const [event] = channel.parse(posted(fake, activity(fake, { value: press?.data })));
    expect(event?.content).toEqual({ type: 'choice', id: 'c:1', label: 'Choice 1' });
    expect(last()['summary']).toBe('Which size?');
  });

  it('is products with pictures at the shop’s public address, PNG in place of SVG', async () => {
    const card = {
      id: '1',
      title: 'Coat',
      price: { amount: 9900, currency: 'EUR' },
      inStock: false,
      choice: choice(1),
    };
    const was = { amount: 12_900, currency: 'EUR' };
    await deliver({ type: 'cards', text: [], cards: [{ ...card, image: '/pictures/coat.svg', was }], choices: [] });
    expect(JSON.stringify(last())).toContain('https://shop.example/pictures/coat.png');
    expect(shownOf(last()).words).toContain('€99.00 €129.00 · out of stock');
    await deliver({ type: 'cards', text: [], cards: [{ ...card, image: 'https://x.example/a.svg' }], choices: [] });
    expect(JSON.stringify(last())).not.toContain('"Image"');
  });

  it('is a picture by its address; without one within the message if it is small, else its words', async () => {
    const image: RenderedPart = { type: 'image', url: '/pictures/a.png', alt: 'A coat', caption: ['Blue'] };
    await deliver(image);
    expect(last()).toMatchObject({
      text: 'Blue',
      attachments: [{ contentType: 'image/png', contentUrl: 'https://shop.example/pictures/a.png' }],
    });
    await open({ channel: { publicUrl: null }, deps: { openPicture: async () => png() } });
    await deliver(image);
    expect(JSON.stringify(last())).toContain('data:image/png;base64,');
    const large = Buffer.concat([png(), Buffer.alloc(20_000)]);
    await open({ channel: { publicUrl: null }, deps: { openPicture: async () => large } });
    await deliver({ ...image, caption: [] });
    expect(last()).toMatchObject({ text: 'A coat' });
    expect(last()['attachments']).toBeUndefined();
  });

  it('goes into the thread of the channel that it answers, wherever the shopper has written since', async () => {
    const conversation = (message: string) => ({
      conversationType: 'channel',
      id: `19:c@thread.tacv2;messageid=${message}`,
    });
    const first = posted(fake, activity(fake, { text: 'one', conversation: conversation('100') }));
    const second = posted(fake, activity(fake, { text: 'two', conversation: conversation('200') }));
    for (const request of [first, second]) await channel.prepare?.(request);
    const to = { ...annsChat(fake), peer: '19:c@thread.tacv2:29:1-ann' };
    const inReplyTo = channel.parse(first)[0]?.id ?? '';
    await channel.deliver(hello, to, { key: 'a', inReplyTo });
    await channel.deliver(hello, to, { key: 'b', inReplyTo: null });
    expect(fake.sent().map((each) => each.conversation)).toEqual([
      '19:c@thread.tacv2;messageid=100',
      '19:c@thread.tacv2;messageid=200',
    ]);
  });

  it('goes to the service that the shopper last came by, and is rejected where none is known', async () => {
    const moved = `${fake.serviceUrl}/`;
    await channel.prepare?.(posted(fake, activity(fake, { text: 'hello', serviceUrl: moved })));
    expect((await deliver(hello)).result).toBe('delivered');
    const nowhere = await channel.deliver(hello, { ...annsChat(fake), peer: 'nobody' }, { key: 'x', inReplyTo: null });
    expect(nowhere).toMatchObject({ result: 'rejected' });
  });

  it('shows that an answer is being made', async () => {
    await channel.typing?.(annsChat(fake));
    expect(fake.typings()).toBe(1);
  });

  it('is sent in several messages when it is too long for one, and none of them twice', async () => {
    const text = Array.from({ length: 2500 }, (_, index) => `word${index}`).join(' ');
    fake.fail({ status: 502 }, { times: 1, after: false });
    const part: RenderedPart = {
      type: 'receipt',
      text: [text.slice(0, 9000)],
      lines: Array.from({ length: 60 }, (_, n) => ({
        title: `A long name of a product, the ${n}th of them`,
        quantity: 1,
        total: { amount: 100, currency: 'EUR' },
      })),
      totals: [],
    };
    const delivery = { key: 'long', inReplyTo: null };
    expect((await channel.deliver(part, annsChat(fake), delivery)).result).toBe('retry');
    expect((await channel.deliver(part, annsChat(fake), delivery)).result).toBe('delivered');
    const words = fake
      .sent()
      .map((each) => shownOf(each.activity).words)
      .join('\n');
    expect(fake.sent().length).toBeGreaterThan(1);
    for (let n = 0; n < 60; n += 1) expect(words.split(`the ${n}th of`)).toHaveLength(2);
    expect(fake.refusals()).toEqual([]);
  });
});

describe('when Teams does not take it', () => {
  const cases: readonly (readonly [number, object, Partial<DeliveryReceipt>])[] = [
    [412, {}, { result: 'retry', afterMs: null } as never],
    [429, { retryAfter: '3' }, { result: 'retry', afterMs: 3000 } as never],
    [429, {}, { result: 'retry', afterMs: null } as never],
    [500, {}, { result: 'retry', afterMs: null } as never],
    [502, {}, { result: 'retry', afterMs: null } as never],
    [504, {}, { result: 'retry', afterMs: null } as never],
    [403, { code: 'BotNotInConversationRoster' }, { result: 'unreachable', reason: '403 BotNotInConversationRoster' }],
    [404, { code: 'ConversationNotFound' }, { result: 'unreachable', reason: '404 ConversationNotFound' }],
    [413, { code: 'MessageSizeTooBig' }, { result: 'rejected', reason: '413 MessageSizeTooBig' }],
    [400, { code: 'BadSyntax' }, { result: 'rejected', reason: '400 BadSyntax' }],
  ];

  it.each(cases)('%i %o is %o, asked once, with no word of the message', async (status, more, expected) => {
    fake.fail({ status, ...more });
    const receipt = await deliver(hello);
    expect(receipt).toMatchObject(expected);
    expect(JSON.stringify(receipt)).not.toContain('Ann');
    expect(fake.calls()).toBe(1);
    expect((await deliver(hello)).result).toBe('delivered');
  });

  it.each(['close', 'hang'] as const)('“%s” is tried again', async (fault) => {
    fake.fail(fault);
    expect(await deliver(hello)).toMatchObject({ result: 'retry', afterMs: null });
    expect((await deliver(hello)).result).toBe('delivered');
  });

  it('waits for right credentials, says that it is down, and is up again with them', async () => {
    fake.setSecretHolds(false);
    expect(await deliver(hello)).toMatchObject({ result: 'retry', afterMs: 60_000 });
    expect(channel.health?.()).toMatchObject({ state: 'down' });
    expect(channel.health?.().detail).toContain('TEAMS_APP_PASSWORD');
    fake.setSecretHolds(true);
    expect((await deliver(hello)).result).toBe('delivered');
    expect(channel.health?.()).toEqual({ state: 'up' });
  });

  it('fetches a new token when the old one is refused in its time', async () => {
    await deliver(hello);
    fake.fail({ status: 401 });
    expect((await deliver(hello)).result).toBe('retry');
    expect((await deliver(hello)).result).toBe('delivered');
    expect(fake.tokens()).toBe(2);
  });

  it('spreads what waits for the same end', async () => {
    await open({ deps: { random: () => 1 } });
    fake.fail({ status: 429, retryAfter: '2' });
    expect(await deliver(hello)).toMatchObject({ afterMs: 3000 });
  });
});

describe('a file that a shopper sent', () => {
  const bytes = async (ref: string) => {
    const file = await channel.fetchMedia?.(ref);
    if (file?.result !== 'file') return file;
    const pieces: Uint8Array[] = [];
    for await (const piece of file.body) pieces.push(piece);
    return { ...file, body: Buffer.concat(pieces) };
  };

  it('is fetched from the platform with the bot’s own token, byte for byte', async () => {
    const contentUrl = fake.file(png(), 'image/png');
    const [event] = channel.parse(
      posted(fake, activity(fake, { attachments: [{ contentType: 'image/*', contentUrl }] })),
    );
    if (event?.content.type !== 'media') throw new Error('no file');
    expect(await bytes(event.content.ref)).toMatchObject({
      result: 'file',
      mediaType: 'image/png',
      size: png().length,
      body: Buffer.from(png()),
    });
  });

  it('is gone when the platform says so, and asked for again when it says nothing', async () => {
    expect(await bytes(`own ${fake.loginUrl}/v3/attachments/9/views/original`)).toMatchObject({ result: 'gone' });
    expect(await bytes('open https://127.0.0.1/x')).toMatchObject({ result: 'gone' });
    await expect(bytes('own http://127.0.0.1:1/x')).rejects.toThrow('does not answer');
  });
});

describe('how Teams is to be addressed', () => {
  it('is asked for again when the store does not answer', async () => {
    const kept = rememberedReferences();
    let isDown = true;
    const get: typeof kept.get = async (id) => {
      if (isDown) throw new Error('the store is away');
      return kept.get(id);
    };
    await open({ deps: { references: { ...kept, get } } });
    expect(await deliver(hello)).toMatchObject({ result: 'retry', afterMs: null });
    isDown = false;
    expect((await deliver(hello)).result).toBe('delivered');
  });

  it('is written once, until something changes', async () => {
    const puts = new LRUCache<string, object>({ max: 10 });
    const kept = rememberedReferences();
    await open({ deps: { references: { get: kept.get, put: async (id, ref) => void puts.set(id, ref) } } });
    expect([...puts.keys()]).toEqual([conversationId(annsChat(fake))]);
    expect(JSON.stringify([...puts.values()])).not.toContain('Ann Lee');
    puts.clear();
    await channel.prepare?.(posted(fake, activity(fake, { type: 'typing' })));
    await channel.prepare?.(posted(fake, activity(fake, { type: 'installationUpdate', action: 'remove' })));
    expect(puts.size).toBe(0);
  });
});
