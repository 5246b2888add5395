import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Address } from '../../src/channel/ids.ts';
import type { RenderedPart } from '../../src/channel/rendered-part.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { channelAt, listenTo, png, privateChat, recordingLog, type Setup, setUp } from './telegram-setup.ts';

const text = (words: string): RenderedPart => ({ type: 'text', text: [words] });
const image = (url: string): RenderedPart => ({ type: 'image', url, alt: 'A wool coat', caption: ['Coat'] });
const delivery = { key: 'k', inReplyTo: 'm' };

describe('delivery to Telegram', () => {
  let setup: Setup;
  let to: Address;
  beforeEach(async () => {
    setup = await setUp({ fake: { flood: null, pictures: new Map([['https://shop.example.com/coat.png', png()]]) } });
    setup.fake.sendText(7, '/start');
    to = privateChat(setup.fake, 7);
  });
  afterEach(() => setup.close());

  const deliver = (part: RenderedPart, address = to) => setup.channel.deliver(part, address, delivery);
  const shown = () => setup.fake.sent(7).map(({ message }) => message.text ?? message.caption);

  it('tells the chat and message id that Telegram gave', async () => {
    expect(await deliver(text('hello'))).toEqual({ result: 'delivered', platformId: '7:2' });
  });

  it('is never possible again to who blocked the bot, was never there, or is gone', async () => {
    setup.fake.block(7);
    expect(await deliver(text('hello'))).toMatchObject({
      result: 'unreachable',
      reason: expect.stringContaining('403'),
    });
    expect(await deliver(text('hello'), { ...to, peer: '8' })).toMatchObject({ result: 'unreachable' });
    setup.fake.unblock(7);
    expect((await deliver(text('hello'))).result).toBe('delivered');
  });

  it('is rejected with a reason that quotes nothing of the message', async () => {
    const refusal = { error_code: 400, description: 'Bad Request: can\'t parse "private words" of +49 171 1234567' };
    setup.fake.fail('sendMessage', refusal);
    const receipt = await deliver(text('private words'));
    expect(receipt.result).toBe('rejected');
    expect(JSON.stringify(receipt)).not.toMatch(/private|171/u);
    expect((await deliver(text(' \u200b'))).result).toBe('rejected');
    expect((await deliver(text('x'), { ...to, peer: 'not-a-chat' })).result).toBe('rejected');
  });

  it('is rejected where a part is none of this channel’s', async () => {
    expect((await deliver({ type: 'receipt', text: ['r'], lines: [], totals: [] })).result).toBe('rejected');
  });

  it('is tried again after a server error, a lost token, and with no network', async () => {
    setup.fake.fail('sendMessage', { error_code: 500, description: 'Internal Server Error' });
    expect(await deliver(text('hello'))).toMatchObject({ result: 'retry', afterMs: null });
    // A named pause counts as no failed try: what waits for a new token becomes no dead letter.
    setup.fake.fail('sendMessage', { error_code: 401, description: 'Unauthorized' });
    expect(await deliver(text('hello'))).toMatchObject({ result: 'retry', afterMs: 60_000 });
    await setup.fake.close();
    const receipt = await deliver(text('hello'));
    expect(receipt).toMatchObject({ result: 'retry', afterMs: null });
    expect(JSON.stringify(receipt)).not.toMatch(/fake-token|127\.0\.0\.1/u);
  });

  it('sends a picture by its public address, and by its bytes when only the shop has it', async () => {
    await deliver(image('https://shop.example.com/coat.png'));
    const own = channelAt(setup.fake, { deps: { openPicture: async () => png(9) } });
    await own.deliver(image('http://localhost:8080/coat.png'), to, delivery);
    expect(setup.fake.sent(7).map((each) => each.upload !== null)).toEqual([false, true]);
    expect(shown()).toEqual(['Coat', 'Coat']);
  });

  it('sends the words when there is no picture, or Telegram takes none', async () => {
    await deliver(image('https://shop.example.com/gone.png'));
    await deliver(image('/missing.png'));
    const svg = channelAt(setup.fake, { deps: { openPicture: async () => Buffer.from('<svg/>') } });
    await svg.deliver(image('/coat.svg'), to, delivery);
    const flat = channelAt(setup.fake, { deps: { openPicture: async () => png(9000, 10) } });
    await flat.deliver({ ...image('/flat.png'), caption: [] } as RenderedPart, to, delivery);
    expect(shown()).toEqual(['Coat', 'Coat', 'Coat', 'A wool coat']);
  });

  it('shows buttons though the words above them are blank', async () => {
    const choices = [{ id: 'a', label: 'A' }];
    expect((await deliver({ type: 'buttons', text: [''], choices })).result).toBe('delivered');
  });

  it('asks a group for a place in words, for it has no button there', async () => {
    setup.fake.sendText(-100, '/start', 7);
    const group = { ...to, peer: '-100:7' };
    expect((await deliver({ type: 'ask-location', text: ['Where?'] }, group)).result).toBe('delivered');
    expect(setup.fake.sent(-100)).toMatchObject([{ message: { text: 'Where?' }, reply: null }]);
  });

  it('fits eight short labels in a row and never nine', async () => {
    const choices = Array.from({ length: 18 }, (_, n) => ({
      id: `n${n}`,
      label: n < 16 ? '•' : 'Something long to read',
    }));
    await deliver({ type: 'buttons', text: ['Pick'], choices });
    const rows = setup.fake.sent(7)[0]?.message.reply_markup?.inline_keyboard ?? [];
    expect(rows.map((row) => row.length)).toEqual([8, 8, 1, 1]);
  });

  it('shows that it is typing, and lets a failure of that pass', async () => {
    await setup.channel.typing?.(to);
    expect(setup.fake.actions(7)).toEqual(['typing']);
    await setup.channel.typing?.({ ...to, peer: '99' });
  });
});

