import { afterEach, expect, it } from 'vitest';
import type { ChannelAdapter } from '../../src/channel/adapter.ts';
import { conversationId } from '../../src/channel/ids.ts';
import { createRecordingChannel, type RecordingChannel } from '../runtime/recording-channel.ts';
import { createRunning, range } from '../runtime/running.ts';
import { sqlitePlace } from '../runtime/stores.ts';
import { openWebhooks } from './open-webhooks.ts';
import { createOwnChannel, ownPath, ownRequest } from './own-webhook.ts';

const place = sqlitePlace();
const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const hangingPath = '/webhooks/hanging';

/** Its platform takes what is sent and never says anything. */
function createHangingChannel(): RecordingChannel {
  const own = createOwnChannel();
  const hanging = createRecordingChannel({ idempotent: false, receipt: () => new Promise(() => {}) });
  const moved: Partial<ChannelAdapter> = {
    id: 'telegram',
    webhook: { path: hangingPath },
    authenticate: own.authenticate,
    parse: (request) =>
      own.parse(request).map((event) => {
        const peer = event.conversation.split(':')[2] ?? '';
        return { ...event, conversation: conversationId({ channel: 'telegram', account: 'test', peer }) };
      }),
  };
  return { ...hanging, ...moved };
}

/** Milliseconds of each of so many messages, one after the other; each has been answered. */
async function talk(url: string, from: number, count: number): Promise<readonly number[]> {
  const waited: number[] = [];
  for (const id of range(count)) {
    const began = performance.now();
    const answer = await fetch(url, ownRequest([[`peer${id % 10}`, `${from + id}`, 'hello']]));
    waited.push(performance.now() - began);
    expect(answer.status).toBe(200);
  }
  return waited.toSorted((a, b) => a - b);
}

const median = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;

it('while one platform hangs with 100 conversations, it and all others are served as before', async () => {
  const [channel, hanging] = [createOwnChannel(), createHangingChannel()];
  const store = await place.fresh()();
  const settings = { stopMs: 50 };
  const runtime = createRunning({ store, channel, otherChannels: [hanging], settings });
  await runtime.start();
  const { server, url } = await openWebhooks([channel, hanging], runtime.receive);
  cleanUps.push(() => server.close(), runtime.stop);
  await talk(`${url}${ownPath}`, 0, 20);
  const before = await talk(`${url}${ownPath}`, 1_000, 60);
  for (const id of range(10)) {
    const posted = range(10).map((of) => [`stuck${id * 10 + of}`, '1', 'three'] as const);
    expect((await fetch(`${url}${hangingPath}`, ownRequest(posted))).status).toBe(200);
  }
  await hanging.untilTried(100);
  const meanwhile = await talk(`${url}${ownPath}`, 2_000, 60);
  await channel.untilKeysShown(140);
  console.log(
    `ms to the "yes", median: ${median(before).toFixed(1)} before, ${median(meanwhile).toFixed(1)} meanwhile`,
  );
  // Far apart enough for a busy machine; a shop that waits for the platform takes two minutes.
  expect(median(meanwhile)).toBeLessThan(10 * median(before) + 50);
  const again = ownRequest([['stuck15', '2', 'hello']]);
  expect((await fetch(`${url}${hangingPath}`, again)).status).toBe(200);
  expect(hanging.tried).toHaveLength(100);
  expect(hanging.shown).toEqual([]);
});
