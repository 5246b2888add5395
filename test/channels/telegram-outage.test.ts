import { describe, expect, it, onTestFinished } from 'vitest';
import type { Failing } from '../fakes/telegram/api-error.ts';
import type { FailOptions, FakeTelegram } from '../fakes/telegram/fake-telegram.ts';
import { createMemoryStore } from '../runtime/memory-store.ts';
import { createRunning, type Running } from '../runtime/running.ts';
import { listenTo, setUp } from './telegram-setup.ts';

const [troubled, calm] = [7, 8] as const;

interface Place {
  readonly fake: FakeTelegram;
  readonly running: Running;
  words(chat: number): readonly (string | undefined)[];
}

/** The real runtime and the real client before Telegram on this machine; one answer of three messages for `three`. */
async function open(): Promise<Place> {
  const { fake, channel, close } = await setUp({ fake: { flood: null }, channel: { patienceSeconds: 0.3 } });
  const running = createRunning({
    store: createMemoryStore(new Map()),
    channel,
    settings: { firstPauseMs: 20, longestPauseMs: 80, mostDeliveries: 10_000 },
  });
  await running.start();
  const stop = await listenTo(channel, running.receive);
  onTestFinished(async () => {
    await stop();
    await running.stop();
    await close();
  });
  return { fake, running, words: (chat) => fake.sent(chat).map(({ message }) => message.text) };
}

const once = ['one', 'two', 'three', '1'];
const slowDown = { error_code: 429, description: 'Too Many Requests: retry after 1', parameters: { retry_after: 1 } };

const outages: readonly (readonly [string, Failing, FailOptions, readonly string[]])[] = [
  ['says 429', slowDown, {}, once],
  ['says 500', { error_code: 500, description: 'Internal Server Error' }, {}, once],
  ['says 502', { error_code: 502, description: 'Bad Gateway' }, {}, once],
  ['closes the socket', 'close', {}, once],
  ['hangs', 'hang', {}, once],
  // Telegram takes no key: what it has shown without saying so is shown once more, and nothing else is.
  ['hangs when it has shown a message', 'hang', { times: 1, after: true }, ['one', ...once]],
  ['closes the socket when it has shown a message', 'close', { times: 1, after: true }, ['one', ...once]],
];

describe('when Telegram', () => {
  it.each(outages)(
    '%s, its conversation hears all late, in order, once, and the others in time',
    async (_, failure, how, expected) => {
      const { fake, words } = await open();
      fake.fail('sendMessage', failure, { chat: troubled, times: 10_000, ...how });
      fake.sendText(troubled, 'three');
      fake.sendText(troubled, 'count');
      await fake.until(() => fake.calls('sendMessage') > 0);
      fake.sendText(calm, 'three');
      await fake.until(() => words(calm).length === 3);
      expect(words(calm)).toEqual(['one', 'two', 'three']);
      // The calm one heard all of it while the troubled one heard nothing.
      if (!how.after) expect(words(troubled)).toEqual([]);
      fake.mend();
      await fake.until(() => words(troubled).length === expected.length, 10_000);
      expect(words(troubled)).toEqual(expected);
    },
    20_000,
  );

  it('says 429 to one and then to another, it is asked nothing more until the time is up, and all hear theirs', async () => {
    const { fake, words } = await open();
    fake.fail('sendMessage', slowDown, { chat: troubled });
    fake.fail('sendMessage', slowDown, { chat: calm });
    fake.sendText(troubled, 'three');
    fake.sendText(calm, 'three');
    await fake.until(() => fake.calls('sendMessage') === 2);
    fake.sendText(9, 'three');
    await fake.until(() => [troubled, calm, 9].every((chat) => words(chat).length === 3), 10_000);
    for (const chat of [troubled, calm, 9]) expect(words(chat)).toEqual(['one', 'two', 'three']);
    expect(fake.calls('sendMessage')).toBe(11);
  }, 20_000);

  it('cannot be asked for messages, they are heard when it can be again, once', async () => {
    const { fake, words } = await open();
    for (const failure of [{ error_code: 500, description: 'Internal Server Error' }, 'close'] as const) {
      fake.fail('getUpdates', failure);
    }
    fake.sendText(calm, 'three');
    await fake.until(() => words(calm).length === 3, 10_000);
    expect(words(calm)).toEqual(['one', 'two', 'three']);
  }, 20_000);

  it('has lost the shopper, what waits for them is dropped, and others hear theirs', async () => {
    const { fake, words, running } = await open();
    fake.fail('sendMessage', { error_code: 500, description: 'Internal Server Error' }, { chat: troubled, times: 3 });
    fake.sendText(troubled, 'three');
    await fake.until(() => fake.calls('sendMessage') > 0);
    fake.block(troubled);
    fake.sendText(calm, 'three');
    await fake.until(() => words(calm).length === 3, 10_000);
    await expect.poll(() => running.settled().then(() => true)).toBe(true);
    fake.unblock(troubled);
    fake.sendText(troubled, 'three');
    await fake.until(() => words(troubled).length === 3, 10_000);
    expect(words(troubled)).toEqual(['one', 'two', 'three']);
  }, 20_000);
});