describe('Telegram’s limits on sending', () => {
  let setup: Setup;
  let clock: ManualClock;
  beforeEach(async () => {
    clock = createManualClock();
    setup = await setUp({ fake: { now: () => clock.now() }, deps: { clock } });
    for (const chat of [7, 8]) setup.fake.sendText(chat, '/start');
  });
  afterEach(() => setup.close());

  const deliver = (words: string, chat: number) =>
    setup.channel.deliver(text(words), privateChat(setup.fake, chat), delivery);
  const flood = { error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 7 } };

  it('waits as long as a 429 says, for its chat alone, without asking before', async () => {
    setup.fake.fail('sendMessage', flood, { chat: 7 });
    expect(await deliver('a', 7)).toMatchObject({ result: 'retry', afterMs: 7000 });
    expect(await deliver('a', 7)).toMatchObject({ result: 'retry', afterMs: 7000 });
    await setup.channel.typing?.(privateChat(setup.fake, 7));
    expect(setup.fake.calls()).toBe(1);
    expect((await deliver('b', 8)).result).toBe('delivered');
  });

  it('waits with every chat once a second one is told 429 too, for then it is the bot', async () => {
    setup.fake.sendText(9, '/start');
    setup.fake.fail('sendMessage', flood);
    expect(await deliver('a', 7)).toMatchObject({ result: 'retry', afterMs: 7000 });
    expect(await deliver('b', 8)).toMatchObject({ result: 'retry', afterMs: 7000 });
    expect(await deliver('c', 9)).toMatchObject({ result: 'retry', afterMs: 7000 });
    expect(setup.fake.calls()).toBe(2);
    clock.advance(5000);
    const soon = deliver('b', 8);
    await clock.untilWaiting();
    expect(clock.nextIn()).toBe(2000);
    clock.advance(2000);
    expect((await soon).result).toBe('delivered');
    expect((await deliver('a', 7)).result).toBe('delivered');
  });

  it('paces a burst to one chat so that Telegram never has to say 429', async () => {
    const sent: Promise<string>[] = [];
    for (let n = 0; n < 40; n += 1) {
      const receipt = await step(deliver(`${n}`, 7));
      sent.push(Promise.resolve(receipt.result));
    }
    expect(new Set(await Promise.all(sent))).toEqual(new Set(['delivered']));
    expect(setup.fake.sent(7)).toHaveLength(40);
  });

  it('sends at most thirty in any second over all chats, each chat in its order', async () => {
    const times: number[] = [];
    for (let chat = 100; chat < 200; chat += 1) {
      setup.fake.sendText(chat, '/start');
      expect((await step(deliver('hello', chat))).result).toBe('delivered');
      times.push(clock.now());
    }
    const densest = Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + 1000).length));
    expect(densest).toBeLessThanOrEqual(30);
    expect(densest).toBeGreaterThan(20);
  });

  it('does not mark a press while the gate is shut, and the press still counts', async () => {
    await setup.channel.deliver(
      { type: 'buttons', text: ['Pick'], choices: [{ id: 'a', label: 'A' }] },
      privateChat(setup.fake, 7),
      delivery,
    );
    const [menu] = setup.fake.sent(7);
    setup.fake.fail('answerCallbackQuery', flood);
    const { log } = recordingLog();
    const received: string[] = [];
    const channel = channelAt(setup.fake, { deps: { log } });
    const stop = await listenTo(channel, async (event) => {
      received.push(event.content.type);
      return 'accepted';
    });
    setup.fake.press(7, menu?.message.message_id ?? 0, 'a');
    await setup.fake.until(() => setup.fake.calls('answerCallbackQuery') === 1);
    await stop();
    expect(received).toEqual(['opened', 'opened', 'choice']);
    expect((await channel.deliver(text('x'), privateChat(setup.fake, 7), delivery)).result).toBe('retry');
  });

  /** Moves the clock as often as the send waits for it. */
  async function step<Value>(sending: Promise<Value>): Promise<Value> {
    let settled = false;
    void sending.finally(() => {
      settled = true;
    });
    while (!settled) {
      const wait = clock.nextIn();
      if (wait !== null) clock.advance(wait);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return sending;
  }
});
