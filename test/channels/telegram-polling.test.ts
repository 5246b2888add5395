import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stop } from '../../src/channel/adapter.ts';
import type { InboundEvent } from '../../src/channel/inbound.ts';
import { createManualClock } from '../manual-clock.ts';
import { answering, channelAt, listenTo, recordingLog, type Setup, setUp } from './telegram-setup.ts';

describe('long polling', () => {
  let setup: Setup;
  const stops: Stop[] = [];
  beforeEach(async () => {
    setup = await setUp({ fake: { flood: null } });
  });
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
    await setup.close();
  });

  const listening = async (...args: Parameters<typeof listenTo>) => {
    const stop = await listenTo(...args);
    stops.push(stop);
    return stop;
  };

  it('asks again once for each answer, and not while nothing happens', async () => {
    const { fake, channel } = setup;
    await listening(channel, async () => 'accepted');
    await fake.until(() => fake.isPolled());
    expect(channel.health?.()).toEqual({ state: 'up' });
    expect(fake.calls('getUpdates')).toBe(0);
    fake.sendText(1, 'hello');
    await fake.until(() => fake.calls('getUpdates') === 1 && fake.isPolled());
    expect(fake.pending()).toEqual([]);
  });

  it('confirms a message only when it has been received', async () => {
    const { fake, channel } = setup;
    const { promise, open } = door();
    await listening(channel, async () => {
      await promise;
      return 'accepted';
    });
    fake.sendText(1, 'hello');
    await fake.until(() => fake.calls('getUpdates') === 1);
    expect(fake.pending()).toHaveLength(1);
    open();
    await fake.until(() => fake.pending().length === 0);
  });

  it('brings the same ids again after a crash between receiving and confirming', async () => {
    const { fake, channel } = setup;
    fake.sendText(1, 'hello');
    fake.sendText(1, 'again');
    const before: string[] = [];
    const both = door();
    const crashed = await listenTo(channel, async (event) => {
      before.push(event.id);
      if (before.length < 2) return 'accepted';
      both.open();
      throw new Error('killed');
    });
    await both.promise;
    await crashed();
    expect(fake.pending()).toHaveLength(2);
    const next = await answering(channelAt(fake, {}), () => []);
    stops.push(next.stop);
    await fake.until(() => fake.pending().length === 0);
    expect(next.events.map((event) => event.id)).toEqual(before);
  });

  it('asks for a batch again when one of it could not be received, and lets nothing of that chat overtake', async () => {
    const { fake } = setup;
    const clock = createManualClock();
    const { lines, log } = recordingLog();
    for (const text of ['first', 'second']) fake.sendText(1, text);
    fake.sendText(2, 'other');
    const tried: string[] = [];
    let broken = true;
    await listening(channelAt(fake, { deps: { clock, log } }), async (event) => {
      tried.push(textOf(event));
      if (broken && textOf(event) === 'first') throw Object.assign(new Error('secret words'), { code: 'STORE_DOWN' });
      return 'accepted';
    });
    await clock.untilWaiting();
    expect(tried.sort()).toEqual(['first', 'other']);
    expect(fake.pending()).toHaveLength(3);
    expect(lines).toContainEqual({ level: 'error', code: 'TELEGRAM_NOT_RECEIVED', fields: { cause: 'STORE_DOWN' } });
    broken = false;
    clock.advance(1000);
    await fake.until(() => fake.pending().length === 0);
    expect(tried.slice(2).sort()).toEqual(['first', 'other', 'second']);
  });

  it('receives different chats side by side', async () => {
    const { fake, channel } = setup;
    for (const chat of [1, 2, 3]) fake.sendText(chat, 'hello');
    let inside = 0;
    const { promise, open } = door();
    await listening(channel, async () => {
      inside += 1;
      if (inside === 3) open();
      await promise;
      return 'accepted';
    });
    await fake.until(() => fake.pending().length === 0);
    expect(inside).toBe(3);
  });

  it('says clearly that somebody else polls, and asks again slowly', async () => {
    const { fake } = setup;
    const clock = createManualClock();
    const { lines, log } = recordingLog();
    await listening(channelAt(fake, { deps: { clock, log } }), async () => 'accepted');
    await fake.until(() => fake.isPolled());
    await listening(setup.channel, async () => 'accepted');
    await clock.untilWaiting();
    const told = lines.find((line) => line.code === 'TELEGRAM_TWO_POLLERS');
    expect(told?.level).toBe('error');
    expect(told?.fields['mend']).toMatch(/same token/u);
    const polls = fake.calls('getUpdates');
    clock.advance(29_000);
    expect(clock.waiting()).toBe(1);
    expect(fake.calls('getUpdates')).toBe(polls);
  });

  it('stops with a clear word when the token is taken back', async () => {
    const { fake, channel, log, told } = setup;
    fake.fail('getUpdates', { error_code: 401, description: 'Unauthorized' });
    const stop = await listenTo(channel, async () => 'accepted');
    await told('TELEGRAM_TOKEN_REFUSED');
    await stop();
    expect(log.map((line) => line.code)).toEqual(['TELEGRAM_LISTENING', 'TELEGRAM_TOKEN_REFUSED']);
    expect(fake.calls('getUpdates')).toBe(1);
  });

  it('refuses to start with a token that Telegram does not know, without naming it', async () => {
    const token = '7000001:some-other-secret';
    const listen = listenTo(channelAt(setup.fake, { channel: { token } }), async () => 'accepted');
    const error = await listen.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'TELEGRAM_TOKEN_REFUSED' });
    expect(String(error)).not.toContain('some-other-secret');
    expect(() => channelAt(setup.fake, { channel: { token: 'nonsense' } })).toThrow(/shaped/u);
  });

  it('backs off while Telegram is down, twice as long each time, and goes on when it is back', async () => {
    const { fake } = setup;
    const clock = createManualClock();
    const { lines, log } = recordingLog();
    fake.fail('getUpdates', { error_code: 502, description: 'Bad Gateway' }, { times: 3 });
    await listening(channelAt(fake, { deps: { clock, log } }), async () => 'accepted');
    for (const wait of [1000, 2000, 4000]) {
      await clock.untilWaiting();
      expect(clock.nextIn()).toBe(wait);
      clock.advance(wait);
    }
    await fake.until(() => fake.isPolled());
    expect(lines.filter((line) => line.code === 'TELEGRAM_POLL_FAILED')).toHaveLength(3);
  });

  it('starts though Telegram cannot be reached, and tells neither address nor token', async () => {
    const clock = createManualClock();
    const { lines, log } = recordingLog();
    const channel = channelAt(setup.fake, { channel: { apiRoot: 'http://127.0.0.1:1' }, deps: { clock, log } });
    const stop = await listenTo(channel, async () => 'accepted');
    await clock.untilWaiting();
    await stop();
    expect(lines.map((line) => line.code)).toEqual(['TELEGRAM_UNREACHED', 'TELEGRAM_POLL_FAILED']);
    expect(JSON.stringify(lines)).toContain('ECONNREFUSED');
    expect(JSON.stringify(lines)).not.toMatch(/127\.0\.0\.1|fake-token/u);
  });

  it('survives an answer that holds no updates', async () => {
    const { fake } = setup;
    const clock = createManualClock();
    const proxy = await startOddProxy();
    const { told, log } = recordingLog();
    const channel = channelAt(fake, { channel: { apiRoot: `${proxy.url}/` }, deps: { clock, log } });
    const stop = await listenTo(channel, async () => 'accepted');
    await told('TELEGRAM_POLL_FAILED');
    await clock.untilWaiting();
    await stop();
    proxy.server.close();
  });

  it('finishes what is under way when stopped, confirms it, and leaves the rest', async () => {
    const { fake, channel } = setup;
    const { promise, open } = door();
    const entered = door();
    const done: string[] = [];
    fake.sendText(1, 'under way');
    const stop = await listenTo(channel, async (event) => {
      entered.open();
      await promise;
      done.push(textOf(event));
      return 'accepted';
    });
    await entered.promise;
    const stopped = stop();
    fake.sendText(1, 'later');
    open();
    await stopped;
    expect(done).toEqual(['under way']);
    expect(fake.pending().map((update) => update.message?.text)).toEqual(['later']);
  });

  it('ends an open poll at once when stopped', async () => {
    const { fake, channel } = setup;
    const stop = await listenTo(channel, async () => 'accepted');
    await fake.until(() => fake.isPolled());
    await stop();
    await fake.until(() => !fake.isPolled());
  });
});

function textOf(event: InboundEvent): string {
  return event.content.type === 'text' ? event.content.text : event.content.type;
}

/** Answers everything with `ok` and nothing. */
async function startOddProxy() {
  const server = createServer((_request, response) => response.end('{"ok":true,"result":[{"odd":1}]}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function door() {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}
