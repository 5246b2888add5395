import { describe, expect, it } from 'vitest';
import type { DeliveryReceipt } from '../../src/channel/adapter.ts';
import { capabilitiesOf } from '../../src/channel/limits/capabilities-of.ts';
import { newsWrite } from '../../src/commerce/news.ts';
import { createManualClock } from '../manual-clock.ts';
import { createMemoryStore, type MemoryData } from './memory-store.ts';
import { createRecordingChannel } from './recording-channel.ts';
import { createRunning, says, shopper } from './running.ts';

const flows = [
  `flow: hello
about: Greet.
starts on:
  - when: first message
  - when: anything else
steps:
  - say: Hello.
`,
  `flow: out
about: Tell that a parcel is out for delivery.
starts on:
  - news: out-for-delivery {order}
steps:
  - say: Order {{ order }} is out for delivery.
`,
];
const minute = 60_000;
const hour = 60 * minute;

/** A channel that takes words for a day after the shopper wrote, as WhatsApp does, or always. */
async function openTalk({ answersWithinMs }: { readonly answersWithinMs?: number } = {}) {
  const data: MemoryData = new Map();
  const clock = createManualClock();
  const heard = { at: 0 };
  const receipt = (): DeliveryReceipt =>
    answersWithinMs !== undefined && clock.now() >= heard.at + answersWithinMs
      ? { result: 'rejected', reason: 'the window is closed' }
      : { result: 'delivered' };
  const recording = createRecordingChannel({ receipt });
  const channel = {
    ...recording,
    capabilities: { ...recording.capabilities, ...(answersWithinMs !== undefined && { answersWithinMs }) },
  };
  const store = createMemoryStore(data, { yields: () => new Promise((resolve) => setImmediate(resolve)) });
  const runtime = createRunning({ store, channel, clock, flows });
  await runtime.start();
  let events = 0;
  return {
    runtime,
    texts: () => recording.shown.map(({ text }) => text),
    jobs: () => [...data.keys()].filter((key) => key.startsWith('job/')),
    letters: () => [...data.keys()].filter((key) => key.startsWith('dead-letter/')),
    async writes() {
      heard.at = clock.now();
      await runtime.handle({ ...says('ann', ++events), at: clock.now() });
    },
    async happens(until?: number) {
      const news = { news: 'out-for-delivery', slots: { order: '12345674' }, at: clock.now() };
      const id = `out:${++events}`;
      const write = newsWrite({ id, conversation: shopper('ann'), ...news, ...(until !== undefined && { until }) });
      expect(await store.commit([write])).toBe('committed');
    },
    now: clock.now,
    async wait(ms: number) {
      for (let left = ms; left > 0; left -= 5 * minute) {
        clock.advance(Math.min(left, 5 * minute));
        for (let turns = 0; turns < 40; turns += 1) await new Promise((resolve) => setImmediate(resolve));
        await runtime.settled();
      }
    },
  };
}

const told = 'Order 12345674 is out for delivery.';

describe('what the shop tells by itself', () => {
  it('is told at once, however long ago the shopper wrote, where the channel always lets it', async () => {
    const talk = await openTalk();
    await talk.writes();
    await talk.wait(48 * hour);
    await talk.happens();
    await talk.wait(10 * minute);
    expect(talk.texts()).toEqual(['Hello.', told]);
    await talk.runtime.stop();
  });

  it('is told at once within the time in which the channel lets it', async () => {
    const talk = await openTalk({ answersWithinMs: 24 * hour });
    await talk.writes();
    await talk.wait(23 * hour);
    await talk.happens();
    await talk.wait(10 * minute);
    expect(talk.texts()).toEqual(['Hello.', told]);
    expect(talk.jobs()).toEqual([]);
    await talk.runtime.stop();
  });

  it('waits after that until the shopper writes, and is no dead letter', async () => {
    const talk = await openTalk({ answersWithinMs: 24 * hour });
    await talk.writes();
    await talk.wait(25 * hour);
    await talk.happens();
    await talk.wait(5 * hour);
    expect(talk.texts()).toEqual(['Hello.']);
    expect(talk.letters()).toEqual([]);
    expect(talk.jobs()).toHaveLength(1);
    await talk.writes();
    await talk.wait(20 * minute);
    expect(talk.texts()).toEqual(['Hello.', 'Hello.', told]);
    expect(talk.jobs()).toEqual([]);
    expect(talk.letters()).toEqual([]);
    await talk.runtime.stop();
  });

  it('is dropped, with a line in the log, once it is of no use any more', async () => {
    const talk = await openTalk({ answersWithinMs: 24 * hour });
    await talk.writes();
    await talk.wait(25 * hour);
    await talk.happens(talk.now() + 8 * hour);
    await talk.wait(9 * hour);
    expect(talk.jobs()).toEqual([]);
    await talk.writes();
    await talk.wait(20 * minute);
    expect(talk.texts()).toEqual(['Hello.', 'Hello.']);
    expect(talk.runtime.logged.filter((line) => line.startsWith('NEWS_UNTOLD'))).toEqual([
      'NEWS_UNTOLD {"channel":"terminal","news":"out-for-delivery"}',
    ]);
    expect(talk.letters()).toEqual([]);
    await talk.runtime.stop();
  });

  it('waits for who has never written, and then is dropped', async () => {
    const talk = await openTalk({ answersWithinMs: 24 * hour });
    await talk.happens(talk.now() + 2 * hour);
    await talk.wait(3 * hour);
    expect([talk.texts(), talk.jobs(), talk.letters()]).toEqual([[], [], []]);
    await talk.runtime.stop();
  });

  it('has a closing time on WhatsApp alone', () => {
    const closing = Object.entries(capabilitiesOf).filter(([, one]) => one.answersWithinMs !== undefined);
    expect(closing.map(([id, one]) => [id, one.answersWithinMs])).toEqual([['whatsapp-cloud', 24 * hour]]);
  });
});
