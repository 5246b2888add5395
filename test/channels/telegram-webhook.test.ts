import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChannelAdapter, Receive, Stop } from '../../src/channel/adapter.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import { createManualClock, type ManualClock } from '../manual-clock.ts';
import { openWebhooks } from '../web/open-webhooks.ts';
import { channelAt, type LogLine, listenTo, privateChat, recordingLog } from './telegram-setup.ts';

describe('Telegram by webhook', () => {
  let fake: FakeTelegram;
  const closing: Stop[] = [];
  beforeEach(async () => {
    fake = await startFakeTelegram({ flood: null, webhook: { retryMs: 5 } });
  });
  afterEach(async () => {
    for (const close of closing.splice(0).reverse()) await close();
    await fake.close();
  });

  interface Posted {
    readonly channel: ChannelAdapter;
    readonly url: string;
    readonly lines: readonly LogLine[];
    readonly told: (code: string) => Promise<LogLine>;
  }

  /** The real adapter behind the shop's own route; not yet told to Telegram. */
  async function open(receive: Receive, clock?: ManualClock): Promise<Posted> {
    let channel: ChannelAdapter | undefined;
    const { log, lines, told } = recordingLog();
    const served: ChannelAdapter = {
      ...channelAt(fake, { channel: { publicUrl: 'http://127.0.0.1:1' } }),
      authenticate: async (request) => (channel ? channel.authenticate(request) : { result: 'refuse', reason: '' }),
      prepare: async (request) => channel?.prepare?.(request),
      parse: (request) => channel?.parse(request) ?? [],
    };
    const { server, url } = await openWebhooks([served], receive);
    closing.push(server.close);
    channel = channelAt(fake, { channel: { publicUrl: url }, deps: { log, ...(clock ? { clock } : {}) } });
    return { channel, url, lines, told };
  }

  async function listening(receive: Receive, clock?: ManualClock): Promise<Posted> {
    const posted = await open(receive, clock);
    const stop = await listenTo(posted.channel, receive);
    closing.push(stop);
    return posted;
  }

  const collect = () => {
    const events: InboundEvent[] = [];
    const receive: Receive = async (event) => {
      events.push(event);
      return 'accepted';
    };
    return { events, receive };
  };

  it('is told where to post, with a secret that every post carries, and what for', async () => {
    const { events, receive } = collect();
    const { channel, lines } = await listening(receive);
    expect(channel.webhook?.path).toBe('/webhooks/telegram');
    fake.sendText(7, 'hello');
    await fake.until(() => fake.pending().length === 0);
    expect(events).toMatchObject([{ id: 'message:7:1', content: { type: 'text', text: 'hello' } }]);
    expect(fake.posts().map(({ status }) => status)).toEqual([200]);
    expect(channel.health?.()).toEqual({ state: 'up' });
    expect(lines.map(({ code }) => code)).toEqual(['TELEGRAM_LISTENING', 'TELEGRAM_WEBHOOK_SET']);
    expect(JSON.stringify(lines)).not.toContain(fake.token);
  });

  it('believes no post without the secret, and reads nothing in it', async () => {
    const { events, receive } = collect();
    const { url } = await listening(receive);
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/webhooks/telegram`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ update_id: 1, message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' } } }),
      });
    for (const headers of [{}, { 'x-telegram-bot-api-secret-token': 'guessed' }]) {
      expect((await post(headers)).status).toBe(401);
    }
    expect(events).toEqual([]);
  });

  it('posts again what could not be kept, in order, and other chats beside it', async () => {
    const heard: string[] = [];
    let broken = 3;
    await listening(async ({ content }) => {
      const text = content.type === 'text' ? content.text : content.type;
      if (text === 'first' && broken > 0) {
        broken -= 1;
        throw Object.assign(new Error('down'), { code: 'STORE_UNAVAILABLE' });
      }
      heard.push(text);
      return 'accepted';
    });
    for (const text of ['first', 'second']) fake.sendText(7, text);
    fake.sendText(8, 'other');
    await fake.until(() => fake.pending().length === 0);
    expect(heard.filter((text) => text !== 'other')).toEqual(['first', 'second']);
    expect(heard.indexOf('other')).toBeLessThan(heard.indexOf('first'));
    expect(fake.posts().filter(({ status }) => status === 503)).toHaveLength(3);
  });

  it('ends a press’s spinner though the turn is not even begun, and dates it by when it came', async () => {
    const events: InboundEvent[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { channel } = await listening(async (event) => {
      events.push(event);
      if (event.content.type === 'choice') await gate;
      return 'accepted';
    });
    fake.sendText(7, '/start');
    await fake.until(() => fake.pending().length === 0);
    const choices = [{ id: 'red', label: 'Red' }];
    await channel.deliver({ type: 'buttons', text: ['Which?'], choices }, privateChat(fake, 7), {
      key: 'k',
      inReplyTo: null,
    });
    const before = Date.now();
    const press = fake.press(7, fake.sent(7)[0]?.message.message_id ?? 0, 'red');
    await fake.until(() => fake.answerTo(press));
    await fake.until(() => fake.sent(7)[0]?.message.reply_markup?.inline_keyboard[0]?.[0]?.text === '✓ Red');
    expect(fake.pending()).toHaveLength(1);
    open();
    await fake.until(() => fake.pending().length === 0);
    const pressed = events.at(-1);
    expect(pressed).toMatchObject({ id: `press:${press}`, content: { type: 'choice', id: 'red', label: 'Red' } });
    expect(pressed?.at).toBeGreaterThanOrEqual(before);
  });

  it('may be told by several processes at once', async () => {
    const { events, receive } = collect();
    const { channel, url } = await open(receive);
    const others = [1, 2].map(() => channelAt(fake, { channel: { publicUrl: url } }));
    for (const stop of await Promise.all([channel, ...others].map((each) => listenTo(each, receive)))) {
      closing.push(stop);
    }
    expect(fake.calls('setWebhook')).toBe(3);
    fake.sendText(7, 'hello');
    await fake.until(() => fake.pending().length === 0);
    expect(events).toHaveLength(1);
  });

  it('says in its health that Telegram does not get through, and when it does again', async () => {
    const clock = createManualClock(Date.now());
    const channel = channelAt(fake, { channel: { publicUrl: 'http://127.0.0.1:1' }, deps: { clock } });
    closing.push(await listenTo(channel, async () => 'accepted'));
    expect(channel.health?.()).toEqual({ state: 'up' });
    fake.sendText(7, 'hello');
    await fake.until(() => fake.posts().length > 0);
    await look(clock, 60_000);
    await expect.poll(() => channel.health?.().state).toBe('down');
    expect(channel.health?.().detail).toMatch(/does not get through.*Connection refused.*1 messages wait/u);
    clock.advance(10 * 60_000);
    await expect.poll(() => channel.health?.().state).toBe('up');
  });

  it('sets the webhook again when somebody else has taken it, and says so', async () => {
    const clock = createManualClock(Date.now());
    const { told, channel } = await listening(async () => 'accepted', clock);
    await fetch(`${fake.apiRoot}/bot${fake.token}/deleteWebhook`, { method: 'POST' });
    await look(clock, 60_000);
    expect((await told('TELEGRAM_WEBHOOK_TAKEN')).level).toBe('error');
    expect(channel.health?.()).toMatchObject({ state: 'down', detail: expect.stringContaining('same token') });
    await look(clock, 1000);
    await expect.poll(() => channel.health?.().state).toBe('up');
    expect(fake.calls('setWebhook')).toBe(2);
  });

  it('tries again to tell Telegram where to post, later each time, and serves meanwhile', async () => {
    const clock = createManualClock(Date.now());
    fake.fail('setWebhook', { error_code: 400, description: 'Bad Request: bad webhook: Failed to resolve host' });
    fake.fail('setWebhook', { error_code: 502, description: 'Bad Gateway' });
    const { channel, lines } = await listening(async () => 'accepted', clock);
    expect(channel.health?.()).toMatchObject({ state: 'down', detail: expect.stringContaining('resolve host') });
    await look(clock, 1000);
    await expect.poll(() => channel.health?.().state).toBe('connecting');
    await look(clock, 2000);
    await expect.poll(() => channel.health?.().state).toBe('up');
    expect(lines.filter(({ code }) => code === 'TELEGRAM_WEBHOOK_FAILED').map(({ level }) => level)).toEqual([
      'error',
      'warn',
    ]);
  });

  it('is in the way of a poller, which takes it away once and says so, and never twice', async () => {
    const { log, told, lines } = recordingLog();
    const clock = createManualClock();
    closing.push(
      await listenTo(channelAt(fake, { channel: { publicUrl: 'http://127.0.0.1:1' } }), async () => 'accepted'),
    );
    const poller = channelAt(fake, { deps: { log, clock } });
    closing.push(await listenTo(poller, async () => 'accepted'));
    expect((await told('TELEGRAM_WEBHOOK_REMOVED')).level).toBe('warn');
    await fake.until(() => fake.isPolled());
    const body = new URLSearchParams({ url: 'http://127.0.0.1:1/other' });
    await fetch(`${fake.apiRoot}/bot${fake.token}/setWebhook`, { method: 'POST', body });
    await told('TELEGRAM_TWO_POLLERS');
    expect(fake.calls('deleteWebhook')).toBe(1);
    expect(poller.health?.()).toMatchObject({ state: 'down' });
    expect(lines.filter(({ code }) => code === 'TELEGRAM_WEBHOOK_REMOVED')).toHaveLength(1);
  });

  it('leaves the webhook when it stops: what comes meanwhile waits at Telegram', async () => {
    const { receive } = collect();
    const { channel } = await open(receive);
    await (await listenTo(channel, receive))();
    expect(fake.calls('deleteWebhook')).toBe(0);
  });
});

async function look(clock: ManualClock, ms: number): Promise<void> {
  await clock.untilWaiting();
  clock.advance(ms);
}
